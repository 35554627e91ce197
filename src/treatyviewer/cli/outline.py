"""`treatyviewer outline`: what an entry or a library holds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from treatyviewer.cli import common
from treatyviewer.export.values import collection_line, entry_values, node_values
from treatyviewer.library.library import Library
from treatyviewer.library.values import EntryInfo, Node


def run(arguments: Sequence[str]) -> int:
    """The command with its arguments; returns the exit status."""
    parser = common.command("outline", "List the sections and collections of an entry, in order.")
    common.add_library(parser, "path", nargs="?")
    given = parser.parse_args(arguments)

    def work(library: Library) -> int:
        if given.format == "json":
            entries = [_values(library, info, given.lang) for info in library.entries()]
            common.print_json({"entries": entries})
        else:
            for number, info in enumerate(library.entries()):
                if number:
                    print()
                _print(library, info, given.lang)
        return 0

    return common.with_library(given.path, work)


def _values(library: Library, info: EntryInfo, language: str) -> dict[str, Any]:
    sections = [node_values(node, library.path(node), language) for node in library.sections(info)]
    collections = library.nodes(
        "WHERE entry = ? AND kind = 'collection' ORDER BY id", info.node.entry
    )
    return entry_values(info, language) | {
        "sections": sections,
        "collections": [collection_line(node, language) for node in collections],
    }


def _print(library: Library, info: EntryInfo, language: str) -> None:
    print(f"{info.node.title(language)}  [{info.node.address}, edition {info.edition}]")
    _print_below(library, info.node, language, "")


def _print_below(library: Library, parent: Node, language: str, indent: str) -> None:
    after = 0
    while nodes := library.children(parent.id, after):
        for node in nodes:
            title = node.title(language)
            if node.kind == "part":
                if title:
                    print(f"\n{indent}{title}")
                _print_below(library, node, language, indent)
            else:
                count = f" ({node.members})" if node.kind == "collection" else ""
                print(f"{indent}  {node.number:>3}  {title}{count}  [{node.address}]")
                _print_below(library, node, language, indent + "    ")
        after = nodes[-1].id
