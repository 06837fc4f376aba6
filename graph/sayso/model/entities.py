"""Entities of a Reading as RDF: what they are called, where they are mentioned, which roles are reported."""

from sayso.model.sheet import Sheet
from sayso.model.terms import node, web_address
from sayso.namespaces import slug
from sayso.read.reading import Entity, Role

_CLASSES = {
    "Person": "schema:Person",
    "Organization": "schema:Organization",
    "Place": "schema:Place",
    "Outlet": "sayso:Outlet",
    "MilitaryUnit": "sayso:MilitaryUnit",
    "Government": "sayso:Government",
    "JointSource": "sayso:JointSource",
    "UnnamedSource": "sayso:UnnamedSource",
    "Group": "sayso:Group",
}


def describe_entity(sheet: Sheet, entity: Entity) -> None:
    """Write the entity with every mention of it and every role that the article reports."""
    subject = sheet.entity(entity.id)
    sheet.add(subject, "rdf:type", node(_CLASSES[entity.type]))
    sheet.add(subject, "schema:name", entity.label)
    for name in entity.names:
        sheet.add(subject, "schema:alternateName", name)
    for whole in entity.part_of:
        sheet.add(subject, "sayso:partOf", sheet.entity(whole))
    for iri in entity.same_as:
        sheet.add(subject, "schema:sameAs", web_address(iri))
    for start, end in entity.mentions:
        mention = sheet.part(f"m{start}-{end}-{slug(entity.id)}")
        sheet.add(mention, "rdf:type", node("sayso:Mention"))
        sheet.add(mention, "sayso:refersTo", subject)
        sheet.add(mention, "sayso:reportedIn", sheet.subject)
        sheet.add(mention, "sayso:span", sheet.evidence((start, end)))
    for role in entity.roles:
        _describe_role(sheet, entity, role)


def _describe_role(sheet: Sheet, entity: Entity, reported: Role) -> None:
    """A role as the article reports it, with its evidence, the body that it is held in, and the state it is told of."""
    role = sheet.part(f"role-{slug(entity.label)}-{slug(reported.words)}")
    sheet.add(role, "rdf:type", node("sayso:Role"))
    sheet.add(role, "schema:roleName", reported.words)
    sheet.add(role, "sayso:heldBy", sheet.entity(entity.id))
    sheet.add(role, "sayso:reportedIn", sheet.subject)
    sheet.add(role, "sayso:span", sheet.evidence(reported.span))
    if reported.body:
        sheet.add(role, "org:organization", sheet.entity(reported.body))
    if reported.country:
        sheet.add(role, "sayso:country", sheet.entity(reported.country))
