"""``sayso same``: a person decides that two names belong to one."""

from sayso.cli.judging import judging_command

same_command = judging_command("same", "A and B are one and the same person, body, outlet or unit.")
