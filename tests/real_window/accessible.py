"""Waits until every one of the words given stands in Diptych's accessibility tree; prints the tree's names.

usage: accessible.py SECONDS WORDS...
"""
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi


def names(node, depth=0):
    """The names and texts of a node and all below it."""
    if node is None or depth > 40:
        return
    try:
        yield node.get_name() or ""
        text = node.get_text_iface()
        if text is not None:
            yield Atspi.Text.get_text(text, 0, Atspi.Text.get_character_count(text))
        children = [node.get_child_at_index(i) for i in range(node.get_child_count())]
    except Exception:  # a node that went away between two calls
        return
    for child in children:
        yield from names(child, depth + 1)


def tree():
    desktop = Atspi.get_desktop(0)
    programs = [desktop.get_child_at_index(i) for i in range(desktop.get_child_count())]
    ours = [one for one in programs if one is not None and "diptych" in (one.get_name() or "").lower()]
    return "\n".join(name for one in ours for name in names(one) if name)


seconds, wanted = float(sys.argv[1]), sys.argv[2:]
until = time.monotonic() + seconds
while True:
    shown = tree()
    missing = [word for word in wanted if word not in shown]
    if not missing:
        print(shown)
        sys.exit(0)
    if time.monotonic() > until:
        print(shown)
        sys.exit(f"not in the accessibility tree after {seconds:.0f} s: {missing}")
    time.sleep(0.2)
