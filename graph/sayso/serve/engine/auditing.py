"""The audit as a task: what should be looked at, within what was asked for."""

from dataclasses import asdict, dataclass
from functools import lru_cache
from typing import Any

from pyoxigraph import Store

from sayso.audit import Evidence, Selection, audit, look_at
from sayso.audit.json_form import to_json
from sayso.namespaces import DataIris


@dataclass(frozen=True, slots=True)
class AuditTask:
    """The findings of an audit of what is selected, as JSON."""

    selection: Selection

    def run(self, store: Store, base: str) -> list[dict[str, Any]]:
        """The findings, the gravest first. Raises QuestionError where nothing fits."""
        findings: list[dict[str, Any]] = to_json(audit(_evidence(store, base), self.selection))["findings"]
        return findings

    @property
    def asked(self) -> dict[str, str]:
        """What is asked for, by name."""
        return {name: value for name, value in asdict(self.selection).items() if value}


@lru_cache(maxsize=1)
def _evidence(store: Store, base: str) -> Evidence:
    return look_at(store, DataIris(base))


def forget() -> None:
    """Let go of what was looked at, and with it of the store."""
    _evidence.cache_clear()
