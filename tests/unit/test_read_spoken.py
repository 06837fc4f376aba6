"""Numbers that count the people of whom the sentence before speaks without a number."""

import pytest

from sayso.ingest.article import Article
from sayso.read.figures.finder import find_figures
from sayso.read.sentences import sentences


def read(text: str) -> list[tuple[str, object, str | None]]:
    figures = find_figures(Article("-", text, ((0, len(text)),)), sentences(text, [(0, len(text))]))
    return [(f.kind, f.high if f.low is None else f.low, f.counts) for f in figures]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "People are returning to the dunes. An aid group counted 520 of them today. The police say there are fewer "
            "than 150.",
            [("people", 520, "group/people"), ("people", 150, "group/people")],
        ),
        (
            "Farmers blocked the motorway again. The police put their number at 400.",
            [("protesters", 400, "group/farmers")],
        ),
        (
            "About 60 mutineers were killed. All the officers who had been held were free. There had been 19 of them.",
            [("killed", 60, "group/mutineers"), ("arrested", 19, "group/officers")],
        ),
        (
            "How many Ostrelis are left? The office gave a new figure on Monday, 1,260, after a check.",
            [("people", 1260, "group/ostrelis")],
        ),
        ("How many were killed? The army says 12, the rebels 30.", [("killed", 12, None), ("killed", 30, None)]),
        (
            "The toll of the strike on the hostel stands at 17. It gave the number of soldiers killed as 12 and that "
            "of the people driven from the villages as 4,600.",
            [("killed", 17, None), ("killed", 12, "group/soldiers"), ("displaced", 4600, "group/people")],
        ),
        (
            "Thieves took the records of 19,000 customers. In the case of 2,400 of them the thieves have more.",
            [("people", 19000, "group/customers"), ("people", 2400, "group/customers")],
        ),
        (
            "Some 45 tonnes of acid leaked. The fire chief gave a new figure for the people treated, 61.",
            [("other", 45, "group/acid"), ("people", 61, None)],
        ),
        ("The rally was held on Sunday. The organisers said 80,000 had come.", [("protesters", 80000, "group/people")]),
        ("The office got letters. Complaints have risen to 1,100.", [("other", 1100, "group/complaints")]),
        (
            "The navy sent 40 boats. Of the boats, 22 sank.",
            [("equipment", 40, "group/boats"), ("equipment", 22, "group/boats")],
        ),
        ("It was the eighth attack on a hospital this year.", [("other", 8, "group/attack")]),
        ("She won the eighth game and the ninth set.", []),
        ("The army gave its own dead in the battle as 31.", [("killed", 31, None)]),
        ("The number of bodies recovered from the wreck of flight 218 rose to 67.", [("killed", 67, None)]),
        ("The plane lost contact 14 minutes before landing. It was 40 minutes late.", [("other", 14, None)]),
        (
            "Some 58 children have died in the camp, 12 more than on Tuesday. They sold 12 more than we did.",
            [("killed", 58, "group/children"), ("killed", 12, "group/children")],
        ),
        (
            "The subsidies came to 44 million crowns. Eighteen million of that went to one family.",
            [("money", 44_000_000, None), ("money", 18_000_000, None)],
        ),
        (
            "The council said that another 160 homesteads had been burned, bringing its total to 800.",
            [("other", 160, "group/homesteads"), ("other", 800, "group/homesteads")],
        ),
        (
            "Its clinics recorded 73 child deaths. Twenty-five of the children were under one year old.",
            [("killed", 73, "group/children"), ("killed", 25, "group/children")],
        ),
        ("Food for 11 days was left, at 800 calories a day.", [("other", 11, None), ("other", 800, None)]),
        ("The minister spoke for an hour. He said 20 was too many.", []),
        ("Residents were told to leave. The bus stopped at 12, the train at 30.", []),
    ],
)
def test_a_number_counts_those_of_whom_the_sentence_before_speaks(
    text: str, wanted: list[tuple[str, object, str | None]]
) -> None:
    assert read(text) == wanted


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The union named 340 people who were picked up by police.", "arrested"),
        ("Rescuers picked up 340 people at sea.", "rescued"),
        ("Some 620 officers had taken part in the clearance.", "deployed"),
        ("Some 620 officers had taken part in the protest.", "protesters"),
        ("He said that 12 officers were being held.", "arrested"),
        ("The union said 43 people had been brought to three hospitals.", "wounded"),
        ("The hospital said it was treating 44 people from the crashed trains.", "wounded"),
        ("Six gunmen gave themselves up.", "captured"),
        ("Two teenagers are in intensive care after the crash.", "wounded"),
        ("The navy had lost a single patrol boat.", "equipment"),
        ("The unions that called the march said that 20,000 people had come.", "protesters"),
        ("More than 18,000 people crossed into Nyombe since fighters took Sokole.", "displaced"),
        ("Some 26 pylons had fallen in the storm.", "other"),
        ("Some 26 soldiers had fallen in the battle.", "killed"),
        ("The number of people known to have died has climbed to 61.", "killed"),
    ],
)
def test_the_clause_tells_what_happened_to_the_counted(text: str, kind: str) -> None:
    assert [found[0] for found in read(text)] == [kind]
