"""What the program imports first, for PyInstaller to begin at; starter.c does the same."""

import sys

from treatyviewer.__main__ import main

sys.exit(main())
