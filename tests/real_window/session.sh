#!/usr/bin/env bash
# One sitting at the real window: open the left article, pick the right one in the real file dialog, and print the
# names of everything the accessibility tree shows. Runs under dbus-run-session.
# usage: session.sh BINARY LEFT RIGHT WORDS…   (waits until every one of WORDS stands in the tree)
set -eu
binary=$1 left=$2 right=$3
shift 3
here=$(cd "$(dirname "$0")" && pwd)
scratch=$(mktemp -d)
started=()
finish() {
    for process in "${started[@]}"; do kill "$process" 2>/dev/null || true; done
    wait 2>/dev/null || true
    rm -rf "$scratch"
}
trap finish EXIT

# Settings of this sitting alone, and no display but our own.
export HOME=$scratch XDG_CONFIG_HOME=$scratch/config XDG_DATA_HOME=$scratch/data XDG_STATE_HOME=$scratch/state
export LIBGL_ALWAYS_SOFTWARE=1 NO_AT_BRIDGE=0
unset WAYLAND_DISPLAY

mkfifo "$scratch/display"
Xvfb -displayfd 3 -screen 0 1280x800x24 +extension GLX 3>"$scratch/display" 2>"$scratch/xvfb.log" &
started+=($!)
read -r -t 30 number <"$scratch/display"
export DISPLAY=:$number
openbox 2>/dev/null &
started+=($!)

# Programs expose their tree only where something asks for it.
gdbus call --session --dest org.a11y.Bus --object-path /org/a11y/bus \
    --method org.freedesktop.DBus.Properties.Set org.a11y.Status IsEnabled '<true>' >/dev/null
gdbus call --session --dest org.a11y.Bus --object-path /org/a11y/bus \
    --method org.freedesktop.DBus.Properties.Set org.a11y.Status ScreenReaderEnabled '<true>' >/dev/null

"$binary" "$left" 2>"$scratch/diptych.log" &
program=$!
started+=("$program")
window=$(timeout 60 xdotool search --sync --onlyvisible --class diptych | head -n 1)
xdotool windowactivate --sync "$window"
# The first frame must be there before a key is heard.
/usr/bin/python3 "$here/accessible.py" 60 "Open" >/dev/null

xdotool key --window "$window" --clearmodifiers ctrl+shift+o
dialog=$(timeout 60 xdotool search --sync --onlyvisible --class zenity | tail -n 1)
xdotool windowactivate --sync "$dialog"
xdotool key --clearmodifiers ctrl+l
xdotool type --delay 20 "$right"
xdotool key --clearmodifiers Return

if ! /usr/bin/python3 "$here/accessible.py" 60 "$@"; then
    cat "$scratch/diptych.log" >&2
    exit 1
fi
