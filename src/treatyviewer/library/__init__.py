"""The shelf: entries compiled once into a disposable file, and read lazily from it.

The file lies in the user's cache folder and can be deleted at any time. It is made anew when
the content, the program's version or the analyser has changed, or when it is damaged.
"""
