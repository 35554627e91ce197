"""Read a file of queries, a line each."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from treatyviewer.errors import ContentError, Problem
from treatyviewer.tuples import NamedTuple


class Question(NamedTuple):
    """A query and what its answer is to be known by: whatever JSON value the file gives."""

    id: Any
    text: str


def read_questions(file: Path) -> list[Question]:
    """The queries of a file. Raises `ContentError` with what is wrong in which line."""
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "it is not UTF-8 text"
        raise ContentError(
            (Problem(str(file), 0, "", f"The file cannot be read: {why}.", "Check its name."),)
        ) from error
    problems: list[Problem] = []
    questions: list[Question] = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            value = json.loads(line)
        except ValueError:
            value = None
        if isinstance(value, dict) and "id" in value and isinstance(value.get("text"), str):
            questions.append(Question(value["id"], value["text"]))
        else:
            problems.append(
                Problem(
                    str(file),
                    number,
                    "",
                    "The line is no query.",
                    'Write {"id": "q1", "text": "what to search for"}.',
                )
            )
    if problems:
        raise ContentError(tuple(problems))
    return questions
