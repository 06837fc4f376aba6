"""How two claims without a number lie to each other: the same again, altered on the way, denied, contrary."""
