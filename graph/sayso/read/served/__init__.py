"""Asks any server that speaks OpenAI's ``/chat/completions``; a quote that is not in the text is left out."""

from sayso.read.served.attributor import ServedAttributor
from sayso.read.served.server import Server, server_from_environment

__all__ = ["ServedAttributor", "Server", "server_from_environment"]
