"""Which agent a person means by a name or an IRI."""

from collections.abc import Collection, Sequence

from sayso.errors import JudgementError
from sayso.namespaces import DataIris, slug
from sayso.resolve.agents import Agent

_SHOWN = 6


def agent_called(agents: Sequence[Agent], called: str, iris: DataIris, silent: Collection[str] = ()) -> Agent:
    """The one agent of that IRI, whole or without the base, or of that name or part of a name.

    Those in ``silent`` are known and no article tells of them: a part of their name does not mean them.

    Raises JudgementError where it is none or several; the several are listed.

    >>> agents = [Agent("x:agent/ana-roe", "Person", ("Ana Roe",)), Agent("x:agent/bo-roe", "Person", ("Bo Roe",))]
    >>> agent_called(agents, "ana", DataIris("x:")).iri
    'x:agent/ana-roe'
    >>> agent_called(agents, "Roe", DataIris("x:"))
    Traceback (most recent call last):
    sayso.errors.JudgementError: 'Roe' may be several: Ana Roe (agent/ana-roe), Bo Roe (agent/bo-roe); give one of these
    """
    wanted = called.strip().strip("<>")
    key = slug(wanted) if wanted else ""
    by_iri = [agent for agent in agents if wanted in (agent.iri, agent.iri.removeprefix(iris.base))]
    by_name = [agent for agent in agents if key in {slug(name) for name in agent.names}]
    told = [agent for agent in agents if agent.iri not in silent]
    by_part = [agent for agent in told if any(f"-{key}-" in f"-{slug(name)}-" for name in agent.names)]
    found = list({agent.iri: agent for agent in by_iri or by_name or by_part}.values()) if key else []
    if len(found) == 1:
        return found[0]
    if not found:
        raise JudgementError(
            f"{called!r}: nobody in this store is called so (unnamed sources belong to their article and are not "
            "judged); see: sayso query which-names-refer-to-an-agent --param who=…"
        )
    shown = [f"{agent.names[0]} ({agent.iri.removeprefix(iris.base)})" for agent in found[:_SHOWN]]
    more = f" and {len(found) - _SHOWN} more" if len(found) > _SHOWN else ""
    raise JudgementError(f"{called!r} may be several: {', '.join(shown)}{more}; give one of these")
