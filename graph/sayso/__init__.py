"""sayso reads news articles and builds an RDF knowledge graph of who said what."""

__version__ = "0.1.0"
