#!/usr/bin/env python3
"""originals/NAME.md to originals/NAME.txt: the words as a reader sees them, notes at the end in the order they are cited.

Paragraphs are parted by blank lines; list items have no marks, cells of a row stand apart by tabs.
"""
import pathlib
import re

FOLDER = pathlib.Path(__file__).parent / "originals"


def plain(words: str) -> str:
    words = re.sub(r"\[\^[^\]]+\]", "", words)
    words = re.sub(r"\[([^\]]+)\]\([^)]*\)", r"\1", words)
    return re.sub(r"\*+", "", words)


def blocks(source: str):
    notes = []
    for block in source.strip().split("\n\n"):
        for line in block.splitlines():
            if note := re.match(r"\[\^[^\]]+\]: (.*)", line):
                notes.append(plain(note[1]))
            elif line.startswith("|"):
                cells = [plain(cell.strip()) for cell in line.strip("|").split("|")]
                if not all(set(cell) <= set("-:") for cell in cells):
                    yield "\t".join(cells)
            else:
                yield plain(re.sub(r"^(#+|>|-|\d+\.) ", "", line))
    yield from notes


for path in sorted(FOLDER.glob("*.md")):
    text = "\n\n".join(blocks(path.read_text(encoding="utf-8"))) + "\n"
    path.with_suffix(".txt").write_text(text, encoding="utf-8")
