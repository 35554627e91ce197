#!/bin/sh
# Draws the pictures of docs/pictures anew: the real window, without a display.
set -eu
cd "$(dirname "$0")/.."

entry=sino-soviet-treaty-1950
draw() {
    name=$1
    shift
    .venv/bin/python -m treatyviewer --screenshot "docs/pictures/$name.png" "$@"
}

draw glance-light --theme light --at $entry/lead
draw glance-dark --theme dark --at $entry/lead
draw evidence-light --theme light --at "$entry/end-and-impact#c6-1"
draw evidence-dark --theme dark --at "$entry/end-and-impact#c6-1"
draw evidence-ru-dark --theme dark --lang ru --at "$entry/end-and-impact#c6-1"
draw section-zh --theme light --lang zh --at $entry/economic-aid
draw search-light --theme light --query "how did the treaty end"
draw search-dark --theme dark --query "how did the treaty end"
draw claims-dark --theme dark --at "$entry/claims#contradicted"
draw people-light --theme light --at $entry/people
draw places-light --theme light --at $entry/places
draw timeline-light --theme light --at $entry/military-assistance --timeline 1949/1952
draw settings-light --theme light --view settings --at $entry/overview
draw contrast --theme contrast --at "$entry/economic-aid#c5-1"
draw narrow-dark --theme dark --size 900x600 --at $entry/overview
