from pathlib import Path

from sayso.read.gazetteer import gazetteer_from, load_gazetteer


def test_the_shipped_gazetteer_is_read_once() -> None:
    assert load_gazetteer() is load_gazetteer()
    assert len(load_gazetteer().entries) > 100


def test_a_capital_stands_for_its_government_when_it_speaks() -> None:
    assert [entry.id for entry in load_gazetteer().agents("Paris")] == ["agent/france"]
    assert load_gazetteer().country_of("French") == "place/france"


def test_an_acronym_keeps_its_case() -> None:
    assert load_gazetteer().named("WHO") and not load_gazetteer().named("who")


def test_a_users_file_adds_names_to_what_is_known(tmp_path: Path) -> None:
    extra = tmp_path / "mine.ttl"
    extra.write_text(
        "@prefix schema: <https://schema.org/> .\n"
        '<agent/quay-watch> a schema:Organization ; schema:name "Quay Watch" ;\n'
        " schema:sameAs <https://example.org/q> .\n"
    )
    known = load_gazetteer([extra])
    assert [entry.same_as for entry in known.named("quay watch")] == [("https://example.org/q",)]
    assert known.named("France") and not load_gazetteer().named("Quay Watch")
    assert len(gazetteer_from([extra]).entries) == 1
