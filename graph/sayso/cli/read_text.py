"""A Reading as lines for a terminal: who, through whom, how, and the words."""

from collections.abc import Iterator

from sayso.read.reading import Entity, Figure, Reading, Statement


def lines(reading: Reading) -> Iterator[str]:
    """The article in one line, then each statement with its figures, then the figures in the article's own voice."""
    article = reading.article
    about = " · ".join(part for part in (article.publisher, article.published) if part)
    yield f"{article.file}: {article.title or 'untitled'}" + (f" ({about})" if about else "")
    entities = {entity.id: entity for entity in reading.entities}
    statements = {statement.id: statement for statement in reading.statements}
    relayed = {statement.relays for statement in reading.statements}
    for statement in reading.statements:
        if statement.id not in relayed:
            yield from _told(reading, statement, statements, entities)
    unattributed = [figure for figure in reading.figures if figure.statement is None]
    if unattributed:
        yield "  in the article's own voice"
        yield from (f"    {describe_figure(figure, article.text)}" for figure in unattributed)


def _told(
    reading: Reading, statement: Statement, statements: dict[str, Statement], entities: dict[str, Entity]
) -> Iterator[str]:
    text = reading.article.text
    said = [statement.stance, statement.manner] + ([statement.certainty] if statement.certainty else [])
    said += ["attitude"] if statement.act == "attitude" else []
    yield f"  {_chain(statement, statements, entities)} [{', '.join(said)}]"
    yield "    “" + " … ".join(_one_line(text[a:b]) for a, b in statement.content) + "”"
    for figure in reading.figures:
        if figure.statement == statement.id:
            yield f"    {describe_figure(figure, text)}"


def _chain(statement: Statement, statements: dict[str, Statement], entities: dict[str, Entity]) -> str:
    """The speakers from the one quoted to the root, as ``Lee <- National Intelligence Service``."""
    names, link, seen = [], statement, set()
    while link.id not in seen:
        seen.add(link.id)
        names.append(entities[link.speaker].label if link.speaker in entities else "source not stated")
        link = statements.get(link.relays or "", link)
    return " <- ".join(names)


def describe_figure(figure: Figure, text: str) -> str:
    """One figure: kind, numbers, bound, and the words as printed."""
    low, high = (f"{n:,}" if n is not None else "?" for n in (figure.low, figure.high))
    numbers = low if low == high else f"{low} to {high}"
    unit = "" if figure.unit == "person" else f" {figure.unit}"
    start, end = figure.span
    return f"{figure.kind}: {numbers}{unit} ({figure.bound}) ← {_one_line(text[start:end])}"


def _one_line(words: str) -> str:
    return " ".join(words.split())
