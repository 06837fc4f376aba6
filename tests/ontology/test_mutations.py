"""No fault of a kind that the shapes promise to catch goes unnoticed: one of each kind in a sample article."""

import runpy
import sys
from pathlib import Path

import pytest

from sayso.model import to_quads
from sayso.namespaces import DataIris
from sayso.read.articles import read_articles
from sayso.read.reading import Reading
from sayso.resources import resource
from sayso.validate import validate

SCRIPTS = Path(__file__).parent.parent.parent / "scripts"


def test_every_kind_of_fault_is_caught(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "path", [str(SCRIPTS), *sys.path])
    script = runpy.run_path(str(SCRIPTS / "mutate_graph.py"))
    (reading,) = read_articles([str(resource("sample/articles/03-example-wire.txt"))])
    assert isinstance(reading, Reading)
    quads = to_quads(reading, DataIris())
    assert validate(quads, reading.article.text).conforms
    tried = script["of_each_kind"](script["mutants"](quads))
    missed = [mutant.kind for mutant in tried if not script["is_caught"](mutant, reading.article.text)]
    with capsys.disabled():
        print(f"\n{len(tried) - len(missed)} of {len(tried)} kinds of fault caught")
    assert len(tried) > 60
    assert missed == []
