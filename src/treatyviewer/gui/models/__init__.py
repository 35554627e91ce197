"""QtCore item models over the library and its answers."""
