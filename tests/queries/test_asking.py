"""How questions are asked: what is bound, what is refused, and how answers are written."""

import csv
import io
import json
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, RdfFormat, Store, parse

from sayso.errors import QuestionError
from sayso.namespaces import DEFAULT_BASE
from sayso.query import Answer, Question, ask, find_question, read_question, to_csv, to_json, to_turtle

HARBOUR = Path(__file__).parent / "data" / "harbour.trig"


@pytest.fixture(scope="module")
def store() -> Store:
    store = Store()
    store.load(path=str(HARBOUR), format=RdfFormat.TRIG)
    return store


def own(text: str) -> Question:
    return Question("own", "", text)


def refusal(store: Store, question: Question, **params: str) -> str:
    with pytest.raises(QuestionError) as caught:
        ask(store, question, params, DEFAULT_BASE)
    return str(caught.value)


def test_an_unknown_question_names_near_ones() -> None:
    with pytest.raises(QuestionError, match="did you mean who-speaks-most"):
        find_question("who-speaks")
    with pytest.raises(QuestionError, match="who-denies-what"):
        find_question("denies")


def test_a_missing_parameter_comes_with_its_example(store: Store) -> None:
    told = refusal(store, find_question("figures-about-one-event"))
    assert 'add --param about="soldiers"' in told


def test_an_unknown_parameter_names_a_near_one(store: Store) -> None:
    assert "did you mean about?" in refusal(store, find_question("who-denies-what"), abuot="ships")
    assert "takes no parameters" in refusal(store, find_question("who-relays-whom"), who="Lee")


@pytest.mark.parametrize(
    ("question", "params", "told"),
    [
        ("what-a-person-said-over-time", {"who": "Lee", "since": "May 2030"}, "since must be a day, month or year"),
        ("what-a-person-said-over-time", {"who": "Lee", "until": "2030-13"}, "until must be"),
        ("who-speaks-most", {"articles": "many"}, "articles must be a number, such as '2', not 'many'"),
        ("who-speaks-most", {"articles": "inf"}, "articles must be a number"),
        ("where-is-the-proof", {"item": "the first one"}, "item must be an IRI"),
        ("where-is-the-proof", {"item": "https://example.org/a b"}, "item must be an IRI"),
    ],
)
def test_a_malformed_parameter_says_what_it_must_be(
    store: Store, question: str, params: dict[str, str], told: str
) -> None:
    assert told in refusal(store, find_question(question), **params)


@pytest.mark.parametrize(
    "who", ['" } INSERT DATA { <x:a> <x:b> <x:c> } #', "') || true || ('", ".*", "?agent", "<x:a>"]
)
def test_a_parameter_is_a_value_and_never_query_text(store: Store, who: str) -> None:
    before = len(store)
    answer = ask(store, find_question("what-a-person-said-over-time"), {"who": who}, DEFAULT_BASE)
    assert answer.rows == ()
    assert len(store) == before


@pytest.mark.parametrize("who", ["coast intelligence service", "COAST", "Cis", "agent/coast-intelligence-service"])
def test_names_match_in_any_case_by_word_alias_or_iri(store: Store, who: str) -> None:
    answer = ask(store, find_question("what-a-person-said-over-time"), {"who": who}, DEFAULT_BASE)
    assert len(answer.rows) == 2


@pytest.mark.parametrize("who", ["oast", "coastal", "intelligence coast"])
def test_names_match_by_whole_words_in_order(store: Store, who: str) -> None:
    assert ask(store, find_question("what-a-person-said-over-time"), {"who": who}, DEFAULT_BASE).rows == ()


@pytest.mark.parametrize(
    "text",
    [
        "SELECT ?s { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT ?s { service silent <http://127.0.0.1:9/>{ ?s ?p ?o } }",
        "SELECT ?s { ?s ?p ?o . SERVICE ?o { ?s ?q ?r } }",
        "SELECT ?s { SERVICE#\n ex:sparql # a comment\n { ?s ?p ?o } }",
        "SELECT ?s { ?s ?p ?a, ?b FILTER(?a<?b)SERVICE#>\n<http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT ?s { <x:it's> ?p ?a, ?b FILTER(?a<?b)SERVICE#>'\n<http://127.0.0.1:9/> { ?s ?p ?o } }",
        'SELECT ?s { ?s ?p """\n# """ . SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }',
        "SELECT ?s { S\\u0045RVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT ?s { BIND(1 AS ?x1) ?s ?p 1SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
    ],
)
def test_service_is_refused_before_execution(store: Store, text: str) -> None:
    assert "SERVICE would send the query to another server" in refusal(store, own(text))


