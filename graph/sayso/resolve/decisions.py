"""What people have decided on who is who: read from a store, added to, and taken back."""

from collections import defaultdict
from collections.abc import Iterable

from pyoxigraph import NamedNode, Quad, Store

from sayso.errors import JudgementError
from sayso.namespaces import DataIris, term
from sayso.resolve.identities import identities
from sayso.resolve.judgement import Judgement, Verdict

GRAPH = "decisions"
_VERDICTS: dict[str, Verdict] = {
    term("verdict:same"): "same",
    term("verdict:different"): "different",
    term("verdict:unsure"): "unsure",
}


def decisions_of(store: Store, iris: DataIris, graph: str = GRAPH) -> list[Judgement]:
    """The judgements that a graph records, in order."""
    found: dict[object, dict[str, str]] = defaultdict(dict)
    for quad in store.quads_for_pattern(None, None, None, NamedNode(iris.graph(graph))):
        found[quad.subject][quad.predicate.value] = getattr(quad.object, "value", "")
    return sorted(_judgement(held) for held in found.values())


def _judgement(held: dict[str, str]) -> Judgement:
    names = ("left", "right", "reason", "leftValue", "rightValue", "judgedBy")
    left, right, reason, left_value, right_value, by = (held[term(f"sayso:{name}")] for name in names)
    verdict, score = _VERDICTS[held[term("sayso:verdict")]], float(held[term("sayso:score")])
    on = held.get(term("dcterms:created"))
    return Judgement(left, right, score, reason, left_value, right_value, verdict, by, on)


def with_decision(decisions: Iterable[Judgement], new: Judgement) -> list[Judgement]:
    """The decisions and one more; one on the same pair with the same verdict is replaced.

    Raises JudgementError where what was decided before says otherwise, of this pair or through others.
    """
    kept = [d for d in decisions if not (d.pair == new.pair and d.verdict in (new.verdict, "unsure"))]
    for held in kept:
        if held.pair == new.pair and new.verdict != "unsure":
            raise JudgementError(f"{_told(held)}; take that back first: {take_back_command(held)}")
    if new.verdict == "different" and _are_one(kept, new):
        raise JudgementError(
            f"{new.left_value!r} and {new.right_value!r} are the same through others: take one of those back first ("
            + "; ".join(take_back_command(d) for d in kept if d.verdict == "same" and {*d.pair} & {*new.pair})
            + ")"
        )
    if new.verdict == "same" and not _are_one([*kept, new], new):
        raise JudgementError(
            f"{new.left_value!r} and {new.right_value!r} are kept apart through others: take one of those back first ("
            + "; ".join(take_back_command(d) for d in kept if d.verdict == "different")
            + ")"
        )
    return sorted([*kept, new])


def without_decision(decisions: Iterable[Judgement], pair: tuple[str, str], verdict: Verdict) -> list[Judgement]:
    """The decisions without the one of that verdict on that pair.

    Raises JudgementError where there is none.
    """
    held = list(decisions)
    kept = [d for d in held if not (d.pair == pair and d.verdict == verdict)]
    if len(kept) == len(held):
        others = [f": {_told(d)}" for d in held if d.pair == pair]
        raise JudgementError(f"nobody has judged the two {verdict}{others[0] if others else ''}")
    return kept


def decision_quads(decisions: Iterable[Judgement], iris: DataIris) -> list[Quad]:
    """The graph of decisions."""
    return [quad for decision in decisions for quad in decision.quads(iris, GRAPH)]


def take_back_command(decision: Judgement) -> str:
    """What to type to take a decision back."""
    return f"sayso {decision.verdict} {decision.left_value!r} {decision.right_value!r} --take-back"


def _are_one(decisions: Iterable[Judgement], of: Judgement) -> bool:
    held = list(decisions)
    found = identities(held, {iri for d in (*held, of) for iri in d.pair})
    return found.get(of.left, of.left) == found.get(of.right, of.right)


def _told(decision: Judgement) -> str:
    when = f" on {decision.on}" if decision.on else ""
    left, right = decision.left_value, decision.right_value
    return f"{left!r} and {right!r} were judged {decision.verdict} by {decision.by}{when} ({decision.reason})"
