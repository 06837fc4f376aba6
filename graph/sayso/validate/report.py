"""What a validation found, and how much it looked at."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

Severity = Literal["violation", "warning", "info"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that breaks a shape: where it is, what is wrong, and why that matters.

    ``shape`` is the name of the shape (``Statement-saidBy``); ``focus`` and ``article`` are IRIs,
    ``path`` is a prefixed name, ``value`` the offending value; ``words`` are the words printed at
    the evidence of the focus node. What is unknown is empty.
    """

    severity: Severity
    shape: str
    focus: str
    message: str
    path: str = ""
    value: str = ""
    words: str = ""
    article: str = ""
    title: str = ""

    def __str__(self) -> str:
        where = f" at “{self.words}”" if self.words else ""
        return f"{self.severity}: {self.shape}{where}: {self.message} <{self.focus}>"


@dataclass(frozen=True)
class Report:
    """All findings, the gravest first, and the number of focus nodes by shape; reports add up.

    >>> whole = Report(focus_nodes={"Article": 1}) + Report(focus_nodes={"Article": 1, "Claim": 3})
    >>> dict(whole.focus_nodes), whole.conforms
    ({'Article': 2, 'Claim': 3}, True)
    """

    findings: tuple[Finding, ...] = ()
    focus_nodes: Mapping[str, int] = field(default_factory=dict)

    @property
    def violations(self) -> tuple[Finding, ...]:
        """The findings that keep an article out of the store."""
        return tuple(finding for finding in self.findings if finding.severity == "violation")

    @property
    def conforms(self) -> bool:
        """Whether there is no violation; warnings and infos do not count."""
        return not self.violations

    def __add__(self, other: "Report") -> "Report":
        counts = Counter(self.focus_nodes)
        counts.update(other.focus_nodes)
        return Report(self.findings + other.findings, MappingProxyType(dict(sorted(counts.items()))))

    def __reduce__(self) -> tuple[type["Report"], tuple[tuple[Finding, ...], dict[str, int]]]:
        return Report, (self.findings, dict(self.focus_nodes))  # a mapping proxy cannot travel between processes
