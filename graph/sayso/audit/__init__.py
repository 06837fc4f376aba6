"""From a dataset to its audit: figures compared, roots counted, findings with what would settle them."""

from sayso.audit.finding import SEVERITIES, Finding, Severity
from sayso.audit.report import Audit, Evidence, audit, look_at
from sayso.audit.selection import Selection

__all__ = ["SEVERITIES", "Audit", "Evidence", "Finding", "Selection", "Severity", "audit", "look_at"]
