"""From the asserted graphs to what follows from them, and to what cannot all be true."""

from sayso.reason.contradictions import Contradiction, contradictions
from sayso.reason.inference import infer

__all__ = ["Contradiction", "contradictions", "infer"]
