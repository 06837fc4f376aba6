"""A question: one .rq file whose name asks it and whose header says what to supply and what comes back."""

import difflib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, get_args

from sayso.errors import QuestionError
from sayso.query.header import Header, read_header, section_of, text_of
from sayso.resources import resource

ParameterType = Literal["name", "text", "iri", "kind", "date", "number"]


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a question can be supplied with.

    A ``name`` is matched whole word by whole word, in any case, against names and aliases, or is the
    IRI of the thing itself; ``date`` is a day, month or year.
    """

    name: str
    type: ParameterType
    example: str
    means: str
    default: str | None = None
    required: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """One query with its header. ``group`` is its folder: competency, browse or construct.

    ``columns`` pairs each column with its meaning; a question that answers with a graph has none,
    and says under ``graph`` what the triples are.
    """

    name: str
    summary: str
    text: str
    tags: tuple[str, ...] = ()
    parameters: tuple[Parameter, ...] = ()
    columns: tuple[tuple[str, str], ...] = ()
    order: str = ""
    graph: str = ""
    group: str = ""
    path: Path | None = None

    @property
    def example(self) -> dict[str, str]:
        """The example value of every parameter that must be supplied."""
        return {p.name: p.example for p in self.parameters if p.required}


def questions() -> list[Question]:
    """Every question that ships with sayso, by group and name."""
    return list(_shipped())


@cache
def _shipped() -> tuple[Question, ...]:
    return tuple(read_question(path) for path in sorted(resource("queries").glob("*/*.rq")))


def find_question(name: str) -> Question:
    """The shipped question of that name, or the user's own where the name is a path that ends in ``.rq``.

    Raises QuestionError with the nearest names where there is none.
    """
    if name.endswith(".rq"):
        return read_question(Path(name))
    by_name = {question.name: question for question in _shipped()}
    if name in by_name:
        return by_name[name]
    near = difflib.get_close_matches(name, by_name, n=3, cutoff=0.4)
    near += [n for n in by_name if name.lower() in n and n not in near]
    hint = f"did you mean {' or '.join(near[:3])}?" if near else "list them with: sayso questions"
    raise QuestionError(f"there is no question {name!r}; {hint}")


def read_question(path: Path) -> Question:
    """Read one .rq file; the header is optional. Raises QuestionError where it cannot be read."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "not UTF-8 text"
        raise QuestionError(f"{path}: the query cannot be read: {reason}") from error
    header = read_header(text, path.name)
    return Question(
        name=path.stem,
        summary=text_of(header, "summary"),
        text=text,
        tags=tuple(tag.strip() for tag in text_of(header, "tags").split(",") if tag.strip()),
        parameters=tuple(_parameter(path, name, value) for name, value in section_of(header, "parameters").items()),
        columns=tuple((name, str(meaning)) for name, meaning in section_of(header, "columns").items()),
        order=text_of(header, "order"),
        graph=text_of(header, "graph"),
        group=path.parent.name,
        path=path,
    )


def _parameter(path: Path, name: str, value: str | Header) -> Parameter:
    fields = value if isinstance(value, dict) else {}
    kind = text_of(fields, "type") or "text"
    if kind not in get_args(ParameterType):
        raise QuestionError(
            f"{path.name}: parameter {name} has the type {kind!r}; use one of {', '.join(get_args(ParameterType))}"
        )
    return Parameter(
        name=name,
        type=kind,  # type: ignore[arg-type]  # checked above
        example=text_of(fields, "example"),
        means=text_of(fields, "means"),
        default=text_of(fields, "default") or None,
        required=text_of(fields, "required") == "yes",
    )
