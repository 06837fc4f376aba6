"""What answers queries: worker processes over a store folder, each of which can be ended when it takes too long."""

from sayso.serve.engine.backend import Backend
from sayso.serve.engine.limits import Limits
from sayso.serve.engine.local import LocalBackend
from sayso.serve.engine.remote import RemoteBackend
from sayso.serve.engine.tasks import RefusedError, Result, SparqlTask

__all__ = ["Backend", "Limits", "LocalBackend", "RefusedError", "RemoteBackend", "Result", "SparqlTask"]
