"""Values of an entry to JSON values and back.

One form for the library file and for the blocks of `show --format json`: every named tuple is
an object with `type` and its fields. A mapping (texts by language) is an object without `type`,
which is no language tag.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from treatyviewer.entry import blocks as b

_CLASSES = (
    b.Text, b.Emphasis, b.Strong, b.Code, b.Link, b.NoteMark, b.ClaimMark, b.Citation, b.Break,
    b.Heading, b.Paragraph, b.Quote, b.Item, b.ItemList, b.Definition, b.DefinitionList,
    b.Cell, b.Row, b.Table, b.Rule, b.Note, b.Figure, b.FactTable, b.Column, b.Parallel,
    b.MapPlace, b.Map, b.Card, b.Pill,
)  # fmt: skip


def _name(cls: type) -> str:
    """`ItemList` is `item-list`."""
    return "".join(f"-{c.lower()}" if c.isupper() else c for c in cls.__name__).lstrip("-")


_NAMES: dict[type, str] = {cls: _name(cls) for cls in _CLASSES}
_BY_NAME: dict[str, type] = {name: cls for cls, name in _NAMES.items()}


def register(*classes: type) -> None:
    """Let named tuples of other modules be written and read as well."""
    for cls in classes:
        _NAMES[cls] = _name(cls)
        _BY_NAME[_name(cls)] = cls


def to_json(value: object) -> Any:
    """A value, or a tuple or mapping of them, as values that `json.dumps` takes."""
    name = _NAMES.get(type(value))
    if name is not None:
        # Every class above is a named tuple.
        fields: dict[str, object] = value._asdict()  # type: ignore[attr-defined]  # a named tuple
        return {"type": name} | {field: to_json(item) for field, item in fields.items()}
    if isinstance(value, tuple):
        return [to_json(item) for item in value]
    if isinstance(value, Mapping):
        return {key: to_json(item) for key, item in value.items()}
    return value


def from_json(value: Any) -> Any:
    """The inverse of `to_json`. Raises KeyError or TypeError for what it cannot have written."""
    if isinstance(value, list):
        return tuple(from_json(item) for item in value)
    if isinstance(value, dict):
        fields = {key: from_json(item) for key, item in value.items() if key != "type"}
        return _BY_NAME[value["type"]](**fields) if "type" in value else fields
    return value


def blocks_from_json(values: list[Any]) -> tuple[b.Block, ...]:
    """The inverse of `to_json` for a tuple of blocks. Raises TypeError for anything else."""
    blocks = from_json(values)
    if not all(isinstance(block, b.Block) for block in blocks):
        raise TypeError("This is no block.")
    return cast("tuple[b.Block, ...]", blocks)
