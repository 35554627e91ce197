"""Completion for bash, zsh and fish, made of the program's own argument parsers."""

from __future__ import annotations

from program import Argument, Command, plain

_MADE = "# Made from the program's own argument parsers by packaging/desktop/make.py."
# What stands where: endings of file names, or "/" for folders alone.
_ENDINGS = {"entry": ("treaty",), "treaty": ("treaty",), "jsonl": ("jsonl",), "png": ("png",)}


# --- bash ---------------------------------------------------------------------------------------

_BASH_HEAD = """\
_treatyviewer_files() {
    # Files with an ending, and folders to go into.
    local IFS=$'\\n'
    compopt -o filenames 2>/dev/null
    COMPREPLY=($(compgen -f -X "!*.$1" -- "$cur"; compgen -d -- "$cur"))
}

_treatyviewer_words() {
    COMPREPLY=($(compgen -W "$1" -- "$cur"))
}

_treatyviewer() {
    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} command=
    COMPREPLY=()
    ((COMP_CWORD > 1)) && command=${COMP_WORDS[1]}
    case $command in
"""


def bash(commands: tuple[Command, ...]) -> str:
    """For `bash-completion/completions/treatyviewer`; works without that package too."""
    window, named = commands[0], commands[1:]
    lines = [_MADE, "", _BASH_HEAD.rstrip("\n")]
    for command in named:
        lines += [f"        {command.name})", *_bash_command(command, ()), "            ;;"]
    names = tuple(command.name for command in named)
    lines += ["        *)", *_bash_command(window, names), "            ;;"]
    lines += ["    esac", "}", "", "complete -F _treatyviewer treatyviewer", ""]
    return "\n".join(lines)


def _bash_command(command: Command, names: tuple[str, ...]) -> list[str]:
    lines = ["            case $prev in"]
    for option in command.options:
        if option.metavar:
            lines.append(
                f"                {'|'.join(option.flags)}) {_bash_value(option)}; return ;;"
            )
    lines.append("            esac")
    flags = " ".join(flag for option in command.options for flag in option.flags)
    lines += [
        "            if [[ $cur == -* ]]; then",
        f"                _treatyviewer_words '{flags}'",
        "                return",
        "            fi",
    ]
    if command.places:
        lines.append(f"            {_bash_value(command.places[0])}")
    if names:
        lines += [
            "            if ((COMP_CWORD == 1)); then",
            f"                COMPREPLY+=($(compgen -W '{' '.join(names)}' -- \"$cur\"))",
            "            fi",
        ]
    return lines


def _bash_value(argument: Argument) -> str:
    if argument.takes == "choice":
        return f"_treatyviewer_words '{' '.join(argument.choices)}'"
    if argument.takes == "folder":
        return '_treatyviewer_files ""'
    endings = _ENDINGS.get(argument.takes)
    return f"_treatyviewer_files {endings[0]}" if endings else ":"


# --- zsh ----------------------------------------------------------------------------------------


def zsh(commands: tuple[Command, ...]) -> str:
    """For `zsh/vendor-completions/_treatyviewer`."""
    window, named = commands[0], commands[1:]
    lines = ["#compdef treatyviewer", _MADE, "", "_treatyviewer_commands() {", "    local -a names"]
    lines.append("    names=(")
    lines += [f"        '{c.name}:{_zsh_text(c.description)}'" for c in named]
    lines += ["    )", "    _describe -t commands command names", "}", ""]
    lines += ["_treatyviewer_window() {", *_zsh_arguments(window), "}", ""]
    lines += ["_treatyviewer() {", "    if ((CURRENT > 2)); then", "        case $words[2] in"]
    for command in named:
        lines += [f"            {command.name})", "                shift words; ((CURRENT--))"]
        lines += ["        " + line for line in _zsh_arguments(command)]
        lines += ["                return ;;"]
    lines += ["        esac", "    fi"]
    lines += [
        "    if ((CURRENT == 2)) && [[ $words[2] != -* ]]; then",
        "        _alternative 'commands:command:_treatyviewer_commands' \\",
        "            'entries:entry:_files -g \"*.treaty\"'",
        "    else",
        "        _treatyviewer_window",
        "    fi",
        "}",
        "",
        '_treatyviewer "$@"',
        "",
    ]
    return "\n".join(lines)


