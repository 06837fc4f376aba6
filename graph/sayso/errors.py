"""The errors that sayso raises on purpose, each with the data that explains it."""

from dataclasses import dataclass


class SaysoError(Exception):
    """Base of every error that a user can cause and mend; its text is one plain sentence."""


class MissingResourceError(SaysoError):
    """A file that ships with the package was not found: the installation is broken."""

    def __init__(self, name: str) -> None:
        super().__init__(f"the package resource {name!r} is missing: reinstall sayso")
        self.name = name


class StoreLockedError(SaysoError):
    """Another process has the store open for writing."""

    def __init__(self, folder: str) -> None:
        super().__init__(f"{folder}: another sayso process is using this store; wait for it to end, then try again")
        self.folder = folder


class StoreMissingError(SaysoError):
    """The folder named as a store holds none."""

    def __init__(self, folder: str) -> None:
        super().__init__(f"{folder}: no store here; make one with: sayso build PATH --store {folder}")
        self.folder = folder


class QuestionError(SaysoError):
    """A question is unknown, or was asked with a parameter missing, misspelt or malformed."""


class JudgementError(SaysoError):
    """A judgement names nobody or several, or goes against what was decided before."""


class ReaderError(SaysoError):
    """A reader is unknown, lacks what it needs, or asks a server that no article can be read with."""


class CodingError(SaysoError):
    """A coding profile is unknown, or the file that holds it is malformed."""


class UnansweredError(SaysoError):
    """A server has not answered what was asked about one article; another article may fare better."""


@dataclass(frozen=True, slots=True)
class Rejected:
    """An input that could not become an article: it is named, counted, skipped and listed.

    >>> print(Rejected("notes.txt", "the file is empty"))
    notes.txt: the file is empty
    """

    file: str
    reason: str

    def __str__(self) -> str:
        return f"{self.file}: {self.reason}"
