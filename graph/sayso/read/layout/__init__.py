"""Layout: who speaks where print says so and no verb does. Turns of an interview, headlines, signatures."""

from sayso.read.layout.joining import laid_out

__all__ = ["laid_out"]
