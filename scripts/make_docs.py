"""Writes build/docs: the ontology (pyLODE) and the vocabularies as HTML pages, with the diagram of the model.

Needs the extra ``docs``. The diagram, docs/model.svg, is drawn anew from docs/model.dot where Graphviz is installed.
"""

import logging
import shutil
import subprocess
import sys
from collections.abc import Sequence
from html import escape
from pathlib import Path

from rdflib import OWL, RDF, RDFS, SKOS, Graph, URIRef
from rdflib.term import Node

from sayso.namespaces import PREFIXES
from sayso.resources import resource

ROOT = Path(__file__).resolve().parent.parent
DOCS, BUILT = ROOT / "docs", ROOT / "build" / "docs"
ONTOLOGY = URIRef("https://w3id.org/sayso/ns")
ALT = "Diagram: an article reports statements; a statement has a source, relays another statement and makes claims."
_PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>sayso: {title}</title>
<style>
body {{ font: 1.05rem/1.6 Georgia, serif; max-width: 64rem; margin: 2rem auto; padding: 0 1rem }}
img {{ width: 100% }} table {{ border-collapse: collapse; width: 100% }} .note {{ color: #555 }}
th, td {{ text-align: left; vertical-align: top; padding: .3rem .8rem .3rem 0; border-top: 1px solid #ccc }}
</style>
</head>
<body>
<h1>{title}</h1>
{body}
</body>
</html>
"""


def main() -> int:
    """Write every page; 3 where a library is missing."""
    try:
        from pylode.profiles.ontpub import OntPub
    except ImportError as error:
        print(f"the pages need the extra docs: pip install -e '.[docs]' ({error})", file=sys.stderr)
        return 3
    logging.disable(logging.WARNING)
    BUILT.mkdir(parents=True, exist_ok=True)
    draw_model()
    shutil.copyfile(DOCS / "model.svg", BUILT / "model.svg")
    _write("ontology.html", OntPub(ontology=one_ontology()).make_html())
    files = sorted((resource("ontology") / "vocabularies").glob("*.ttl"))
    vocabularies = [Graph().parse(file) for file in files]
    _write("vocabularies.html", _PAGE.format(title="Lists of values", body="\n".join(map(scheme, vocabularies))))
    _write("index.html", _PAGE.format(title="who said what, on whose word", body=front(vocabularies)))
    return 0


def front(vocabularies: Sequence[Graph]) -> str:
    """The picture, then where the terms and each list of values are."""
    lists = [(iri, label) for iri, label in map(_name, vocabularies)]
    items = "\n".join(f'<li><a href="vocabularies.html#{_local(iri)}">{label}</a></li>' for iri, label in lists)
    return (
        f"<p>How a statement, its source, its claim and the characters that prove it hang together:</p>\n"
        f'<img src="model.svg" alt="{ALT}">\n<p><a href="ontology.html">All classes and properties</a>, each with its '
        f"definition, an example and what it is not.</p>\n<h2>Lists of values</h2>\n<ul>\n{items}\n</ul>"
    )


def scheme(vocabulary: Graph) -> str:
    """A SKOS scheme as a section: each concept with its definition, example and note (pyLODE shows no concepts)."""
    iri, label = _name(vocabulary)
    meaning = escape(str(vocabulary.value(iri, SKOS.definition) or ""))
    rows = "\n".join(_row(vocabulary, c) for c in sorted(vocabulary.subjects(RDF.type, SKOS.Concept)))
    return f'<h2 id="{_local(iri)}">{label}</h2>\n<p>{meaning}</p>\n<table>\n{rows}\n</table>'


def _row(vocabulary: Graph, concept: Node) -> str:
    label = escape(str(vocabulary.value(concept, SKOS.prefLabel)))
    cells = [str(vocabulary.value(concept, p) or "") for p in (SKOS.definition, SKOS.example, SKOS.scopeNote)]
    meaning, example, note = map(escape, cells)
    above = ", ".join(escape(_local(b)) for b in sorted(vocabulary.objects(concept, SKOS.broader)))
    told = f"{meaning}<br><i>{example}</i>" + (f'<br><span class="note">{note}</span>' if note else "")
    told += f'<br><span class="note">Below: {above}</span>' if above else ""
    return f'<tr><th title="{escape(str(concept))}">{label}</th><td>{told}</td></tr>'


def one_ontology() -> Graph:
    """The ontology as one: terms of all modules under the one header that holds version, licence and citation."""
    graph = Graph()
    for file in [resource("ontology") / "sayso.ttl", *sorted((resource("ontology") / "modules").glob("*.ttl"))]:
        graph.parse(file)
    for part in set(graph.subjects(RDF.type, OWL.Ontology)) - {ONTOLOGY}:
        graph.remove((part, None, None))
    graph.remove((ONTOLOGY, OWL.imports, None))
    for term in set(graph.subjects(RDFS.isDefinedBy)):
        graph.set((term, RDFS.isDefinedBy, ONTOLOGY))
    ordered = _bound(Graph())  # pyLODE lists terms as it meets them
    for triple in sorted(graph):
        ordered.add(triple)
    return ordered


def draw_model() -> None:
    """Draw docs/model.svg from docs/model.dot; without Graphviz it stays as it is."""
    if dot := shutil.which("dot"):
        subprocess.run([dot, "-Tsvg", "-o", DOCS / "model.svg", DOCS / "model.dot"], check=True)
    else:
        print("Graphviz is not installed: docs/model.svg stays as it is", file=sys.stderr)


def _bound(graph: Graph) -> Graph:
    for prefix, namespace in PREFIXES.items():
        graph.bind(prefix, namespace, replace=True)
    return graph


def _name(vocabulary: Graph) -> tuple[Node, str]:
    iri = next(vocabulary.subjects(RDF.type, SKOS.ConceptScheme))
    return iri, escape(str(vocabulary.value(iri, SKOS.prefLabel)))


def _local(iri: Node) -> str:
    return str(iri).rstrip("/").rpartition("/")[2]


def _write(name: str, page: str) -> None:
    (BUILT / name).write_text(page, encoding="utf-8")
    print(f"wrote {(BUILT / name).relative_to(ROOT)}", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
