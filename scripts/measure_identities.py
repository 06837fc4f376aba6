"""Measures who is who inside an article, and writes the table to docs/measurements.md.

    .venv/bin/python scripts/measure_identities.py

Mentions against the gold coreference of the news articles and interviews in GUM (SAYSO_CORPORA says where the corpora
are), and chains on the passages in tests/data/passages, which were used to mend the program.
"""

import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from measurements import ROOT, corpora, table, write_section
from sayso.ingest.article import Article, Span
from sayso.read import read
from sayso.read.reading import Reading

TYPES = ("person", "organization", "place")
PRONOUNS = frozenset(["he", "she", "him", "her", "his", "hers"])
BRACKET = re.compile(r"\((?P<alone>[^()]*)\)|\((?P<opened>[^()]*)|(?P<closed>\d+)\)")
Mention = tuple[int, int, str]


@dataclass(frozen=True)
class Gold:
    """The text of a document, and its mentions with the number of their entity."""

    text: str
    mentions: list[Mention]


def read_gum(path: Path) -> Gold:
    """One document of GUM in CoNLL-U: words with the space that the original has after them."""
    text, space, found = "", "", []
    opened: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# newpar") and text:
            space = "\n\n"
        cells = line.split("\t")
        if not cells[0].isdecimal():
            continue
        misc = dict(part.split("=", 1) for part in cells[9].split("|") if "=" in part)
        start = len(text) + len(space if text else "")
        text += (space if text else "") + cells[1]
        space = "" if misc.get("SpaceAfter") == "No" else " "
        for match in BRACKET.finditer(misc.get("Entity", "")):
            if match["closed"]:
                begun, kind = opened[match["closed"]].pop()
                found.append((begun, len(text), match["closed"], kind))
            else:
                number, kind = (match["alone"] or match["opened"]).split("-")[:2]
                if match["alone"]:
                    found.append((start, len(text), number, kind))
                else:
                    opened[number].append((start, kind))
    return Gold(text, [(a, b, number) for a, b, number, kind in found if kind in TYPES])


def overlap(one: Span, other: Span) -> float:
    both = max(0, min(one[1], other[1]) - max(one[0], other[0]))
    return both / (max(one[1], other[1]) - min(one[0], other[0]))


def matched(gold: Gold, reading: Reading) -> Iterator[tuple[str, Mention]]:
    """Each mention of ours, by entity, with the gold mention that it is, or whose name it is."""
    for entity in reading.entities:
        if entity.type in ("Group", "Place", "JointSource"):
            continue
        for span in entity.mentions:
            best = max(gold.mentions, key=lambda m: overlap(span, m[:2]), default=None)
            if best and overlap(span, best[:2]) < 0.5:
                around = [m for m in gold.mentions if m[0] <= span[0] and span[1] <= m[1] <= span[1] + 25]
                best = min(around, key=lambda m: m[1] - m[0], default=None)
            if best:
                yield entity.id, best


def majority(pairs: Iterable[tuple[str, str]]) -> tuple[int, int]:
    """How many of the second belong to the commonest one of their first, and how many there are."""
    groups: dict[str, Counter[str]] = defaultdict(Counter)
    for one, other in pairs:
        groups[one][other] += 1
    return sum(c.most_common(1)[0][1] for c in groups.values()), sum(c.total() for c in groups.values())


def share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} ({part} of {whole})" if whole else "none"


def gum_row(name: str, paths: list[Path]) -> list[str]:
    pure, whole, pronouns, settled = (Counter[str]() for _ in range(4))
    for path in paths:
        gold = read_gum(path)
        found = list(matched(gold, read(Article(path.stem, gold.text, ((0, len(gold.text)),)))))
        for counts, pairs in ((pure, [(e, m[2]) for e, m in found]), (whole, [(m[2], e) for e, m in found])):
            right, total = majority(pairs)
            counts.update({"right": right, "all": total})
        clusters, hit = {m[2] for _, m in found}, {m for _, m in found}
        said = [m for m in gold.mentions if m[2] in clusters and is_pronoun(gold, m)]
        pronouns.update({"right": sum(m in hit for m in said), "all": len(said)})
        meant = named_most(gold, found)
        given = [(e, m) for e, m in found if is_pronoun(gold, m) and e in meant]
        settled.update({"right": sum(meant[e] == m[2] for e, m in given), "all": len(given)})
    return [name, str(len(paths)), *(share(c["right"], c["all"]) for c in (pure, whole, pronouns, settled))]


def is_pronoun(gold: Gold, mention: Mention) -> bool:
    return gold.text[mention[0] : mention[1]].casefold() in PRONOUNS


def named_most(gold: Gold, found: list[tuple[str, Mention]]) -> dict[str, str]:
    """Our entity -> the gold entity that most of its mentions other than pronouns belong to."""
    groups: dict[str, Counter[str]] = defaultdict(Counter)
    for entity, mention in found:
        if not is_pronoun(gold, mention):
            groups[entity][mention[2]] += 1
    return {entity: counts.most_common(1)[0][0] for entity, counts in groups.items()}


def chain(reading: Reading, start: str) -> list[str]:
    labels = {e.id: re.sub(r"^(?:the|an?)\s+", "", e.label, flags=re.IGNORECASE).casefold() for e in reading.entities}
    by_id, names, link = {s.id: s for s in reading.statements}, [], start
    while link in by_id:
        names.append(labels.get(by_id[link].speaker or "", "nobody"))
        link = by_id[link].relays or ""
    return names


def passages_right() -> tuple[int, int]:
    """How many chains of the passages the whole reader finds, attributions included."""
    file = ROOT / "tests" / "data" / "passages" / "who-is-who.toml"
    right = total = 0
    for passage in tomllib.loads(file.read_text(encoding="utf-8"))["passage"]:
        text = passage["text"]
        reading = read(Article("-", text, ((0, len(text)),)))
        for told in (t for t in (*passage["told"], *passage.get("also", ())) if "chain" in t):
            start = text.index(told["content"])
            end = start + len(told["content"])
            near = [s for s in reading.statements if any(a < end and start < b for a, b in s.content)]
            wanted = [re.sub(r"^(?:the|an?)\s+", "", n, flags=re.IGNORECASE).casefold() for n in told["chain"]]
            right, total = right + (wanted in [chain(reading, s.id) for s in near]), total + 1
    return right, total


def main() -> None:
    folder = corpora() / "gum"
    rows = [
        gum_row("GUM news", sorted(folder.glob("GUM_news_*.conllu"))),
        gum_row("GUM interviews", sorted(folder.glob("GUM_interview_*.conllu"))),
    ]
    body = "\n\n".join(
        [
            "Mentions of people, bodies and governments that match one of the gold. *Of one entity*: mentions that"
            " share the gold entity with most others that we give the same entity. *Not split*: mentions that share our"
            " entity with most others of the same gold entity. *Pronouns*: he, she, his, her of entities that we name"
            " at all, that we give to any entity, and those of them given to the right one. A capital that stands for"
            " its government counts as wrong in GUM. The"
            " news was looked at while mending; the interviews were not.",
            table(
                ["corpus", "documents", "of one entity, %", "not split, %", "pronouns found, %", "pronouns right, %"],
                rows,
            ),
            f"Chains of the passages in `tests/data/passages` that the whole reader finds, attributions included: "
            f"{share(*passages_right())}. They were used to mend the program.",
        ]
    )
    write_section("Who is who", "python scripts/measure_identities.py", body)


if __name__ == "__main__":
    main()
