"""Holds the files of an entry against their schemas (`resources/schema/`).

The same schemas serve editors, which show what each field is for. The package `jsonschema` finds
what is wrong; it costs a tenth of a second to import, so it is imported by the first check. How
that is told to an author: `treatyviewer.content.schema_words`.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from treatyviewer.content.json_file import parse_json
from treatyviewer.content.schema_words import Schema, tell
from treatyviewer.content.toml import TomlFile
from treatyviewer.errors import Problem
from treatyviewer.paths import resources

__all__ = ["parse_json", "schema_problems"]


def schema_problems(toml: TomlFile, name: str) -> list[Problem]:
    """What is wrong with the form of a file, by line; one problem for each place.

    `name` says which schema it must fit: "claims" for `claims.toml`.
    """
    from jsonschema.exceptions import relevance

    validator = _validator(name)
    schema = Schema(validator.schema, json=name == "sources")
    # The list of a JSON file is the whole of it; its places are told below its name.
    prefix = name if schema.json else ""
    data = toml.data[name] if schema.json else toml.data
    found: dict[str, Problem] = {}
    # jsonschema's own order of what is best told first is the highest `relevance`.
    for error in sorted(validator.iter_errors(data), key=relevance, reverse=True):
        for field, message, advice in tell(error, schema, prefix):
            if field not in found:
                found[field] = toml.problem(field, message, advice)
    return sorted(found.values(), key=lambda problem: problem.line)


@cache
def _validator(name: str) -> Any:
    """The validator of one schema, made once."""
    from jsonschema import Draft202012Validator
    from jsonschema.validators import extend

    text = (resources() / "schema" / f"{name}.schema.json").read_text(encoding="utf-8")
    checker = Draft202012Validator.TYPE_CHECKER.redefine("number", _is_number)
    made = extend(Draft202012Validator, {"pattern": _pattern}, type_checker=checker)
    return made(json.loads(text))


def _is_number(_checker: object, value: object) -> bool:
    """TOML has `nan` and `inf`, which no minimum or maximum refuses."""
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def _pattern(
    _validator: object, pattern: str, value: object, _schema: Mapping[str, Any]
) -> Iterator[Any]:
    """As jsonschema has it, but `$` is the end, and not the place before a last line feed."""
    from jsonschema import ValidationError

    if isinstance(value, str) and (
        not re.search(pattern, value) or (pattern.endswith("$") and value.endswith("\n"))
    ):
        yield ValidationError(f"{value!r} does not match {pattern!r}")
