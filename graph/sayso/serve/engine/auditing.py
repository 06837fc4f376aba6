"""The audit as a task: what should be looked at, within what was asked for.

Its libraries are loaded when it is first asked for: no worker waits for them that only answers queries.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from pyoxigraph import Store

from sayso.namespaces import DataIris

if TYPE_CHECKING:
    from sayso.audit import Evidence, Selection


@dataclass(frozen=True, slots=True)
class AuditTask:
    """The findings of an audit of what is selected, as JSON."""

    selection: "Selection"

    def run(self, store: Store, base: str) -> list[dict[str, Any]]:
        """The findings, the gravest first. Raises QuestionError where nothing fits."""
        from sayso.audit import audit
        from sayso.audit.json_form import to_json

        findings: list[dict[str, Any]] = to_json(audit(_evidence(store, base), self.selection))["findings"]
        return findings


@lru_cache(maxsize=1)
def _evidence(store: Store, base: str) -> "Evidence":
    from sayso.audit import look_at

    return look_at(store, DataIris(base))


def forget() -> None:
    """Let go of what was looked at, and with it of the store."""
    _evidence.cache_clear()
