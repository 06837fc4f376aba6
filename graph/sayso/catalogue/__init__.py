"""What lists, searches and findings show, kept beside the graphs so that no page waits until it is worked out."""

from sayso.catalogue.findings import findings
from sayso.catalogue.lists import Listed, listed
from sayso.catalogue.writing import is_there, keep, let_go

__all__ = ["Listed", "findings", "is_there", "keep", "let_go", "listed"]