@pytest.mark.parametrize(
    "text",
    [
        "SELECT ?service ?s { ?service schema:name ?s }",
        "SELECT ?s { ?my_service schema:name ?s }",
        'SELECT ?s { ?s schema:name "Coast Intelligence Service" }',
        "SELECT ?s { ?s schema:name ?n . FILTER(?s != <https://example.org/service>) }",
        "# SERVICE <http://example.org/> { was here }\nSELECT ?s { ?s schema:name ?n }",
        "SELECT ?s { GRAPH ?service { ?s schema:name ?n } }",
    ],
)
def test_the_mere_word_service_is_allowed(store: Store, text: str) -> None:
    assert ask(store, own(text), {}, DEFAULT_BASE).rows


@pytest.mark.parametrize(
    "text",
    [
        "INSERT DATA { <x:a> <x:b> <x:c> }",
        "PREFIX ex: <x:>\n# tidy up\ndelete where { ?s ?p ?o }",
        "DROP ALL",
        "LOAD <http://127.0.0.1:9/>",
    ],
)
def test_an_update_is_refused(store: Store, text: str) -> None:
    assert "would change the store" in refusal(store, own(text))


def test_broken_sparql_is_named_as_such(store: Store) -> None:
    assert refusal(store, own("SELECT ?s { ?s ")).startswith("own: this is not SPARQL 1.1: error at 1:")


def test_a_file_of_ones_own_with_a_parameter(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "names.rq"
    path.write_text(
        "#+ parameters:\n#+   who:\n#+     type: iri\n#+     example: agent/ana-berg\n#+     required: yes\n"
        "SELECT DISTINCT ?name ?who { ?who schema:name ?name } ORDER BY ?name\n"
    )
    question = find_question(str(path))
    answer = ask(store, question, {"who": "agent/ana-berg"}, DEFAULT_BASE)
    assert answer.columns == ("name", "who")
    assert answer.rows == ((Literal("Ana Berg"), NamedNode(DEFAULT_BASE + "agent/ana-berg")),)


def test_a_parameter_that_select_leaves_out_is_explained(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "names.rq"
    path.write_text("#+ parameters:\n#+   who:\n#+     type: name\nSELECT ?n { ?s schema:name ?n FILTER(?n = ?who) }\n")
    assert "only be bound where SELECT projects ?who" in refusal(store, read_question(path), who="Lee")


def test_a_file_that_is_not_there_is_named() -> None:
    with pytest.raises(QuestionError, match=r"nowhere\.rq: the query cannot be read"):
        find_question("nowhere.rq")


def test_ask_answers_true_or_false(store: Store) -> None:
    answer = ask(store, own("ASK { <agent/ana-berg> a schema:Person }"), {}, DEFAULT_BASE)
    assert to_csv(answer) == "answer\r\ntrue\r\n"


ROWS = Answer(("who", "words"), ((NamedNode("x:ä"), Literal('a "b",\nc')), (None, Literal("chat", language="fr"))))


def test_csv_quotes_as_rfc_4180_says() -> None:
    assert to_csv(ROWS) == 'who,words\r\nx:ä,"a ""b"",\nc"\r\n,chat\r\n'
    assert list(csv.reader(io.StringIO(to_csv(ROWS))))[1] == ["x:ä", 'a "b",\nc']


def test_json_follows_the_sparql_results_format(store: Store) -> None:
    results = json.loads(to_json(ROWS))
    assert results["head"] == {"vars": ["who", "words"]}
    assert results["results"]["bindings"] == [
        {"who": {"type": "uri", "value": "x:ä"}, "words": {"type": "literal", "value": 'a "b",\nc'}},
        {"words": {"type": "literal", "value": "chat", "xml:lang": "fr"}},
    ]


def test_rows_as_turtle_keep_every_value() -> None:
    triples = [q.triple for q in parse(to_turtle(ROWS, "x:answer").encode(), format=RdfFormat.TURTLE)]
    values = {t.object for t in triples if t.predicate.value.endswith("#value")}
    assert values == {NamedNode("x:ä"), Literal('a "b",\nc'), Literal("chat", language="fr")}
    assert all(isinstance(t.subject, NamedNode) for t in triples)


def test_a_graph_is_refused_where_only_rows_fit(store: Store) -> None:
    answer = ask(store, find_question("attribution-as-prov"), {}, DEFAULT_BASE)
    for write in (to_csv, to_json):
        with pytest.raises(QuestionError, match="use --format ttl"):
            write(answer)
    assert "prov:wasAttributedTo" in to_turtle(answer, "x:answer")
