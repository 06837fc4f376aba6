"""From agents named in many articles to judgements of who is who, by rule and by people; nothing is rewritten.

What others need of it is ``sayso:canonical`` in the graph of identities: whatever has a name is counted there as
the one it links to, mostly itself. ``canonical_agents`` gives the same as a mapping.
"""

from sayso.resolve.agents import Agent, agents_of, known_agents, named_things, untold_agents
from sayso.resolve.comparison import judge
from sayso.resolve.decisions import decision_quads, decisions_of, with_decision, without_decision
from sayso.resolve.identities import canonical_agents, identities, identity_quads
from sayso.resolve.judgement import Judgement
from sayso.resolve.lookup import agent_called

__all__ = [
    "Agent",
    "Judgement",
    "agent_called",
    "agents_of",
    "canonical_agents",
    "decision_quads",
    "decisions_of",
    "identities",
    "identity_quads",
    "judge",
    "known_agents",
    "named_things",
    "untold_agents",
    "with_decision",
    "without_decision",
]
