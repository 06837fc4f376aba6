"""From agents named in many articles to judgements of who is who; nothing is merged or rewritten."""

from sayso.resolve.agents import Agent, agents_of
from sayso.resolve.comparison import judge
from sayso.resolve.judgement import Judgement

__all__ = ["Agent", "Judgement", "agents_of", "judge"]
