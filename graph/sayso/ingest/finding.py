"""Finds articles: files, folders, patterns and standard input, in a fixed order.

A folder is walked down to its last file, hidden ones left out. The walk takes the suffixes of articles
(``.txt .text .md .html .htm .xhtml .json .jsonl .ndjson``, each also with ``.gz``). It passes over what
stands beside articles and is none: sidecars, ``README*``, ``LICENSE*``, ``gold.*``, and suffixes that
nobody keeps articles in. Files in which people do keep articles but which sayso does not read (PDF,
office documents, mail) are reported. A file that is named outright is always read or reported.
"""

import glob
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sayso.errors import Rejected

ARTICLES = {".txt", ".text", ".md", ".html", ".htm", ".xhtml", ".json", ".jsonl", ".ndjson"}
_EXPECTED = {".pdf", ".doc", ".docx", ".odt", ".rtf", ".epub", ".eml", ".msg", ".mbox", ".warc", ".mht", ".mhtml"}
_EXPECTED |= {".pages", ".xml", ".rss", ".zip", ".tar", ".tgz"}
_COMPANIONS = ("readme", "license", "licence", "gold.", "copying", "notice")


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read, with the folder it was found under, if any, and the name it goes by."""

    path: Path
    given: str
    folder: Path | None = None
    name: str = ""


def suffix_of(path: Path) -> str:
    """The suffix that tells what a file holds, in lower case, without ``.gz``."""
    inner = Path(path.stem) if path.suffix.lower() == ".gz" else path
    return inner.suffix.lower()


def sidecar_of(path: Path) -> Path | None:
    """The file that describes this one: NAME.meta.json, or NAME.json beside a NAME.txt or NAME.html."""
    if path.name.endswith(".meta.json"):
        return None
    stem = path.name.removesuffix(".gz")
    stem = stem[: -len(Path(stem).suffix)] if Path(stem).suffix else stem
    names = [f"{path.name}.meta.json", f"{stem}.meta.json"]
    if suffix_of(path) not in (".json", ".jsonl", ".ndjson"):
        names.append(f"{stem}.json")
    return next((side for name in names if (side := path.with_name(name)).is_file()), None)


def readable(name: str) -> str:
    r"""A file name whose bytes are not UTF-8, with those bytes written out; any other unchanged.

    >>> print(readable("caf\udce9.txt"))
    caf\xe9.txt
    """
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def find_files(paths: Sequence[str]) -> Iterator[Found | Rejected]:
    """Every file to read, once, each with a name that no other of this run has."""
    found = list(_expand(paths))
    sidecars = {side.absolute() for f in found if isinstance(f, Found) and (side := sidecar_of(f.path))}
    files, seen = [], set()
    for one in found:
        if isinstance(one, Found):
            if (real := one.path.resolve()) in seen or one.path.absolute() in sidecars:
                continue
            seen.add(real)
        files.append(one)
    names = _names([f for f in files if isinstance(f, Found)])
    for one in files:
        yield replace(one, name=readable(names[one.path.absolute()])) if isinstance(one, Found) else one


def _expand(paths: Iterable[str]) -> Iterator[Found | Rejected]:
    for given in paths:
        path = Path(given)
        if path.is_dir():
            yield from _walk(path, given)
        elif path.exists() or not glob.has_magic(given):
            yield Found(path, given)
        else:
            matches = sorted(glob.glob(given, recursive=True))  # noqa: PTH207 (a pattern may be absolute)
            kept = [match for match in matches if Path(match).is_dir() or Path(match).is_file()]
            yield from _expand(kept) if kept else [Rejected(given, "no file matches this pattern")]


def _walk(folder: Path, given: str) -> Iterator[Found | Rejected]:
    empty = True
    for path in _files_under(folder):
        empty = False
        if path.name.lower().startswith(_COMPANIONS) or path.name.endswith(".meta.json"):
            continue
        if suffix_of(path) in ARTICLES:
            yield Found(path, str(path), folder)
        elif suffix_of(path) in _EXPECTED:
            yield Rejected(readable(path.relative_to(folder).as_posix()), "not a kind of file that sayso reads")
    if empty:
        yield Rejected(given, "the folder holds no files")


def _files_under(folder: Path) -> Iterator[Path]:
    """Sorted by path; hidden files, links to folders and folders that may not be listed are passed over."""
    try:
        children = sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    except OSError:
        return
    for path in children:
        if path.is_dir():
            if not path.is_symlink():
                yield from _files_under(path)
        elif path.is_file():
            yield path


def _names(files: Sequence[Found]) -> dict[Path, str]:
    """The shortest of base name, path under the given folder and path as given that is free for each file."""
    taken: dict[Path, str] = {}
    left = list(files)
    for name in (_base, _relative, _as_given):
        times = Counter(name(f) for f in left)
        taken |= {f.path.absolute(): name(f) for f in left if times[name(f)] == 1}
        left = [f for f in left if times[name(f)] > 1]
    return taken | {f.path.absolute(): str(f.path.absolute()) for f in left}


def _base(found: Found) -> str:
    return found.path.name


def _relative(found: Found) -> str:
    return found.path.relative_to(found.folder).as_posix() if found.folder else found.given


def _as_given(found: Found) -> str:
    return found.given
