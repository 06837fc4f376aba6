"""The sample corpus, built and served by the real program, and a Chromium to look at it with."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from sayso.pipeline import Settings, build
from sayso.resources import resource
from sayso.store import Dataset

CHROMIUM = os.environ.get("SAYSO_CHROMIUM", "/usr/bin/chromium")
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("browsed") / "store"
    with Dataset.open(folder, write=True) as dataset:
        build([str(resource("sample/articles"))], dataset, settings=Settings(workers=1))
    return folder


@contextmanager
def serving(folder: Path, *options: str) -> Iterator[str]:
    """Runs ``sayso serve`` and gives its address."""
    command = [sys.executable, "-m", "sayso", "serve", "--store", str(folder), "--port", "0", *options]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout
            told = process.stdout.readline()
            found = re.search(r"http://[\d.]+:\d+", told)
            assert found, told
            yield found[0]
        finally:
            process.terminate()
            process.wait(20)


@pytest.fixture(scope="session")
def site(built: Path) -> Iterator[str]:
    with serving(built) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    playwright = pytest.importorskip("playwright.sync_api", reason="run make browser")
    if not Path(CHROMIUM).exists():
        pytest.skip(f"{CHROMIUM} is not installed (Debian: chromium); set SAYSO_CHROMIUM to where it is")
    with playwright.sync_playwright() as running:
        chromium = running.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield chromium
        chromium.close()


@pytest.fixture
def open_page(browser: Any) -> Iterator[Callable[..., Any]]:
    """Opens an address; what the browser complains of, or fetches from elsewhere, fails the test."""
    complaints: list[str] = []
    context = browser.new_context(viewport={"width": 1280, "height": 900})

    def opened(address: str, width: int = 1280) -> Any:
        page = context.new_page()
        page.set_viewport_size({"width": width, "height": 900})
        origin = "/".join(address.split("/")[:3])
        page.on("console", lambda m: complaints.append(m.text) if m.type == "error" else None)
        page.on("pageerror", lambda e: complaints.append(str(e)))
        page.on("request", lambda r: None if r.url.startswith((origin, "data:", "blob:")) else complaints.append(r.url))
        page.goto(address)
        return page

    yield opened
    context.close()
    assert complaints == []


@pytest.fixture
def own_copy(built: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(built, tmp_path / "store"))
