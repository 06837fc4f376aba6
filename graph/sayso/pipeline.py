"""The whole flow on one page: articles in, a validated store out."""
