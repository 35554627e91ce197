#!/bin/sh
# The tests, in two parts: those that need an X display under Xvfb, then all the others without
# one. The large part comes last so that its closing line is the last thing on the screen.
set -u
cd "$(dirname "$0")/.." || exit
python=.venv/bin/python
x11_status=0

if command -v xvfb-run >/dev/null 2>&1 && command -v xauth >/dev/null 2>&1; then
    echo "Tests on an X display (Xvfb):"
    env -u WAYLAND_DISPLAY QT_QPA_PLATFORM=xcb \
        xvfb-run -a -s '-screen 0 1600x1200x24' "$python" -m pytest -m xvfb </dev/null
    x11_status=$?
    if [ "$x11_status" -eq 5 ]; then # pytest: nothing was collected
        echo "No test is marked xvfb."
        x11_status=0
    fi
else
    echo "xvfb-run or xauth is missing: the tests marked xvfb are left out."
    # Where everything must have run, a part left out is a failure.
    [ -z "${CI:-}" ] || x11_status=1
fi

echo "Tests without a display:"
env -u DISPLAY -u WAYLAND_DISPLAY QT_QPA_PLATFORM=offscreen \
    "$python" -m pytest -m 'not xvfb' </dev/null
status=$?

if [ "$x11_status" -ne 0 ]; then
    echo "The tests on an X display failed; see the first part above." >&2
    exit "$x11_status"
fi
exit "$status"
