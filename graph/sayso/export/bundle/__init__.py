"""One folder that a sceptical reader can check without sayso: graph, evidence, tables, digests, how to verify."""

from sayso.export.bundle.folder import write_bundle

__all__ = ["write_bundle"]
