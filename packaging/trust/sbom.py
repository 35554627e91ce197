"""The bill of materials of the packages, as CycloneDX 1.6 in JSON.

    sbom.py OUT.cdx.json --platform linux|windows|all --python VERSION [--packages FOLDER]

Written by hand rather than by a tool, because a tool sees Python packages only, and half of what we
carry is none. The same commit gives the same bytes: the serial number is made of the content.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import time
import uuid
from pathlib import Path
from typing import Any

from inventory import PLATFORMS, ROOT, Packages, Part, carried
from notices import our_version

_NAMESPACE = uuid.UUID("b0f1d8ce-7f0e-5a55-9a30-1c9f2f6f1950")
# What SPDX has no name for, or a name that is no identifier.
_NAMED = {"any-OSI": "any licence approved by the Open Source Initiative"}


def bill(found: dict[str, list[Part]], version: str, epoch: int) -> dict[str, Any]:
    """The bill of all platforms' parts: `found` has them by platform."""
    ours = {
        "type": "application",
        "bom-ref": "treatyviewer",
        "name": "Treaty Viewer",
        "version": version,
        "licenses": [{"license": {"id": "MIT"}}],
        "purl": f"pkg:generic/treatyviewer@{version}",
    }
    components: dict[str, dict[str, Any]] = {}
    inside: dict[str, set[str]] = {"treatyviewer": set()}
    for platform, parts in found.items():
        names = {part.name.lower(): _ref(part) for part in parts} | {
            "treaty viewer": "treatyviewer"
        }
        for part in parts:
            if part.name == "Treaty Viewer":
                continue
            ref = _ref(part)
            component = components.setdefault(ref, _component(part, ref))
            component["properties"].append({"name": "treatyviewer:platform", "value": platform})
            inside.setdefault(ref, set())
            parent = names.get(part.inside.lower(), "treatyviewer")
            inside.setdefault(parent, set()).add(ref)
    body = {
        "metadata": {
            "timestamp": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(epoch)),
            "component": ours,
        },
        "components": [components[ref] for ref in sorted(components)],
        "dependencies": [
            {"ref": ref, "dependsOn": sorted(parts)} for ref, parts in sorted(inside.items())
        ],
    }
    told = json.dumps(body, sort_keys=True)
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid5(_NAMESPACE, told)}",
        "version": 1,
        **body,
    }


def _ref(part: Part) -> str:
    return part.purl or "part:" + "-".join(
        "".join(sign if sign.isalnum() else " " for sign in part.name).lower().split()
    )


def _component(part: Part, ref: str) -> dict[str, Any]:
    data = part.name.startswith(("Noto", "Treaty Han", "OpenCC", "Natural", "sRGB"))
    component: dict[str, Any] = {
        "type": "data" if data else "library",
        "bom-ref": ref,
        "name": part.name,
        "licenses": _licences(part.licence),
        "properties": [],
    }
    if part.version:
        component["version"] = part.version
    if part.purl:
        component["purl"] = part.purl
    if part.copyright and not part.copyright[0].startswith("none"):
        component["copyright"] = "\n".join(part.copyright)
    if part.note:
        component["description"] = part.note
    if part.hashes:
        # Of the wheels that requirements/ allows: one of them was installed.
        component["properties"] += [
            {"name": "treatyviewer:allowed-sha256", "value": value} for value in part.hashes
        ]
    return component


def _licences(expression: str) -> list[dict[str, Any]]:
    if expression in _NAMED or expression.startswith("LicenseRef-"):
        name = _NAMED.get(expression, expression.removeprefix("LicenseRef-").replace("-", " "))
        return [{"license": {"name": name}}]
    if " " in expression:
        return [{"expression": expression}]
    return [{"license": {"id": expression}}]


def main() -> int:
    """Returns the exit status."""
    parser = argparse.ArgumentParser(description="Write the bill of materials.")
    parser.add_argument("out", type=Path)
    parser.add_argument("--platform", choices=(*PLATFORMS, "all"), default="all")
    parser.add_argument("--python", required=True, metavar="VERSION", help="the one for Linux")
    parser.add_argument("--windows-python", metavar="VERSION", help="if it is another")
    parser.add_argument(
        "--windows-packages", type=Path, metavar="FOLDER", help="where those are unpacked"
    )
    given = parser.parse_args()
    wanted = PLATFORMS if given.platform == "all" else (given.platform,)
    version = our_version()
    found = {}
    for platform in wanted:
        windows = platform == "windows"
        packages = Packages(platform, given.windows_packages if windows else None)
        python = (windows and given.windows_python) or given.python
        found[platform] = carried(platform, python, packages, version) + packages.parts()
    given.out.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(bill(found, version, _epoch()), ensure_ascii=False, indent=2) + "\n"
    given.out.write_text(text, encoding="utf-8")
    return 0


def _epoch() -> int:
    told = subprocess.run(["sh", ROOT / "packaging/epoch.sh"], stdout=subprocess.PIPE, check=False)
    if told.returncode:
        # It has said why.
        raise SystemExit(told.returncode)
    return int(told.stdout)


if __name__ == "__main__":
    raise SystemExit(main())
