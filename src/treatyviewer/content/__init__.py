"""From a folder to an entry: TOML and Markdown read into frozen values, with every problem placed.

Only compiling and checking need this package; reading does not import it
(`treatyviewer.content.folder` excepted, which is small).
"""
