#!/usr/bin/env python3
"""Python's difflib by words on the files that the benchmark wrote: time, memory, what is found.

usage: cargo bench --no-default-features --bench overlap -- write DIR
       python3 benches/overlap/difflib_by_words.py DIR
"""
import difflib, pathlib, re, resource, sys, time

SHORTEST_RUN_WORDS = 8

folder = pathlib.Path(sys.argv[1])
texts = [(folder / name).read_bytes().decode() for name in ("left.txt", "right.txt")]
truth = [tuple(map(int, line.split("\t"))) for line in (folder / "truth.tsv").read_text().splitlines()]


def bytes_before(text):
    """The number of bytes before each character."""
    offsets, count = [], 0
    for character in text:
        offsets.append(count)
        count += len(character.encode())
    return offsets + [count]


offsets = [bytes_before(text) for text in texts]
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
start = time.process_time()
words = [[(m.group().lower(), m.start(), m.end()) for m in re.finditer(r"[^\W_]+", text)] for text in texts]
matcher = difflib.SequenceMatcher(None, [w[0] for w in words[0]], [w[0] for w in words[1]], autojunk=True)
found = []
for block in matcher.get_matching_blocks():
    if block.size >= SHORTEST_RUN_WORDS:
        ends = [(0, block.a), (1, block.b)]
        found.append(tuple(
            offsets[side][place]
            for side, at in ends
            for place in (words[side][at][1], words[side][at + block.size - 1][2])
        ))
seconds = time.process_time() - start
grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024


def shared(one, other, at):
    return max(0, min(one[at + 1], other[at + 1]) - max(one[at], other[at]))


def size(pair):
    return pair[1] - pair[0] + pair[3] - pair[2]


def covered(of, by):
    """Bytes of one pair that others share on both sides; runs of a diff do not overlap."""
    hits = [other for other in by if shared(of, other, 0) and shared(of, other, 2)]
    return sum(shared(of, hit, 0) for hit in hits), sum(shared(of, hit, 2) for hit in hits)


cover = [covered(pair, found) for pair in truth]
half = sum(2 * l >= t[1] - t[0] and 2 * r >= t[3] - t[2] for t, (l, r) in zip(truth, cover))
recall = sum(map(sum, cover)) / sum(map(size, truth))
precision = sum(sum(covered(pair, truth)) for pair in found) / max(1, sum(map(size, found)))
print(f"difflib, by words | {seconds * 1e3:,.0f} ms | {grown:.0f} MB | {half} of {len(truth)} | {recall:.3f} | {precision:.3f}")
