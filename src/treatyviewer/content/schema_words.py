"""What does not fit a schema, said to somebody who writes an entry.

`jsonschema` says "'wrong' is not one of ['supported', ...]"; an author should read which field it
is, what is wrong with it, and how it is written. The examples come from the schemas.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from treatyviewer.tuples import NamedTuple

# Field, message, advice.
Told = tuple[str, str, str]

_MANY = 8
_NEAR = 0.7


class Schema(NamedTuple):
    """The schema of a file; `json` says how the file is written."""

    root: Mapping[str, Any]
    json: bool

    def resolved(self, schema: object) -> Mapping[str, Any]:
        """A part of the schema, with what it refers to below it."""
        if not isinstance(schema, Mapping):
            return {}
        target = schema.get("$ref", "")
        shared = self.root.get("$defs", {}).get(target.rpartition("/")[2], {}) if target else {}
        return {**shared, **schema}

    def field(self, table: Mapping[str, Any], name: str) -> Mapping[str, Any]:
        """What is said of a field of a table."""
        return self.resolved(table.get("properties", {}).get(name))

    def at(self, path: Iterable[object]) -> Mapping[str, Any]:
        """What is said of the value at a place of the file."""
        part: Mapping[str, Any] = self.root
        for step in path:
            below = part.get("items")
            if isinstance(step, str):
                below = part.get("properties", {}).get(step, part.get("additionalProperties"))
            part = self.resolved(below)
        return part


def tell(error: Any, schema: Schema, prefix: str) -> Iterator[Told]:
    """What is to be said of one error; `prefix` stands before every field."""
    path = [prefix, *error.absolute_path] if prefix else list(error.absolute_path)
    field = ".".join(str(part) for part in path)
    if "propertyNames" in error.relative_schema_path:
        # The value is the name of a field: only languages name fields by a rule.
        yield _bad_language(str(error.instance), field)
        return
    match error.validator:
        case "required":
            yield from _missing(error, schema, field)
        case "additionalProperties":
            yield from _unknown(error, field)
        case "anyOf" | "oneOf":
            yield from _none_fits(error, schema, field)
        case "dependentRequired":
            for name, needed in error.validator_value.items():
                for other in needed:
                    if name in error.instance and other not in error.instance:
                        yield (
                            f"{field}.{other}",
                            f"The field “{other}” is missing; “{name}” means nothing without it.",
                            write(other, schema.field(error.schema, other), schema),
                        )
        case "not":
            names = _quoted(error.validator_value.get("required", ()), "and")
            yield field, f"{names} cannot stand together.", "Take one of them out."
        case _:
            message, advice = _value(error, schema, field)
            yield field, message, advice


def _missing(error: Any, schema: Schema, field: str) -> Iterator[Told]:
    for name in error.validator_value:
        if name in error.instance or _misspelt(error, name):
            continue
        yield (
            f"{field}.{name}" if field else name,
            f"The field “{name}” is missing.",
            write(name, schema.field(error.schema, name), schema, _header(field)),
        )


def _misspelt(error: Any, name: str) -> bool:
    """Whether a field is there under another name: it will be told as one that is unknown."""
    unknown = [key for key in error.instance if key not in error.schema.get("properties", {})]
    return bool(get_close_matches(name, unknown, 1))


def _unknown(error: Any, field: str) -> Iterator[Told]:
    known = list(error.schema.get("properties", {}))
    for key in error.instance:
        if key in known:
            continue
        near = get_close_matches(key, known, 1)
        meant = f"Did you mean “{near[0]}”? " if near else ""
        yield (
            f"{field}.{key}" if field else key,
            f"“{key}” is not a field here.",
            f"{meant}Fields: {', '.join(known)}.",
        )


def _none_fits(error: Any, schema: Schema, field: str) -> Iterator[Told]:
    """None of several forms fits: of a text, or of which fields must be there."""
    name = _last(field)
    needed = [key for form in error.validator_value for key in form.get("required", ())]
    if needed:
        if any(_misspelt(error, key) for key in needed):
            return
        if "sources" in needed:
            advice = 'Write sources = ["frus-1950"]'
            if "no_source_because" in needed:
                advice += ', or no_source_because = "..." where there is none'
            else:
                advice += ', or basis = "general-knowledge" where it was not checked'
            yield f"{field}.sources", "No source is given here.", f"{advice}."
            return
        examples = " or ".join(
            _assign(key, schema.field(error.schema, key), schema) for key in needed
        )
        yield field, f"Neither {_quoted(needed, 'nor')} is given here.", f"Write {examples}."
        return
    if isinstance(error.instance, Mapping) and error.instance:
        for key, value in error.instance.items():
            if not isinstance(value, str) or not value.strip():
                yield (
                    f"{field}.{key}",
                    f"“{key}” must have words in quotes behind it.",
                    f'Write {key} = "...".',
                )
            elif any(
                inner.validator == "pattern" and inner.instance == key for inner in error.context
            ):
                yield _bad_language(key, field)
        return
    if isinstance(error.instance, str):
        yield field, f"“{name}” is empty.", "Write words in the quotes, or leave the field out."
        return
    advice = write(name, {"examples": [{"en": "...", "zh-Hans": "...", "ru": "..."}]}, schema)
    yield field, f"“{name}” must be words in quotes, or a table of them by language.", advice


def _bad_language(key: str, field: str) -> Told:
    return (
        f"{field}.{key}",
        f"“{key}” is not a language tag.",
        'Write a BCP 47 tag: en, zh-Hans, zh-Hant, ru = "...".',
    )


def _value(error: Any, schema: Schema, field: str) -> tuple[str, str]:
    """What is wrong with one value."""
    name = _last(field)
    value, wanted = error.instance, error.validator_value
    example = write(name, schema.at(error.absolute_path), schema, _header(field.rpartition(".")[0]))
    match error.validator:
        case "enum":
            return _not_one_of(name, value, [str(one) for one in wanted])
        case "type":
            return _wrong_kind(name, value, wanted, schema, example)
        case "pattern":
            said = error.schema.get("patternErrorMessage", "is not written as it must be.")
            shown = f"“{_cut(str(value))}”" if str(value).strip() else f"“{name}”"
            return f"{shown} {said}", example
        case "minItems" if not value:
            return f"The list “{name}” is empty.", example or "Leave the field out."
        case "minItems":
            return f"“{name}” needs at least {wanted} of them.", example
        case "maxItems":
            return f"“{name}” holds more than {wanted}.", example
        case "minProperties":
            return f"The table “{name}” is empty.", example or "Leave the field out."
        case "uniqueItems":
            twice = next((one for at, one in enumerate(value) if one in value[:at]), "")
            return f"“{_cut(str(twice))}” stands twice in “{name}”.", "Take one of them out."
        case "minimum" | "maximum":
            low, high = error.schema.get("minimum"), error.schema.get("maximum")
            limits = f"from {low} to {high}" if high is not None else f"{low} or more"
            return f"“{name}” is {value}; it must be {limits}.", example
        case _:
            return f"“{name}” does not fit: {error.message}.", example


def _not_one_of(name: str, value: object, wanted: list[str]) -> tuple[str, str]:
    shown = _cut(str(value))
    article = "an" if name[:1] in "aeiou" else "a"
    near = get_close_matches(str(value), wanted, 1, _NEAR)
    if len(wanted) <= _MANY:
        meant = f"Did you mean “{near[0]}”?" if near else ""
        return f"“{shown}” is not {article} {name}: write {_listed(wanted)}.", meant
    meant = f"Did you mean “{near[0]}”? " if near else ""
    return f"“{shown}” is not {article} {name}.", f"{meant}Write one of: {', '.join(wanted)}."


def _wrong_kind(
    name: str, value: object, wanted: object, schema: Schema, example: str
) -> tuple[str, str]:
    if name.isdecimal():
        name = "This item of the list" if not schema.json else "This item"
    else:
        name = f"“{name}”" if name else "The file"
    if isinstance(value, datetime.date | datetime.time):
        return f"{name} must stand in quotes.", f'Write "{value.isoformat()}".'
    kinds = wanted if isinstance(wanted, list) else [wanted]
    said = " or ".join(
        {
            "string": "words in quotes",
            "array": "a list",
            "object": "a table",
            "boolean": "true or false, without quotes",
            "integer": "a whole number, without quotes",
            "number": "a number, without quotes",
        }.get(str(kind), str(kind))
        for kind in kinds
    )
    return f"{name} must be {said}.", example


def write(name: str, field: Mapping[str, Any], schema: Schema, header: str = "") -> str:
    """How a field is written: "Write verdict = "supported"."; "" when there is no example."""
    examples = field.get("examples")
    if not examples or name.isdecimal():
        return ""
    if _is_tables(examples[0]) and not schema.json:
        return f"Write [[{header}{name}]], and below it its fields."
    return f"Write {_assign(name, field, schema)}."


def _assign(name: str, field: Mapping[str, Any], schema: Schema) -> str:
    example = (field.get("examples") or ["..."])[0]
    if schema.json:
        return f'"{name}": {json.dumps(example, ensure_ascii=False)}'
    return f"{name} = {_toml(example)}"


def _is_tables(value: object) -> bool:
    return isinstance(value, list) and bool(value) and isinstance(value[0], dict)


def _toml(value: object) -> str:
    """A value as TOML has it, on one line."""
    if isinstance(value, Mapping):
        inside = ", ".join(f"{key} = {_toml(item)}" for key, item in value.items())
        return f"{{ {inside} }}"
    if isinstance(value, list):
        return f"[{', '.join(_toml(item) for item in value)}]"
    return json.dumps(value, ensure_ascii=False)


def _header(field: str) -> str:
    """The headings of the tables around a field: `parts.0` is `parts.`."""
    names = [part for part in field.split(".") if part and not part.isdecimal()]
    return "".join(f"{name}." for name in names)


def _last(field: str) -> str:
    """The name that an author knows a value by."""
    return field.rpartition(".")[2]


def _quoted(names: Any, last: str) -> str:
    return f" {last} ".join(f"“{name}”" for name in names)


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} or {names[-1]}"


def _cut(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 60 else text[:59] + "…"
