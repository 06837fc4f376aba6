"""Files, folders, patterns and standard input: what is found, what it is called, what is refused and why."""

import gzip
import io
import json
import os
import pickle
from pathlib import Path

import pytest

from sayso.errors import Rejected
from sayso.ingest import Article, Document, documents, to_article
from sayso.ingest.document import MAX_BYTES

STORY = "The minister said on Monday that the port was open again.\n"


def outcomes(*paths: Path | str, stdin: bytes | None = None) -> list[Article | Rejected]:
    found = documents([str(path) for path in paths], stdin=io.BytesIO(stdin) if stdin is not None else None)
    return [one if isinstance(one, Rejected) else to_article(one) for one in found]


def reasons(*paths: Path | str) -> list[str]:
    return [str(one) for one in outcomes(*paths) if isinstance(one, Rejected)]


def files(*paths: Path | str, stdin: bytes | None = None) -> list[str]:
    return [one.file for one in outcomes(*paths, stdin=stdin) if isinstance(one, Article)]


def test_a_folder_is_walked_in_order_without_what_stands_beside_articles(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "sub/c.text", ".hidden.txt", "README.md", "LICENSE.txt", "gold.json", "notes.toml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(STORY)
    assert files(tmp_path) == ["a.md", "b.txt", "c.text"]
    assert reasons(tmp_path) == []


def test_a_folder_reports_files_that_people_keep_articles_in(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    (tmp_path / "b.docx").write_bytes(b"PK\x03\x04")
    assert reasons(tmp_path) == ["b.docx: not a kind of file that sayso reads"]


def test_files_of_one_name_go_by_their_paths(tmp_path: Path) -> None:
    for name in ("one/a.txt", "two/a.txt", "two/b.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(STORY)
    assert files(tmp_path) == ["one/a.txt", "two/a.txt", "b.txt"]
    assert len(set(files(tmp_path / "one", tmp_path / "two"))) == 3


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    assert files(tmp_path, tmp_path / "a.txt", tmp_path / "*.txt") == ["a.txt"]


def test_a_pattern_is_expanded_or_reported(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    assert files(tmp_path / "*.t?t") == ["a.txt"]
    assert reasons(tmp_path / "*.html") == [f"{tmp_path / '*.html'}: no file matches this pattern"]


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("empty.txt", b"", "the file is empty"),
        ("blank.txt", b" \r\n\t\n", "the file is empty"),
        ("bom.txt", b"\xef\xbb\xbf", "the file is empty"),
        ("report.txt", b"%PDF-1.7\n%\xe2\xe3", "it seems to be a PDF document, not text"),
        ("photo.html", b"\x89PNG\r\n\x1a\n\0\0", "it seems to be a PNG image, not text"),
        ("bundle.txt", b"PK\x03\x04....", "it seems to be a ZIP archive or an office document, not text"),
        ("bytes.txt", b"abc\0\0\0\0def" * 20, "it seems to be a binary file, not text"),
        ("nothing.html", b"<html><body><nav><a>Home</a></nav></body></html>", "no article was found in the page"),
        ("broken.json", b'{"text": ', "it is not valid JSON (line 1, column 10)"),
        (
            "none.json",
            b'{"name": "x"}',
            "the JSON record has no text: none of the keys text, body, content, articleBody",
        ),
        ("torn.txt.gz", gzip.compress(STORY.encode() * 99)[:40], "the compressed file is broken"),
    ],
)
def test_what_cannot_be_read_says_why(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    (tmp_path / name).write_bytes(data)
    assert reasons(tmp_path / name) == [f"{name}: {reason}"]


def test_missing_unreadable_and_huge_files_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    huge = tmp_path / "huge.txt"
    huge.write_bytes(b"x" * (MAX_BYTES + 1))
    assert reasons(huge) == ["huge.txt: it is too large: 20.0 MB; sayso reads up to 20 MB an article"]
    assert reasons(tmp_path / "gone.txt") == ["gone.txt: no such file"]

    def refuse(path: Path) -> io.BytesIO:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("sayso.ingest.loading.open_bytes", refuse)
    assert reasons(huge) == ["huge.txt: it may not be read: permission denied"]


def test_a_compressed_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(STORY.encode()))
    (article,) = outcomes(tmp_path)
    assert isinstance(article, Article) and article.text == STORY and article.file == "a.txt.gz"


def test_lines_are_named_by_id_or_number_and_broken_ones_do_not_stop_the_rest(tmp_path: Path) -> None:
    lines = [
        '{"id": 7, "text": "One."}',
        '{"text": "Two."}',
        '{"text": ',
        "[1]",
        '{"id": 7, "body": ["Five.", "Six."]}',
    ]
    path = tmp_path / "day.jsonl"
    path.write_text("\n".join(lines))
    found = outcomes(path)
    assert [str(one.file) for one in found] == [
        "day.jsonl#7",
        "day.jsonl#2",
        "day.jsonl#3",
        "day.jsonl#4",
        "day.jsonl#7.5",
    ]
    assert [str(one) for one in found if isinstance(one, Rejected)] == [
        "day.jsonl#3: line 3: it is not valid JSON (line 1, column 10)",
        "day.jsonl#4: the JSON record is no object with the text of an article",
    ]
    last = found[-1]
    assert isinstance(last, Article) and last.text == "Five.\n\nSix." and last.location == f"{path}#7.5"


def test_the_keys_of_a_record_are_known_by_their_usual_names(tmp_path: Path) -> None:
    record = {
        "headline": "Port reopens",
        "articleBody": "<p>The <b>port</b> is open &amp; busy.</p><p>Ships came in.</p>",
        "datePublished": "2025-05-03T10:00:00Z",
        "source": {"name": "The Quay"},
        "byline": "By Jane Doe and John Roe",
        "link": "https://quay.example/port",
    }
    (tmp_path / "a.json").write_text(json.dumps([record]))
    (article,) = outcomes(tmp_path / "a.json")
    assert isinstance(article, Article)
    assert article.text == "Port reopens\n\nThe port is open & busy.\n\nShips came in."
    assert (article.published, article.publisher) == ("2025-05-03T10:00:00+00:00", "The Quay")
    assert (article.authors, article.url) == (("Jane Doe", "John Roe"), "https://quay.example/port")


def test_half_a_surrogate_pair_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "Half \\ud83d of it.", "title": "Whole \\ud83d\\ude00"}')
    (article,) = outcomes(tmp_path)
    assert isinstance(article, Article) and article.text == "Whole 😀\n\nHalf \ufffd of it."


def test_half_a_surrogate_pair_in_a_title_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "Ships came in.", "title": "Half \\udc00", "author": "Ada \\ud83d"}')
    (article,) = outcomes(tmp_path)
    assert isinstance(article, Article)
    assert (article.title, article.authors) == ("Half \ufffd", ("Ada \ufffd",))


