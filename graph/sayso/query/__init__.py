"""From a question and its parameters to rows: the .rq files that ship with sayso, or a user's own."""

from sayso.query.answer import Answer, Term
from sayso.query.ask import ask
from sayso.query.formats import to_csv, to_json, to_turtle
from sayso.query.question import Parameter, Question, find_question, questions, read_question

__all__ = [
    "Answer",
    "Parameter",
    "Question",
    "Term",
    "ask",
    "find_question",
    "questions",
    "read_question",
    "to_csv",
    "to_json",
    "to_turtle",
]
