#!/usr/bin/env bash
# One sitting at the real window: open the left article, pick the right one in the real file dialog, and print the
# names of everything the accessibility tree shows.
# usage: session.sh BINARY LEFT LEFT_WORDS RIGHT WORDS…   (waits for LEFT_WORDS, then for every one of WORDS)
set -eu
here=$(cd "$(dirname "$0")" && pwd)

# Two stages: a display first, then a session bus whose services know that display.
if [ "${1-}" != "--on-display" ]; then
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
    export LIBGL_ALWAYS_SOFTWARE=1 DIPTYCH_SITTING=$scratch
    unset WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS
    mkfifo "$scratch/display"
    Xvfb -displayfd 3 -screen 0 1280x800x24 +extension GLX 3>"$scratch/display" 2>"$scratch/xvfb.log" &
    started+=($!)
    read -r -t 30 number <"$scratch/display"
    export DISPLAY=:$number
    openbox 2>/dev/null &
    started+=($!)
    dbus-run-session -- bash "$here/session.sh" --on-display "$@" 2>"$scratch/messages" || {
        cat "$scratch/messages" >&2
        exit 1
    }
    exit 0
fi
shift
binary=$1 left=$2 left_words=$3 right=$4
shift 4

# Programs expose their tree only where something asks for it.
for property in IsEnabled ScreenReaderEnabled; do
    gdbus call --session --dest org.a11y.Bus --object-path /org/a11y/bus \
        --method org.freedesktop.DBus.Properties.Set org.a11y.Status "$property" '<true>' >/dev/null
done

# Brings the newest window of that class to the front and prints its id; windows come and go while a program starts.
activate() {
    for _ in 1 2 3 4 5; do
        found=$(timeout 60 xdotool search --sync --onlyvisible --class "$1" | tail -n 1) || continue
        if timeout 10 xdotool windowactivate --sync "$found" 2>/dev/null; then
            echo "$found"
            return
        fi
    done
    echo "no window of class $1 could be brought to the front" >&2
    return 1
}

"$binary" "$left" &
program=$!
trap 'kill "$program" 2>/dev/null || true' EXIT
window=$(activate diptych)
# The left article must be there before the next key.
/usr/bin/python3 "$here/accessible.py" 60 "$left_words" >/dev/null

xdotool key --window "$window" --clearmodifiers ctrl+shift+o
# The dialog is zenity's own or the desktop portal's.
activate 'zenity|xdg-desktop-portal' >/dev/null
# The dialog's own tree says when it hears keys.
/usr/bin/python3 "$here/accessible.py" --of 'zenity|portal' 60 "Open" >/dev/null
xdotool key --clearmodifiers ctrl+l
xdotool type --delay 20 "$right"
# It completes paths as one types; the whole path must stand in its field before it is accepted.
/usr/bin/python3 "$here/accessible.py" --of 'zenity|portal' 60 "$right" >/dev/null
xdotool key --clearmodifiers Return

/usr/bin/python3 "$here/accessible.py" 60 "$@"

# What stands beside the columns, one pane after the other, by the key of each.
at_key() {
    xdotool key --window "$window" --clearmodifiers "$1"
    shift
    /usr/bin/python3 "$here/accessible.py" 60 "$@"
}
activate diptych >/dev/null
at_key t "[complementary|landmark] Side pane: Themes" "[heading] In both, " "[toggle button|button|push button] Theme, "
at_key s "[complementary|landmark] Side pane: Sources" "[heading] In both, "
at_key o "[complementary|landmark] Side pane: Overview" "[heading] What they share" "[page tab list] "
# Each article is a document; each link says what it is, where it is, and where it leads.
/usr/bin/python3 "$here/accessible.py" 60 "[document frame|document] Left article: " \
    "[document frame|document] Right article: " "[link] Link " "on the left in paragraph " "joined to paragraph "
