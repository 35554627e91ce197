"""Maps of places: of all of an entry, and of one with those around it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from treatyviewer.entry import blocks as b
from treatyviewer.entry import things as t
from treatyviewer.library import things
from treatyviewer.library.composing.pieces import Pieces
from treatyviewer.library.library import Library
from treatyviewer.library.values import Node

Members = Sequence[tuple[Node, Any]]

# As far from a place, in kilometres, others are on its map.
_NEAR = 800
_RADIUS = 6371


def map_of(members: Members, pieces: Pieces) -> tuple[b.Block, ...]:
    """A map of all places whose position is known; nothing where there is none."""
    places = _placed(members, pieces)
    if not places:
        return ()
    alt = pieces.say("map-of").format(names=_listed(places, pieces))
    return (b.Map("map", places, "", alt, (_credit(pieces),)),)


def map_around(library: Library, node: Node, place: t.Place, pieces: Pieces) -> tuple[b.Block, ...]:
    """A map about one place, with the entry's other places near it; nothing where its position is
    not known.
    """
    if place.latitude is None or place.longitude is None or node.parent is None:
        return ()
    all_of_them = _placed(things.members(library, library.node(node.parent)), pieces)
    target = node.address.link
    here = next(one for one in all_of_them if one.target == target)
    near = sorted(
        (one for one in all_of_them if one != here and _apart(here, one) <= _NEAR),
        key=lambda one: _apart(here, one),
    )
    alt = pieces.say("map-of").format(names=_listed((here, *near), pieces))
    caption: list[b.Run] = []
    if near:
        comma = b.Text(pieces.say("comma"))
        caption.append(b.Text(pieces.say("map-near")))
        for one in near:
            caption += [b.Link(one.target, (b.Text(one.name),)), comma]
        caption[-1] = b.Text(pieces.say("full-stop"))
    caption.append(_credit(pieces))
    return (b.Map("map", (here, *near), target, alt, tuple(caption)),)


def _placed(members: Members, pieces: Pieces) -> tuple[b.MapPlace, ...]:
    return tuple(
        b.MapPlace(node.address.link, node.title(pieces.language), place.latitude, place.longitude)
        for node, place in members
        if place.latitude is not None and place.longitude is not None
    )


def _listed(places: Sequence[b.MapPlace], pieces: Pieces) -> str:
    return pieces.say("comma").join(place.name for place in places)


def _credit(pieces: Pieces) -> b.Run:
    return b.Text(pieces.say("map-credit"))


def _apart(one: b.MapPlace, other: b.MapPlace) -> float:
    """How many kilometres two places are from each other."""
    high, low = math.radians(one.latitude), math.radians(other.latitude)
    turn = math.radians(one.longitude - other.longitude)
    half = (
        math.sin((high - low) / 2) ** 2 + math.cos(high) * math.cos(low) * math.sin(turn / 2) ** 2
    )
    return 2 * _RADIUS * math.asin(math.sqrt(min(1.0, half)))