def _zsh_arguments(command: Command) -> list[str]:
    specs = [_zsh_option(option) for option in command.options]
    for number, place in enumerate(command.places, 1):
        where = "*" if place.repeated else str(number)
        specs.append(f"'{where}:{_zsh_text(place.metavar)}:{_zsh_value(place)}'")
    return [
        "        _arguments -S \\",
        *(f"            {s} \\" for s in specs[:-1]),
        f"            {specs[-1]}",
    ]


def _zsh_option(option: Argument) -> str:
    what = f"[{_zsh_text(option.help)}]"
    if option.metavar:
        what += f":{_zsh_text(option.metavar)}:{_zsh_value(option)}"
    if len(option.flags) == 1:
        return f"'{'*' if option.repeated else ''}{option.flags[0]}{what}'"
    return f"'({' '.join(option.flags)})'{{{','.join(option.flags)}}}'{what}'"


def _zsh_value(argument: Argument) -> str:
    if argument.takes == "choice":
        return f"({' '.join(argument.choices)})"
    if argument.takes == "folder":
        return "_files -/"
    endings = _ENDINGS.get(argument.takes)
    return f'_files -g "*.{endings[0]}"' if endings else " "


def _zsh_text(text: str) -> str:
    text = plain(text).replace("'", "’").replace("`", "’")
    for sign in "\\:[]":
        text = text.replace(sign, "\\" + sign)
    return text


# --- fish ---------------------------------------------------------------------------------------


def fish(commands: tuple[Command, ...]) -> str:
    """For `fish/vendor_completions.d/treatyviewer.fish`."""
    window, named = commands[0], commands[1:]
    names = " ".join(command.name for command in named)
    lines = [
        _MADE,
        "",
        "complete -c treatyviewer -f",
        # The command is the first word only; the same word later is an argument.
        "function __treatyviewer_in",
        "    set -l words (commandline -opc)",
        '    test (count $words) -gt 1; and test "$words[2]" = "$argv[1]"',
        "end",
        "function __treatyviewer_window",
        "    set -l words (commandline -opc)",
        f'    test (count $words) -lt 2; or not contains -- "$words[2]" {names}',
        "end",
        # Files with an ending, and folders to go into (fish's own way lists all files).
        "function __treatyviewer_files",
        "    set -l token (commandline -ct)",
        "    set -l files $token*$argv[1]",
        "    printf '%s\\n' $files",
        "    __fish_complete_directories $token ''",
        "end",
        "function __treatyviewer_first",
        "    test (count (commandline -opc)) -eq 1",
        "end",
    ]
    for command in named:
        lines.append(
            "complete -c treatyviewer -n __treatyviewer_first"
            f" -a {command.name} -d {_fish_text(command.description)}"
        )
    lines += _fish_command(window, "__treatyviewer_window")
    for command in named:
        lines += _fish_command(command, f"'__treatyviewer_in {command.name}'")
    return "\n".join(lines) + "\n"


def _fish_command(command: Command, when: str) -> list[str]:
    start = f"complete -c treatyviewer -n {when}"
    lines = []
    for option in command.options:
        flags = " ".join(
            f"-l {f[2:]}" if f.startswith("--") else f"-s {f[1:]}" for f in option.flags
        )
        value = " -x" + _fish_value(option) if option.metavar else ""
        lines.append(f"{start} {flags}{value} -d {_fish_text(option.help)}")
    for place in command.places:
        if value := _fish_value(place):
            lines.append(start + value)
    return lines


def _fish_value(argument: Argument) -> str:
    if argument.takes == "choice":
        return f" -a '{' '.join(argument.choices)}'"
    if argument.takes == "folder":
        return " -a '(__fish_complete_directories)'"
    endings = _ENDINGS.get(argument.takes)
    return f" -a '(__treatyviewer_files .{endings[0]})'" if endings else ""


def _fish_text(text: str) -> str:
    return "'" + plain(text).replace("\\", "\\\\").replace("'", "\\'") + "'"
