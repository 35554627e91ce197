"""Blocks with other runs in them, or under other ids: for what is known only when a whole entry was
read, and for pages on which several texts stand.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar, cast, get_args

from treatyviewer.entry.blocks import Block, NoteMark, Run

_Value = TypeVar("_Value")
_RUNS = get_args(Run)
_BLOCKS = get_args(Block)


def rewrite(value: _Value, change: Callable[[Run], Run]) -> _Value:
    """The same value with every run in it changed, the outer ones after the inner ones.

    Works on runs, blocks, named tuples that hold them, and tuples and mappings of these. What
    is not changed is kept, not copied.
    """
    return cast("_Value", _rewrite(value, change))


def _rewrite(value: object, change: Callable[[Run], Run]) -> object:
    if isinstance(value, tuple):
        items = [_rewrite(item, change) for item in value]
        if any(new is not old for new, old in zip(items, value, strict=True)):
            make = getattr(value, "_make", tuple)
            value = make(items)
        if isinstance(value, _RUNS):
            return change(cast("Run", value))
        return value
    if isinstance(value, Mapping):
        return {key: _rewrite(item, change) for key, item in value.items()}
    return value


def placed(value: _Value, place: str) -> _Value:
    """The same blocks with `place-` before every id, at any depth, and before what leads to one.

    Ids count within one text: where several stand on a page they would come again.
    """
    return cast("_Value", _placed(value, place))


def _placed(value: object, place: str) -> object:
    if not isinstance(value, tuple):
        return value
    make = getattr(value, "_make", tuple)
    value = make(_placed(item, place) for item in value)
    if isinstance(value, _BLOCKS):
        return value._replace(id=f"{place}-{value.id}")
    if isinstance(value, NoteMark):
        return value._replace(note=f"{place}-{value.note}")
    return value
