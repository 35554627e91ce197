"""The command line. Starts the window when no command is named, and imports it only then."""

# Each is a module of this package with `run(arguments) -> exit status`.
COMMANDS = ("outline", "show", "search", "check", "pack", "unpack")
