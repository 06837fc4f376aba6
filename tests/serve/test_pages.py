"""The pages for people: what they show, where they lead, and that nothing in an article can act on them."""

import re
from html.parser import HTMLParser
from urllib.parse import quote

import pytest
from rdflib import Graph, URIRef
from starlette.testclient import TestClient

from sayso.query import questions

HTML = {"accept": "text/html"}
RESULT_SET = "http://www.w3.org/2001/sw/DataAccess/tests/result-set#"
PAGES = [
    "/",
    "/articles",
    "/statements",
    "/sources",
    "/figures",
    "/outlets",
    "/topic",
    "/topic?words=soldiers&kind=killed",
    "/search?words=soldiers",
    "/relays",
    "/questions",
    "/editor",
    "/ns",
    "/article/a1",
    "/article/a2",
    "/article/a1/f30",
    "/agent/ana-berg",
    "/outlet/harbour-post",
    "/group/soldiers",
    "/vocab/kind/killed",
    "/article/a2/u90",
    "/graph/ontology",
]


class Tags(HTMLParser):
    """The elements of a page with their attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attrs}))


def page(client: TestClient, path: str) -> str:
    answer = client.get(path, headers=HTML)
    assert answer.status_code == 200, answer.text
    return answer.text


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_whole_and_carries_no_script_of_its_own(client: TestClient, path: str) -> None:
    answer = client.get(path, headers=HTML)
    assert answer.status_code == 200
    policy = answer.headers["content-security-policy"]
    assert "script-src 'self';" in policy and "default-src 'none'" in policy
    tags = Tags(answer.text).found
    assert all("src" in attributes for tag, attributes in tags if tag == "script")
    assert not [a for _, a in tags for name in a if name.startswith("on") or (name == "style")]
    ids = [a["id"] for _, a in tags if "id" in a]
    assert len(ids) == len(set(ids)), [i for i in ids if ids.count(i) > 1]
    outside = [
        a[k] for _, a in tags for k in ("src", "href") if a.get(k, "").startswith(("http:", "//")) and _ == "link"
    ]
    assert outside == []


def test_every_list_shows_its_sparql_and_gives_it_as_files(client: TestClient) -> None:
    for path in (
        "/articles",
        "/statements",
        "/sources",
        "/figures",
        "/relays",
        "/topic?words=soldiers",
        "/agent/ana-berg",
        "/article/a1/f30",
    ):
        html = page(client, path)
        assert "Show me the SPARQL" in html, path
        assert {"csv", "json", "ttl"} <= set(re.findall(r"/questions/[a-z-]+\.(\w+)", html)), path


def test_the_sparql_that_is_shown_gives_the_rows_that_are_shown(client: TestClient) -> None:
    from html import unescape

    html = page(client, "/statements?words=soldiers")
    shown = unescape(re.findall(r"<code>(PREFIX.*?)</code>", html, re.DOTALL)[0])
    bindings = client.post("/sparql", data={"query": shown}).json()["results"]["bindings"]
    assert [row["content"]["value"] for row in bindings] == [
        "about 600 soldiers were killed",
        "around 600 soldiers died",
        "that soldiers had died",
    ]
    assert all(row["content"]["value"] in unescape(html) for row in bindings)


def test_a_view_is_in_its_address(client: TestClient) -> None:
    html = page(client, "/figures?kind=killed&outlet=lantern")
    assert 'value="lantern"' in html and "around 600 soldiers" in html and "about 600 soldiers" not in html


def test_an_article_shows_who_said_what_on_whose_word(client: TestClient) -> None:
    html = page(client, "/article/a1")
    assert "Ana Berg" in html and "Coast Intelligence Service" in html and "citing the CIS" in html
    assert re.search(r'id="c-s0" role="tooltip">.*Ana Berg ← Coast Intelligence Service', html)
    assert re.search(r"<aside.*600.*killed", html, re.DOTALL)


def test_a_person_is_shown_with_the_roles_that_are_reported(client: TestClient) -> None:
    html = page(client, "/agent/ana-berg")
    assert re.search(r"Roles as reported.*envoy.*1 article, 2030-05-02", html, re.DOTALL)
    assert "about 600 soldiers were killed" in html


def test_a_topic_stands_outlet_by_outlet(client: TestClient) -> None:
    html = page(client, "/topic?words=soldiers&kind=killed")
    assert re.findall(r"<section>\s*<h2>([^<]+)</h2>", html) == ["Daily Lantern", "Harbour Post"]
    assert html.count('class="dot"') == 2


def test_the_source_graph_is_drawn_and_listed(client: TestClient) -> None:
    html = page(client, "/relays")
    assert html.count('class="relay"') == 3 and "Mayor Ruiz ← Eva Holm: 1" in html


@pytest.mark.parametrize(
    "path",
    ["/statements?since=yesterday", "/figures?kind=kiled", "/statements?page=99999999999", "/topic?words=x&since=1"],
)
def test_a_wrong_filter_is_answered_in_plain_words(client: TestClient, path: str) -> None:
    answer = client.get(path, headers=HTML)
    assert answer.status_code in (200, 400)
    assert answer.status_code == 200 or "must be" in answer.text or "did you mean" in answer.text


@pytest.mark.parametrize("question", [q for q in questions() if q.columns], ids=lambda q: q.name)
def test_every_question_has_a_page_and_downloads(client: TestClient, question) -> None:  # type: ignore[no-untyped-def]
    query = "?" + "&".join(f"{name}={quote(value)}" for name, value in question.example.items())
    page(client, f"/questions/{question.name}{query}")
    for form in ("csv", "json", "ttl"):
        answer = client.get(f"/questions/{question.name}.{form}{query}")
        assert answer.status_code == 200
        assert "attachment" in answer.headers["content-disposition"]


def test_nothing_in_an_article_can_act(client: TestClient, evil_key: str) -> None:
    paths = [
        f"/article/{evil_key}",
        f"/article/{evil_key}/f9",
        "/agent/evil",
        "/articles",
        "/statements",
        "/sources",
        "/figures",
        "/search?words=alert",
        "/topic?words=alert",
        "/",
        f"/search?words={quote('<script>alert(4)</script>')}",
        f"/statements?who={quote(chr(34) + '><img src=x onerror=alert(5)>')}",
        "/outlets",
        f"/editor?query={quote(chr(34) + '><script>alert(6)</script>')}",
        f"/questions/{quote('<script>')}",
    ]
    for path in paths:
        answer = client.get(path, headers=HTML)
        assert answer.status_code in (200, 404), path
        tags = Tags(answer.text).found
        assert all(a.get("src", "").startswith("/static/") for tag, a in tags if tag == "script"), path
        assert not [tag for tag, _ in tags if tag in ("img", "b", "iframe", "object") and tag != "b"], path
        assert not [a for _, a in tags for name in a if name.startswith("on")], path
        assert not [a for _, a in tags if a.get("href", "").lower().startswith(("javascript:", "data:"))], path
    assert "alert(1)" in client.get(f"/article/{evil_key}", headers=HTML).text


def test_offsets_hold_beyond_ascii(client: TestClient, evil_key: str) -> None:
    html = page(client, f"/article/{evil_key}")
    assert "7 &lt;/p&gt; people 😀" in html


@pytest.mark.parametrize(
    "path",
    [
        "/static/../application.py",
        "/static/%2e%2e/application.py",
        "/static/..%2fapplication.py",
        "/static//etc/passwd",
        "/data/../../etc/passwd",
        "/id/%00",
        "/article/%ff",
    ],
)
def test_no_path_leads_out(client: TestClient, path: str) -> None:
    answer = client.get(path, headers=HTML)
    assert answer.status_code in (400, 404)
    assert "root:" not in answer.text and "import" not in answer.text


def test_the_site_is_small_and_fetches_nothing_from_elsewhere(client: TestClient) -> None:
    import gzip

    html = page(client, "/")
    assets = re.findall(r'(?:src|href)="(/static/[^"]+)"', html)
    assert assets
    size = sum(len(gzip.compress(client.get(a).content)) for a in assets) + len(gzip.compress(html.encode()))
    assert size < 150_000
    for asset in assets:
        assert "url(http" not in client.get(asset).text


def test_findings_are_filtered_by_the_address_and_taken_along(client: TestClient) -> None:
    everything = client.get("/findings.json").json()
    assert everything, "the invented articles give something to look at"
    rule = everything[0]["rule"]
    html = page(client, f"/findings?rule={quote(rule)}")
    kept = [finding for finding in everything if finding["rule"] == rule]
    assert f"{len(kept)} finding" in html and f'value="{rule}" selected' in html
    rows = client.get(f"/findings.csv?rule={quote(rule)}").text.splitlines()
    assert rows[0].startswith("severity,rule,message") and len(rows) >= 1 + len(kept)
    triples = Graph().parse(data=client.get(f"/findings.ttl?rule={quote(rule)}").text, format="turtle")
    told = {str(thing) for thing in triples.objects(None, URIRef(f"{RESULT_SET}value")) if isinstance(thing, URIRef)}
    assert {iri for finding in kept for iri in finding["about"]} <= told


def test_a_figure_is_shown_with_what_it_was_compared_with(client: TestClient) -> None:
    html = page(client, "/article/a2/f10")
    assert re.search(
        r"Compared with others.*restates.*/article/a1/f30.*about 600 soldiers.*Harbour Post", html, re.DOTALL
    )
    assert "one root, one number" in html


def test_figures_that_count_something_else_are_folded_away(client: TestClient) -> None:
    both, apart = client.get("/article/a1/f30").text, client.get("/article/a3/f0").text
    assert both.index("one root, one number") < both.index("1 that counts something else") < both.index("and families")
    assert "None of those told of the same event counts the same." in apart and "restates" not in apart
