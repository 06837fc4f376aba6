"""How two figures lie to each other: their scopes, the acts of saying, the roots, and the verdict."""
