"""People use the pages: search, open, highlight, follow a chain, run a query, review and rebuild."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sayso.pipeline import Settings, build
from sayso.resources import resource
from sayso.store import Dataset

from .conftest import serving

pytestmark = pytest.mark.browser
PAGES = ("/", "/articles", "/statements", "/sources", "/figures", "/relays", "/findings", "/questions", "/ns",
         "/editor", "/search?words=soldiers", "/topic?words=soldiers&kind=killed",
         "/questions/who-denies-what")  # fmt: skip


def test_search_open_and_follow_a_chain(site: str, open_page: Callable[..., Any]) -> None:
    page = open_page(site)
    page.fill("#ask", "intelligence")
    page.press("#ask", "Enter")
    page.get_by_role("heading", name="“intelligence”").wait_for()
    page.get_by_role("region", name="Articles").get_by_role("link").first.click()
    handle = page.locator(".handle").nth(1)
    handle.focus()
    tip = page.locator(".handle:focus + .pop")
    assert tip.is_visible()
    assert page.locator(".lit").count() >= 1
    handle.press("Enter")
    card = page.locator(":target")
    assert card.locator("blockquote").inner_text()
    card.locator(".chain a").first.click()
    assert page.get_by_role("heading", level=1).inner_text()
    assert "is reported to have said" in page.content()


def test_a_figure_leads_to_its_timeline(site: str, open_page: Callable[..., Any]) -> None:
    page = open_page(f"{site}/figures?kind=killed")
    page.locator("td.is-printed a").first.click()
    page.get_by_role("heading", level=1).wait_for()
    assert page.locator("svg .dot.this").count() == 1
    page.locator("svg a").nth(2).focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/article/*/f*")


def test_a_query_is_run_in_the_editor(site: str, open_page: Callable[..., Any]) -> None:
    page = open_page(f"{site}/editor")
    page.locator(".yasgui .tab", has_text="who relays whom").first.click()
    page.locator(".yasgui .tabPanel.active .yasqe_queryButton").click()
    page.get_by_text("Lee Seong-kweun").first.wait_for(timeout=15000)


def test_show_me_the_sparql_opens_the_editor_with_it(site: str, open_page: Callable[..., Any]) -> None:
    page = open_page(f"{site}/statements?words=soldiers")
    page.get_by_text("Show me the SPARQL").click()
    page.get_by_role("link", name="Open it in the editor").click()
    page.locator(".tabPanel.active .cm-string", has_text="soldiers").first.wait_for(timeout=15000)
    assert "shared query" in page.content()


def test_everything_can_be_reached_by_keyboard(site: str, open_page: Callable[..., Any]) -> None:
    page = open_page(site)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


@pytest.mark.parametrize("path", PAGES)
def test_nothing_is_wider_than_a_phone(site: str, path: str, open_page: Callable[..., Any]) -> None:
    page = open_page(site + path, width=390)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def axe(page: Any) -> list[str]:
    found = pytest.importorskip("axe_playwright_python.sync_playwright").Axe().run(page).response["violations"]
    grave = [v for v in found if v["impact"] in ("serious", "critical")]
    return [f"{v['id']}: {v['nodes'][0]['html'][:160]}" for v in grave]


@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing_serious(site: str, path: str, open_page: Callable[..., Any]) -> None:
    page = open_page(site + path)
    if path == "/editor":
        page.locator(".tab", has_text="who said what about").wait_for()
    assert axe(page) == []


def test_axe_finds_nothing_serious_in_article_figure_and_person(site: str, open_page: Callable[..., Any]) -> None:
    page = open_page(f"{site}/articles")
    page.locator("td.is-headline a").first.click()
    assert axe(page) == []
    page.locator("aside a").first.click()
    assert axe(page) == []
    assert axe(open_page(f"{site}/agent/lee-seong-kweun")) == []


def select(page: Any, words: str) -> None:
    """Select words in the text, as with a mouse."""
    page.evaluate(
        """words => { for (const piece of document.querySelectorAll('.text [data-at]')) {
            const node = piece.firstChild, at = node && node.data ? node.data.indexOf(words) : -1;
            if (at >= 0) { const range = document.createRange(); range.setStart(node, at);
              range.setEnd(node, at + words.length); const s = getSelection();
              s.removeAllRanges(); s.addRange(range); return } } }""",
        words,
    )
    page.wait_for_timeout(100)


def test_review_and_rebuild(own_copy: Path, open_page: Callable[..., Any]) -> None:
    with serving(own_copy, "--review", "Ada Roe") as site:
        page = open_page(f"{site}/articles")
        page.locator("td.is-headline a").last.click()
        page.get_by_role("link", name="Review this article").click()
        assert axe(page) == []
        desk = page.url
        page.locator("button.yes").first.click()
        page.locator("button.no").nth(1).click()
        page.get_by_text("A figure").last.click()
        words = page.locator(".text [data-at]").nth(3).inner_text().split()[0]
        select(page, words)
        page.locator("#missed details[open] button.take").first.click()
        taken = page.locator("#new-figure-content").input_value()
        assert "-" in taken
        page.fill("#new-figure-what", "killed")
        page.fill("#new-figure-low", "3")
        page.get_by_role("button", name="Add the figure").click()
        page.get_by_role("button", name="All the rest is right").click()
        page.get_by_role("button", name="The article is reviewed in full").click()
        assert "Reviewed in full by Ada Roe" in page.content()
        key = desk.rpartition("/")[2].partition("#")[0]
    with Dataset.open(own_copy, write=True) as dataset:
        build([str(resource("sample/articles"))], dataset, settings=Settings(workers=1, reader="rules"))
    with serving(own_copy, "--review", "Ada Roe") as site:
        page = open_page(f"{site}/review/{key}")
        assert page.locator(".stamp").count() >= 3
        page.goto(f"{site}/review")
        assert "On 1 article reviewed in full" in page.content()
        assert axe(page) == []
