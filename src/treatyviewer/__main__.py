"""`python -m treatyviewer`, and the `treatyviewer` command."""

from __future__ import annotations

import sys

from treatyviewer.cli.main import main

__all__ = ["main"]

if __name__ == "__main__":
    sys.exit(main())
