"""From a dataset to a SPARQL endpoint for tools and pages for people; only the decisions of a review are written."""
