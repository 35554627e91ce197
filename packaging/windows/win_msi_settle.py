"""Put fixed values where wixl writes random ones, so that the same input gives the same MSI.

They are the package code and two dates, all in the property set with the summary. Each keeps its
length, so they are exchanged in place; what is found not to be as expected is an error.
"""

from __future__ import annotations

import re
import struct
from pathlib import Path

_CODE = re.compile(rb"\{[0-9A-F]{8}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{12}\}")
# The property set begins with this, and with the identifier of its form 28 bytes on.
_FORM = bytes.fromhex("e0859ff2f94f6810ab9108002b27b3d9")
_REVISION, _CREATED, _SAVED = 9, 12, 13
_TEXT, _TIME = 30, 64
# 100 ns since 1601, as Windows counts.
_EPOCH_1601 = 11644473600


def settle(msi: Path, package_code: str, epoch: int) -> None:
    """Change the file in place."""
    data = bytearray(msi.read_bytes())
    form = data.find(_FORM)
    if form < 0 or data.find(_FORM, form + 1) >= 0:
        raise ValueError(f"{msi.name} has not one summary.")
    (offset,) = struct.unpack_from("<I", data, form + 16)
    start = form - 28 + offset
    (count,) = struct.unpack_from("<I", data, start + 4)
    places = dict(struct.unpack_from("<II", data, start + 8 + 8 * i) for i in range(count))
    for name in (_CREATED, _SAVED):
        place = start + places[name]
        (kind,) = struct.unpack_from("<I", data, place)
        if kind != _TIME:
            raise ValueError(f"{msi.name}: property {name} of the summary is no date.")
        struct.pack_into("<Q", data, place + 4, (epoch + _EPOCH_1601) * 10_000_000)
    place = start + places[_REVISION]
    kind, _length = struct.unpack_from("<II", data, place)
    code = f"{{{package_code}}}".encode()
    if kind != _TEXT or not _CODE.fullmatch(data, place + 8, place + 8 + len(code)):
        raise ValueError(f"{msi.name}: the summary has no package code.")
    data[place + 8 : place + 8 + len(code)] = code
    msi.write_bytes(data)
