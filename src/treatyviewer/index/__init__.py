"""Full-text search: the analyser, the index's tables, queries, snippets.

The engine is SQLite's FTS5; what decides the quality, the analyser, is ours. Knows numbered
documents with a title and a text, not what they are; `library` knows that.
"""

# Part of the library file's key: a change in what the analyser answers must change it. It
# stands here, not in the analyser, because every start asks for it and only a search needs
# the rest.
ANALYSER = 4
