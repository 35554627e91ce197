"""What an entry is: frozen values, typed blocks and inline runs, addresses, languages.

Knows no Qt, no files and no SQL.
"""
