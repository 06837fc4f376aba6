"""Writes the currencies of the world by their English names, from the Unicode CLDR as Babel carries it.

    .venv/bin/python scripts/make_currencies.py     # writes graph/sayso/read/figures/currencies.toml
    .venv/bin/python scripts/format_turtle.py --write ontology/vocabularies/unit.ttl

Taken are those that are legal tender somewhere today, each with its ISO 4217 code; those that the vocabulary of units
lacks are added to it.
"""

from pathlib import Path

from babel import Locale
from babel import __version__ as version
from babel.core import get_global

ROOT = Path(__file__).resolve().parent.parent
FILE = ROOT / "graph" / "sayso" / "read" / "figures" / "currencies.toml"
UNITS = ROOT / "ontology" / "vocabularies" / "unit.ttl"
HEADER = f"""# Currencies by ISO 4217 code and English name in the plural, written by scripts/make_currencies.py.
# From Babel {version}.
# Source: Unicode CLDR. Copyright Unicode, Inc.; the licence stands in currencies.LICENSE.
[names]
"""


def tender() -> set[str]:
    """The codes of currencies that are legal tender in some country now."""
    rows = (row for rows in get_global("territory_currencies").values() for row in rows)
    return {code for code, _, end, legal in rows if end is None and legal}


def names(number: str) -> dict[str, str]:
    """Code -> name in the singular ("one") or plural ("other"); a code whose name is a common word is left out."""
    printed = Locale("en")._data["currency_names_plural"]
    found = {code: printed[code][number] for code in sorted(tender()) if number in printed.get(code, {})}
    return {code.lower(): name for code, name in found.items() if not name.endswith("gold")}


def concept(code: str, name: str) -> str:
    """A currency as a concept of the vocabulary, in Turtle."""
    capital = code.upper()
    return f"""
unit:{code} a skos:Concept ; skos:prefLabel "{name}"@en ; skos:notation "{capital}" ;
    skos:definition "One {name}, the currency whose code in the standard ISO 4217 is {capital}."@en ;
    skos:example "{capital} 250,000"@en ; skos:inScheme unit: ; skos:topConceptOf unit: .
unit: skos:hasTopConcept unit:{code} .
"""


def main() -> None:
    rows = (f'{code} = "{name.casefold().replace("st. ", "saint ")}"' for code, name in names("other").items())
    FILE.write_text(HEADER + "\n".join(rows) + "\n", encoding="utf-8")
    known = UNITS.read_text(encoding="utf-8")
    missing = (concept(code, name) for code, name in names("one").items() if f"\nunit:{code}\n" not in known)
    UNITS.write_text(known + "".join(missing), encoding="utf-8")


if __name__ == "__main__":
    main()