def test_a_name_that_is_not_utf8_is_written_out(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt"))
    try:
        path.write_text(STORY)
    except OSError:
        pytest.skip("this file system takes UTF-8 names alone")
    (article,) = outcomes(tmp_path)
    assert isinstance(article, Article)
    assert (article.file, Path(article.location).name) == ("caf\\xe9.txt", "caf\\xe9.txt")


def test_a_pattern_takes_a_file_once_and_passes_over_what_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    (tmp_path / "again").symlink_to(tmp_path)
    os.mkfifo(tmp_path / "pipe.txt")
    assert files(str(tmp_path / "**" / "*.txt")) == ["a.txt"]


@pytest.mark.parametrize(
    ("data", "names"),
    [
        (STORY.encode(), ["-"]),
        (b"<!doctype html><p>" + STORY.encode(), ["-"]),
        (b'{"id": "x", "text": "One."}\n{"text": "Two."}\n', ["-#x", "-#2"]),
        (b'{\n "text": "One."\n}', ["-"]),
        (STORY.encode("utf-16"), ["-"]),
    ],
)
def test_standard_input_is_told_by_its_content(data: bytes, names: list[str]) -> None:
    assert files("-", stdin=data) == names


def test_a_sidecar_wins_and_is_no_article(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Date: 1 May 2025\nSource: Elsewhere\n\n" + STORY)
    (tmp_path / "a.meta.json").write_text(
        '{"title": "Port reopens", "published": "2025-05-03", "publisher": "The Quay"}'
    )
    (tmp_path / "b.txt").write_text(STORY)
    (tmp_path / "b.json").write_text('{"publisher": "The Pier"}')
    first, second = outcomes(tmp_path)
    assert isinstance(first, Article) and isinstance(second, Article)
    assert (first.title, first.published, first.publisher) == ("Port reopens", "2025-05-03", "The Quay")
    assert (second.file, second.publisher) == ("b.txt", "The Pier")
    assert files(*sorted(tmp_path.iterdir())) == ["a.txt", "b.txt"]


def test_a_broken_sidecar_is_reported_with_its_article(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    (tmp_path / "a.meta.json").write_text("[1]")
    assert reasons(tmp_path) == ["a.txt: its sidecar a.meta.json cannot be used: it holds no JSON object"]


def test_documents_travel_between_processes(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    (document,) = documents([str(tmp_path)])
    assert isinstance(document, Document) and pickle.loads(pickle.dumps(document)) == document
