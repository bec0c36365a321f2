#!/usr/bin/env python3
"""Runs the scorers and fails where a figure falls under its floor.

usage: scores.py SHARED BINARY FLOORS

FLOORS has a line a figure: its name, a tab or blanks, the least it may be. A name that starts with "most " is a
ceiling. Raise a floor when you raise its figure.
"""
import json
import os
import re
import subprocess
import sys
import tempfile

shared, binary, floors_file = sys.argv[1:4]
evaluation = os.path.join(shared, "eval")


def scorer(name, *arguments):
    command = [sys.executable, os.path.join(evaluation, name), *arguments]
    done = subprocess.run(command, capture_output=True, text=True)
    print(f"$ {name} {' '.join(os.path.basename(a) for a in arguments)}\n{done.stdout}{done.stderr}", flush=True)
    if done.returncode:
        sys.exit(f"{name} failed")
    return done.stdout


figures = {}

with tempfile.NamedTemporaryFile(suffix=".json") as table:
    gold = os.path.join(evaluation, "gold-002-003.json")
    scorer("score_comparison.py", gold, os.path.join(shared, "seeds"), binary, "--pairs", "002-003", "--json", table.name)
    for name, row in json.load(open(table.name)).items():
        for part in ("precision", "recall", "f1"):
            figures[f"seeds {name} {part}"] = row[part]
        figures[f"most seeds {name} false"] = row["fp"]

# The scorer prints this row only where there are some.
figures.setdefault("most seeds wrong merges false", 0)

heading = ""
for line in scorer("score_attribution.py", os.path.join(evaluation, "polnear", "dev"), binary).splitlines():
    found = re.match(r"(\S*)\s+(\S.*?)\s{2,}([\d.]+)  \(", line)
    if found:
        heading = found[1] or heading
        figures[f"news {heading} {found[2]}"] = float(found[3])
    if line.startswith("confidence"):
        sure = re.search(r"0\.9\+: (\d+)/(\d+)", line)
        if sure:
            figures["news confidence 0.9"] = 100 * int(sure[1]) / max(1, int(sure[2]))

for line in scorer("score_passages.py", os.path.join(evaluation, "shared-passages"), binary).splitlines():
    found = re.match(r"(.*?)\s{2,}([\d.]+)", line)
    if found:
        figures[("most " if "a pair" in line else "") + f"passages {found[1]}"] = float(found[2])

fallen = []
for line in open(floors_file, encoding="utf-8"):
    line = line.split("#")[0].strip()
    if not line:
        continue
    name, bound = line.rsplit(None, 1)
    value = figures.get(name)
    if value is None:
        fallen.append(f"{name}: no such figure; there are: {', '.join(sorted(figures))}")
    elif value > float(bound) if name.startswith("most ") else value < float(bound):
        fallen.append(f"{name}: {value:.3f}, the floor is {bound}")
if fallen:
    sys.exit("under the floor:\n  " + "\n  ".join(fallen))
print("all figures at or over their floors")
