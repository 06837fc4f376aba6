"""``sayso different``: a person decides that two are not the same, whatever rules say."""

from sayso.cli.judging import judging_command

different_command = judging_command(
    "different", "A and B are two, whatever they are called and whatever the rules say."
)
