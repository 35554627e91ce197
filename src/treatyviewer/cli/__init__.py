"""The command line. Starts the window when no command is named, and imports it only then."""
