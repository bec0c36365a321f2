"""Builds words.tsv: common English words with their family, how common they are and their parts of speech.

usage: make_words.py FREQUENCY_DICTIONARY WORDNET_DICT EXCEPTIONS OUT

FREQUENCY_DICTIONARY: "word count" a line (SymSpell's frequency_dictionary_en_82_765.txt, MIT; counts from Google Books
Ngram, CC BY 3.0). WORDNET_DICT: the dict folder of WordNet 3.1; EXCEPTIONS: the folder with its *.exc files.
"""
import math, os, re, sys
from collections import defaultdict, deque

freq_path, wn, exc_dir, out = sys.argv[1:5]
KEEP = 40000
POS = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}

freq = {}
for line in open(freq_path, encoding="utf-8-sig"):
    w, c = line.split()
    if re.fullmatch(r"[a-z]+", w):
        freq[w] = int(c)

lemmas = defaultdict(dict)                    # lemma -> pos -> tag count
for line in open(os.path.join(wn, "index.sense"), encoding="latin-1"):
    key, _, _, count = line.split()
    lemma, rest = key.split("%", 1)
    pos = {"1": "n", "2": "v", "3": "a", "4": "r", "5": "a"}[rest[0]]
    if re.fullmatch(r"[a-z]+", lemma):
        lemmas[lemma][pos] = lemmas[lemma].get(pos, 0) + int(count)

exceptions = {p: defaultdict(list) for p in POS}
for p, name in POS.items():
    for line in open(os.path.join(exc_dir, name + ".exc"), encoding="latin-1"):
        parts = line.split()
        exceptions[p][parts[0]] += parts[1:]
RULES = {
    "n": [("s", ""), ("ses", "s"), ("xes", "x"), ("zes", "z"), ("ches", "ch"), ("shes", "sh"), ("men", "man"), ("ies", "y")],
    "v": [("s", ""), ("ies", "y"), ("es", "e"), ("es", ""), ("ed", "e"), ("ed", ""), ("ing", "e"), ("ing", "")],
    "a": [("er", ""), ("est", ""), ("er", "e"), ("est", "e")],
    "r": [],
}
def morphy(word):
    found = []
    for p in POS:
        if p in lemmas.get(word, {}):
            found.append((word, p, "base"))
        for e in exceptions[p].get(word, []):
            if p in lemmas.get(e, {}) and e != word:
                found.append((e, p, "inflected"))
        for old, new in RULES[p]:
            if word.endswith(old) and len(word) > len(old) + 1:
                base = word[: -len(old)] + new
                if base != word and p in lemmas.get(base, {}) and not (p == "n" and word.endswith("ss")):
                    found.append((base, p, "inflected"))
            m = re.fullmatch(r"(.+?)([bdfgklmnprtvz])\2(ed|ing)", word)
            if p == "v" and m and "v" in lemmas.get(m[1] + m[2], {}):
                found.append((m[1] + m[2], "v", "inflected"))
    return list(dict.fromkeys(found))

# Synsets: words by offset, for lexical pointers.
data, pointers = {}, []
for p, name in POS.items():
    for line in open(os.path.join(wn, "data." + name), encoding="latin-1"):
        if line.startswith(" "):
            continue
        f = line.split(" | ")[0].split()
        n = int(f[3], 16)
        words = [re.sub(r"\(.*\)", "", f[4 + 2 * i]) for i in range(n)]
        data[(p, f[0])] = words
        at = 4 + 2 * n
        for i in range(int(f[at])):
            sym, off, tp, st = f[at + 1 + 4 * i: at + 5 + 4 * i]
            if st != "0000":
                pointers.append((p, f[0], sym, off, "a" if tp == "s" else tp, int(st[:2], 16), int(st[2:], 16)))

def shared_prefix(a, b):
    n = 0
    for x, y in zip(a, b):
        if x != y:
            break
        n += 1
    return n
def kin(a, b):
    n = shared_prefix(a, b)
    return n >= 4 and n >= min(len(a), len(b)) - 2 or (n >= 3 and n == min(len(a), len(b)) and len(a) + len(b) < 14)

edges = defaultdict(set)
opposites = defaultdict(set)
PREFIX = ("un", "in", "im", "il", "ir", "dis", "mis", "non")
for p, off, sym, toff, tp, s, t in pointers:
    a, b = data[(p, off)][s - 1].lower(), data[(tp, toff)][t - 1].lower()
    if not (re.fullmatch("[a-z]+", a) and re.fullmatch("[a-z]+", b)) or a == b:
        continue
    if sym in "+\\" and kin(a, b):
        edges[a].add(b); edges[b].add(a)
    if sym == "!":
        for x, y in ((a, b), (b, a)):
            if any(x == pre + y for pre in PREFIX):
                edges[x].add(y); edges[y].add(x)
                for syn in data[(p, off)] + data[(tp, toff)]:      # mistrust beside distrust
                    if any(syn == pre + y for pre in PREFIX):
                        edges[syn].add(y); edges[y].add(syn)

FAMILIES = [l.split() for l in open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "families.txt")) if l.strip() and l[0] != "#"]
split = {w for l in FAMILIES if l[0] == "-" for w in l[1:]}
root = {}
for w in sorted(lemmas, key=lambda w: (-freq.get(w, 0), w)):
    if w in root:
        continue
    root[w] = w
    if w in split:
        continue
    queue, seen = deque([(w, 0)]), {w}
    while queue:
        x, d = queue.popleft()
        for y in sorted(edges[x]):
            if y in seen or y in root or y in split:
                continue
            seen.add(y)
            near = any(y == pre + w or y.startswith(pre + w[: max(4, len(w) - 2)]) for pre in PREFIX) or kin(w, y)
            if d < 2 and near and freq.get(y, 0) <= freq.get(w, 0):
                root[y] = w
                queue.append((y, d + 1))
for l in FAMILIES:
    if l[0] != "-":
        for w in l:
            root[w] = l[0]

def parts(word):
    """Parts of speech, likeliest first; forms (d: past, g: -ing, s: plural or third person)."""
    score = defaultdict(float)
    best = {}
    for lemma, p, how in morphy(word):
        s = lemmas[lemma][p] + 0.5 + (0.0 if how == "inflected" else 0.2)
        if how == "inflected" and p == "v" and re.search("(ed|ing)$", word):
            s *= 1.0
        if s > score[p]:
            score[p], best[p] = s, lemma
    order = sorted(score, key=lambda p: (-score[p], "nvar".index(p)))
    return [p for p in order if score[p] >= 0.12 * score[order[0]]], best

rows = []
top = math.log2(max(freq.values()))
for word in sorted(freq, key=lambda w: (-freq[w], w))[:KEEP]:
    pos, best = parts(word)
    if pos:
        lemma = best[pos[0]]
        family = root.get(lemma, lemma)
        if word in split:
            family = lemma
    else:
        lemma, family = word, word
    for l in FAMILIES:
        if l[0] != "-" and word in l:
            family = l[0]
    rows.append((word, family, freq[word], "".join(pos) or "-"))
counts = defaultdict(int)
for _, family, count, _ in rows:
    counts[family] += count
rows = sorted((w, "" if f == w else f, max(0, round(4 * (top - math.log2(counts[f])))), p) for w, f, _, p in rows)
with open(out, "w", encoding="utf-8") as f:
    for word, family, rarity, pos in rows:
        f.write(f"{word}\t{family}\t{rarity}\t{pos}\n")
print(len(rows), os.path.getsize(out))
