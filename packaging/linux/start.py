"""Where the frozen program starts."""

import os
import sys

# The boot loader has put the program's own folder here. The libraries find each other without it,
# and a browser that a link opens must not find them.
_BEFORE = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
if _BEFORE:
    os.environ["LD_LIBRARY_PATH"] = _BEFORE
else:
    os.environ.pop("LD_LIBRARY_PATH", None)

from treatyviewer.__main__ import main  # noqa: E402  what it starts must not see the above

sys.exit(main())
