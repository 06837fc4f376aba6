"""Whom the words mean that name a speaker: an office, a body under several names, a person, an outlet."""
