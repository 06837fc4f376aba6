"""A person goes over the reading of an article: decisions are records, applied again to every later reading."""
