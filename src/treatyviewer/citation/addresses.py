"""Where a work is on the web, and how that is written for people."""

from __future__ import annotations

from treatyviewer.citation.item import Item, words


def address(csl: Item) -> str:
    """The web address of a work: its URL, or what its DOI says; "" when there is none."""
    url = words(csl, "URL")
    if url.lower().startswith(("http://", "https://")) and " " not in url:
        return url
    doi = words(csl, "DOI")
    return f"https://doi.org/{doi}" if doi and " " not in doi else ""


def address_words(url: str) -> str:
    """Host and path, without scheme and last slash, with percent-escapes read.

    An escape stays where it hides what a reader must not mistake for something else: a space, a
    sign that cannot be seen, one that turns the direction of writing, or bytes that are no text.
    """
    words = url.partition("://")[2] or url
    words = words.partition("#")[0]
    if words.count("/") == 1:
        words = words.removesuffix("/")
    if "%" not in words:
        return words
    from urllib.parse import quote, unquote

    host, slash, path = words.partition("/")
    try:
        path = unquote(path, errors="strict")
    except UnicodeDecodeError:
        return words
    seen = (sign if sign.isprintable() and sign != " " else quote(sign) for sign in path)
    return host + slash + "".join(seen)
