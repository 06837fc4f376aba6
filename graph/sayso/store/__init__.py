"""The dataset on disk or in memory: a named graph an article version, changed by whole transactions."""

from sayso.store.dataset import Dataset
from sayso.store.ledger import Entry, Ledger
from sayso.store.transaction import Transaction

__all__ = ["Dataset", "Entry", "Ledger", "Transaction"]
