"""The ``#+`` header of a question: a small part of YAML, nested mappings of one-line texts."""

from sayso.errors import QuestionError

Header = dict[str, "str | Header"]


def read_header(text: str, name: str) -> Header:
    r"""The header lines of a query as nested mappings, in the order written.

    Raises QuestionError for a line that is not ``key: value`` or is indented out of step.

    >>> read_header("#+ summary: Who?\n#+ columns:\n#+   who: the speaker\nSELECT ?who {}", "demo.rq")
    {'summary': 'Who?', 'columns': {'who': 'the speaker'}}
    """
    header: Header = {}
    levels: list[tuple[int, Header]] = [(-1, header)]
    for number, line in enumerate(text.splitlines(), 1):
        if not line.startswith("#+") or not line[2:].strip():
            continue
        key, colon, value = line[2:].partition(":")
        depth, key, value = len(key) - len(key.lstrip()), key.strip(), value.strip()
        while levels[-1][0] >= depth:
            levels.pop()
        if not colon or not key:
            raise QuestionError(f"{name}, line {number}: a header line reads '#+ key: value', not {line!r}")
        if value:
            levels[-1][1][key] = value
        else:
            below: Header = {}
            levels[-1][1][key] = below
            levels.append((depth, below))
    return header


def text_of(header: Header, key: str) -> str:
    """The text under a key; empty where there is none."""
    value = header.get(key, "")
    return value if isinstance(value, str) else ""


def section_of(header: Header, key: str) -> Header:
    """The mapping under a key; empty where there is none."""
    value = header.get(key, {})
    return value if isinstance(value, dict) else {}
