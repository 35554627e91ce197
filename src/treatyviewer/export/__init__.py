"""Entries and sections as files of other formats: one writer a format, all from the same blocks."""
