"""Full-text search: the analyser, the index's tables, queries, snippets.

The engine is SQLite's FTS5; what decides the quality, the analyser, is ours. Knows numbered
documents with a title and a text, not what they are; `library` knows that.
"""
