"""Keeps docs/measurements.md: each script replaces the section that is its own and leaves the others."""

import json
import os
import platform
import re
import sys
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LIBRARIES = ("onnxruntime", "pyoxigraph", "pyshacl", "rdflib", "tokenizers", "trafilatura")
PAGE = ROOT / "docs" / "measurements.md"
HEAD = """# Measurements

Every figure here was written by a script that anyone can run again; the command stands above each table. The machines
that ran them are shared and noisy: read ratios and medians, not single times.
"""


def write_section(title: str, command: str, body: str) -> None:
    """Put a section in place of the one with the same title, or at the end."""
    page = PAGE.read_text(encoding="utf-8") if PAGE.exists() else HEAD
    section = f"## {title}\n\n`{command}` · {machine()}\n\n{body.strip()}\n"
    pattern = re.compile(rf"^## {re.escape(title)}\n.*?(?=^## |\Z)", re.MULTILINE | re.DOTALL)
    known = pattern.search(page)
    page = pattern.sub(lambda _: section + "\n", page) if known else page.rstrip() + "\n\n" + section
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(page.rstrip() + "\n", encoding="utf-8")
    sys.stdout.write(section)


def table(header: list[str], rows: list[list[str]]) -> str:
    """A Markdown table."""
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def machine() -> str:
    """What ran it: cores, Python and the versions that matter."""
    libraries = ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
    return f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}, {libraries}"


def reports(every: int) -> list[str]:
    """The texts of every so many reports of fa-kes, plain news; none where the corpora are not there."""
    folder = corpora_folder()
    lines = (folder / "fa-kes" / "articles.jsonl").read_text(encoding="utf-8").splitlines() if folder.is_dir() else []
    return [json.loads(line)["text"] for line in lines[::every]]


def corpora_folder() -> Path:
    """Where the measuring corpora are, if they are there."""
    return Path(os.environ.get("SAYSO_CORPORA", ROOT.parent / "shared" / "corpora"))


def corpora() -> Path:
    """The folder of the measuring corpora: SAYSO_CORPORA, or ../shared/corpora beside the repository."""
    folder = corpora_folder()
    if not folder.is_dir():
        sys.exit(f"the measuring corpora are not at {folder}; set SAYSO_CORPORA to where they are")
    return folder
