"""Asks a question of a store: parameters are bound by the engine, never pasted into the text."""

from collections.abc import Mapping
from difflib import get_close_matches

from pyoxigraph import Literal, NamedNode, QueryBoolean, QuerySolutions, Store, Variable

from sayso.errors import QuestionError
from sayso.namespaces import PREFIXES, term
from sayso.query.answer import Answer, Term
from sayso.query.binding import bind
from sayso.query.guard import refuse_unsafe
from sayso.query.question import Question


def ask(store: Store, question: Question, params: Mapping[str, str], base: str) -> Answer:
    """Answer a question over the union of all graphs of the store.

    The columns are those of the header; without one, all that the query projects. Raises
    QuestionError for a parameter that is unknown, missing or malformed, for a query that does not
    parse, and for one that would change data or reach over the network.
    """
    refuse_unsafe(question.text, question.name)
    bound: dict[Variable, Term] = {Variable(name): value for name, value in bind(question, params, base).items()}
    _refuse_unknown_kinds(store, question, bound)
    try:
        found = store.query(
            question.text, base_iri=base, prefixes=PREFIXES, use_default_graph_as_union=True, substitutions=bound
        )
    except SyntaxError as error:
        raise QuestionError(f"{question.name}: this is not SPARQL 1.1: {_first_line(error)}") from error
    except RuntimeError as error:
        raise QuestionError(f"{question.name}: {_unbindable(question, error)}") from error
    if isinstance(found, QueryBoolean):
        return Answer(("answer",), ((_boolean(bool(found)),),))
    if not isinstance(found, QuerySolutions):
        return Answer((), graph=tuple(sorted(set(found), key=str)))
    columns = tuple(name for name, _ in question.columns) or tuple(v.value for v in found.variables)
    projected = {variable.value for variable in found.variables}
    if missing := [name for name in columns if name not in projected]:
        raise QuestionError(f"{question.name}: the header names the column {missing[0]}, which SELECT leaves out")
    return Answer(columns, tuple(tuple(solution[name] for name in columns) for solution in found))


def _refuse_unknown_kinds(store: Store, question: Question, bound: Mapping[Variable, Term]) -> None:
    """A kind that is misspelt would find nothing and look like an answer."""
    kinds = [bound[v] for p in question.parameters if p.type == "kind" and (v := Variable(p.name)) in bound]
    for kind in kinds:
        if isinstance(kind, NamedNode) and not _is_known(store, kind):
            found = store.quads_for_pattern(None, NamedNode(term("skos:inScheme")), NamedNode(term("kind:")), None)
            names = sorted({q.subject.value.rpartition("/")[2] for q in found if isinstance(q.subject, NamedNode)})
            name = kind.value.rpartition("/")[2]
            near = get_close_matches(name, names, n=1)
            hint = f"did you mean {near[0]}?" if near else f"there are: {', '.join(names)}"
            raise QuestionError(f"{question.name}: no figure is of the kind {name!r}; {hint}")


def _is_known(store: Store, kind: NamedNode) -> bool:
    described = store.quads_for_pattern(kind, None, None, None)
    used = store.quads_for_pattern(None, None, kind, None)
    return next(described, None) is not None or next(used, None) is not None


def _boolean(value: bool) -> Literal:
    return Literal("true" if value else "false", datatype=NamedNode(term("xsd:boolean")))


def _first_line(error: Exception) -> str:
    line = str(error).splitlines()[0]
    return line if len(line) < 120 else line[:117] + "…"


def _unbindable(question: Question, error: RuntimeError) -> str:
    for parameter in question.parameters:
        if f"variable ?{parameter.name} " in str(error):
            return f"the parameter {parameter.name} can only be bound where SELECT projects ?{parameter.name}"
    return str(error)
