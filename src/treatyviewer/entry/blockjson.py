"""Blocks and runs to JSON values and back.

One form for the library file and for `show --format json`: every value is an object with
`type` and the fields of its class in `treatyviewer.entry.blocks`.
"""

from __future__ import annotations

from typing import Any, cast

from treatyviewer.entry import blocks as b

_CLASSES = (
    b.Text, b.Emphasis, b.Strong, b.Code, b.Link, b.NoteMark, b.Break,
    b.Heading, b.Paragraph, b.Quote, b.Item, b.ItemList, b.Definition, b.DefinitionList,
    b.Cell, b.Row, b.Table, b.Rule, b.Note,
)  # fmt: skip


def _name(cls: type) -> str:
    """`ItemList` is `item-list`."""
    return "".join(f"-{c.lower()}" if c.isupper() else c for c in cls.__name__).lstrip("-")


_NAMES: dict[type, str] = {cls: _name(cls) for cls in _CLASSES}
_BY_NAME: dict[str, type] = {name: cls for cls, name in _NAMES.items()}


def to_json(value: object) -> Any:
    """A block, a run, or a tuple of them, as values that `json.dumps` takes."""
    name = _NAMES.get(type(value))
    if name is not None:
        # Every class above is a named tuple.
        fields: dict[str, object] = value._asdict()  # type: ignore[attr-defined]
        return {"type": name} | {field: to_json(item) for field, item in fields.items()}
    if isinstance(value, tuple):
        return [to_json(item) for item in value]
    return value


def _from_json(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(_from_json(item) for item in value)
    if isinstance(value, dict):
        fields = {key: _from_json(item) for key, item in value.items() if key != "type"}
        return _BY_NAME[value["type"]](**fields)
    return value


def blocks_from_json(values: list[Any]) -> tuple[b.Block, ...]:
    """The inverse of `to_json` for a tuple of blocks.

    Raises KeyError or TypeError for what `to_json` cannot have written.
    """
    return cast("tuple[b.Block, ...]", _from_json(values))
