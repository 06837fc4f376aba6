"""A person decides that two names belong to one, or to two, in the records that ``sayso same`` writes."""

from datetime import date

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from sayso.errors import JudgementError
from sayso.pipeline import derive
from sayso.resolve import Agent, Judgement, agent_called, agents_of, decision_quads, decisions_of, with_decision
from sayso.resolve.judgement import Verdict, ordered
from sayso.serve.engine.tasks import RefusedError
from sayso.serve.requests import Pairs, first
from sayso.serve.site import Site
from sayso.store import Dataset

_VERDICTS: dict[str, Verdict] = {"same": "same", "different": "different"}


async def decide_sameness(request: Request, site: Site, pairs: Pairs) -> Response:
    """Record the decision and work out anew who is who; then the page of the first of the two."""
    one, other = first(pairs, "one").strip(), first(pairs, "other").strip()
    verdict, reason = first(pairs, "verdict"), first(pairs, "reason").strip()
    if verdict not in _VERDICTS or not (one and other and reason):
        raise RefusedError(400, "Say who the other is, whether they are the same, and why.")

    def change(dataset: Dataset) -> None:
        agents = agents_of(dataset.store)
        judgement = _judgement([agent_called(agents, name, dataset.iris) for name in (one, other)], reason)
        kept = with_decision(decisions_of(dataset.store, dataset.iris), judgement)
        dataset.replace_graphs({"decisions": decision_quads(kept, dataset.iris)})
        derive(dataset)

    def _judgement(pair: list[Agent], why: str) -> Judgement:
        if pair[0].iri == pair[1].iri:
            raise JudgementError("they are one already")
        (left, left_value), (right, right_value) = ordered(*((agent.iri, agent.names[0]) for agent in pair))
        today = date.today().isoformat()
        return Judgement(left, right, 1.0, why, left_value, right_value, _VERDICTS[verdict], site.reviewer, today)

    try:
        await site.backend.change(change)
    except JudgementError as error:
        raise RefusedError(400, f"{error}.") from error
    return RedirectResponse(site.addresses.of(one) or "/review", status_code=303)
