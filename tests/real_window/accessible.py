"""Waits until every one of the words given stands in a program's accessibility tree; prints the tree's names.

usage: accessible.py [--of PROGRAM] SECONDS WORDS...   (PROGRAM: a regular expression; Diptych where none is given)

"[heading] In both" asks for a node of that role whose name begins so, "[link|label] Next" for one of either role.
"""
import re
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
        name = node.get_name() or ""
        yield f"[{node.get_role_name()}] {name}" if name else ""
        if "Text" in node.get_interfaces():
            yield Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node))
        children = [node.get_child_at_index(i) for i in range(node.get_child_count())]
    except Exception:  # a node that went away between two calls
        return
    for child in children:
        yield from names(child, depth + 1)


def tree(program):
    desktop = Atspi.get_desktop(0)
    programs = [desktop.get_child_at_index(i) for i in range(desktop.get_child_count())]
    ours = [one for one in programs if one is not None and re.search(program, one.get_name() or "", re.I)]
    return "\n".join(name for one in ours for name in names(one) if name)


def stands_in(wanted, shown):
    role = re.match(r"\[([^\]]+)\] ?(.*)", wanted)
    if role is None:
        return wanted in shown
    lines = shown.splitlines()
    return any(line.startswith(f"[{one}] {role[2]}") for one in role[1].split("|") for line in lines)


arguments = sys.argv[1:]
program = arguments[1] if arguments[0] == "--of" else "diptych"
arguments = arguments[2:] if arguments[0] == "--of" else arguments
seconds, wanted = float(arguments[0]), arguments[1:]
until = time.monotonic() + seconds
while True:
    shown = tree(program)
    missing = [word for word in wanted if not stands_in(word, shown)]
    if not missing:
        print(shown)
        sys.exit(0)
    if time.monotonic() > until:
        print(shown)
        sys.exit(f"not in the accessibility tree after {seconds:.0f} s: {missing}")
    time.sleep(0.2)
