"""From a dataset to its audit: figures compared, roots counted, findings with what would settle them."""

from sayso.audit.findings.finding import SEVERITIES, Finding, Severity
from sayso.audit.report import Audit, Evidence, audit, look_at
from sayso.audit.selection import Facets, Selection, choose

__all__ = [
    "SEVERITIES",
    "Audit",
    "Evidence",
    "Facets",
    "Finding",
    "Selection",
    "Severity",
    "audit",
    "choose",
    "look_at",
]
