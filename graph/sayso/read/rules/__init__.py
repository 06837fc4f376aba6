"""The first attributor: rules over tokens and a lexicon of cues, without a parser."""

from sayso.read.rules.attributor import RuleAttributor

__all__ = ["RuleAttributor"]
