"""Claims that are denied, told in other words or altered on the way, on pairs written by hand among other claims."""

from dataclasses import replace

import pytest

from sayso.audit.claims.comparing import compare_claims
from sayso.audit.comparing.comparison import Comparison
from sayso.audit.telling import CLAIM, Link, Root, Source, Telling

OTHERS = (
    "the roof of the hall had been inspected in spring", "tests of the water had been taken at two wells",
    "lorries were still bringing sand to the dyke", "the choir sang in the square", "schools start again on Monday",
    "trains are running again between both towns", "prices of bread have doubled this year",
)  # fmt: skip


def claim(article: Source, words: str, who: str, stance: str = "asserts") -> Telling:
    at, source = article.text.find(words), article.text.find(who)
    span = (at, at + len(words))
    printed = ((source, source + len(who)),) if source >= 0 else ()
    link = Link(
        f"s/{article.iri}/{words}", who, f"agent/{who}", "Person", stance=stance, source=printed, content=(span,)
    )
    root = Root(link.key, who, "named", f"named: {who}", frozenset({link.key}))
    return Telling(
        f"c/{article.iri}/{words}", article, words, CLAIM, None, None, span=span, chain=(link,),
        told_on=article.published, event="one", root=root,
    )  # fmt: skip


def told(text: str, *claims: tuple[str, str, str]) -> list[Telling]:
    article = Source("a/1", "one", "Harbour Post", "2025-03-10", text=text)
    return [claim(article, words, who, stance) for words, who, stance in claims]


def pair(
    left: str, right: str, who: str, other: str = "", stances: tuple[str, str] = ("asserts",) * 2
) -> list[Telling]:
    articles = (Source(f"a/{n}", outlet, outlet, f"2025-03-1{n}") for n, outlet in enumerate(("Post", "Echo")))
    return [claim(a, w, n, s) for a, w, n, s in zip(articles, (left, right), (who, other or who), stances, strict=True)]


def compared(tellings: list[Telling]) -> list[Comparison]:
    """Their comparisons, made among claims on other things of the same event."""
    others = [claim(Source(f"o/{n}", "", "", "2025-03-10"), w, f"witness {n}") for n, w in enumerate(OTHERS)]
    ours = {t.iri for t in tellings}
    return [c for c in compare_claims([*tellings, *others], {}) if {c.left.iri, c.right.iri} <= ours]


def verdicts(tellings: list[Telling]) -> set[str]:
    return {" ".join((c.verdict, *(change.what for change in c.changes))) for c in compared(tellings)}


DENIED = [
    told("Villagers said the dam had been opened without notice. The board denied that any gate had been opened.",
         ("the dam had been opened without notice", "Villagers", "asserts"),
         ("that any gate had been opened", "The board", "denies")),
    told("Farmers said the dairy had watered down its milk. Jon Berg, its director, rejected the accusation.",
         ("the dairy had watered down its milk", "Farmers", "asserts"), ("the accusation", "Jon Berg", "denies")),
    told("Fishermen said the factory had dumped dye in the river. “That is a lie,” said its manager, Ole Dahl.",
         ("the factory had dumped dye in the river", "Fishermen", "asserts"),
         ("That is a lie,", "Ole Dahl", "asserts")),
    told("Nurses said patients had been left in corridors overnight. The minister said those reports were fabricated.",
         ("patients had been left in corridors overnight", "Nurses", "asserts"),
         ("those reports were fabricated", "The minister", "asserts")),
    pair("the ministry had buried a study on lead pipes", "no such study existed", "campaigners", "the ministry"),
    pair("the emergency exit of the cinema was open", "the emergency exit of the cinema was locked", "owner", "guests"),
    pair("guests had been told to stay inside", "nobody had told guests to stay inside", "hotel", "brigade"),
    pair("the trawlers had been in Orsan waters", "the trawlers were in Velish waters", "owner", "navy"),
    pair("several lifeguards were on the beach", "no lifeguards were on the beach", "the town", "parents"),
    told("The army said it had struck a convoy north of Alm. Jan Wirt, a farmer, said there was no convoy.",
         ("it had struck a convoy north of Alm", "The army", "asserts"),
         ("there was no convoy", "Jan Wirt", "asserts")),
    pair("members of the Harbour League had set the boats adrift", "that it had taken part in any raid on the boats",
         "police", "Harbour League", ("asserts", "denies")),
    told("Parents said the school had turned down their help. “Nobody offered us help,” the school said.",
         ("the school had turned down their help", "Parents", "asserts"),
         ("Nobody offered us help,", "the school", "asserts")),
    told("A cook said the oven was old. Guests said the soup was cold. The manager rejected the cook's account.",
         ("the oven was old", "A cook", "asserts"), ("the cook's account", "The manager", "denies")),
    told("Ann Holt said she had heard two shots. Colonel Reed said that no shot had been fired.",
         ("she had heard two shots", "Ann Holt", "asserts"),
         ("that no shot had been fired", "Colonel Reed", "asserts")),
    told("The club said it had asked the mayor for a guard. The mayor said he had never received such a request.",
         ("it had asked the mayor for a guard", "The club", "asserts"),
         ("he had never received such a request", "The mayor", "asserts")),
    told("Pilots said the lights of the runway had been broken. The airport said that they had been working all night.",
         ("the lights of the runway had been broken", "Pilots", "asserts"),
         ("that they had been working all night", "The airport", "asserts")),
]  # fmt: skip
NOT_DENIED = [
    told("Villagers said the dam had been opened without notice. The board denied that it had raised its fees.",
         ("the dam had been opened without notice", "Villagers", "asserts"),
         ("that it had raised its fees", "The board", "denies")),
    told("The ministry said the tests had been clean. It denied that a second test had been ordered.",
         ("the tests had been clean", "The ministry", "asserts"),
         ("that a second test had been ordered", "The ministry", "denies")),
    told("The union demanded that the gate be opened. The board denied that the gate was locked.",
         ("that the gate be opened", "The union", "demands"), ("that the gate was locked", "The board", "denies")),
    pair("two trawlers lay off Hasakeh on Friday", "two trawlers were lying off Hassaka on Friday", "owner", "navy"),
    pair("the bridge at Holm was painted", "the bridge at Sund was sold", "town", "bank", ("asserts", "denies")),
    pair("that wells had been poisoned", "that the wells had been poisoned", "mine", "army", ("denies", "denies")),
    pair("whether the pilots had been trained", "the pilots had not been trained", "investigators", "union"),
    pair("no more than a week of water is left", "a week of water is left", "council", "engineer"),
    pair("the fire began in the cellar, not in the attic", "the fire began in the cellar", "brigade", "owner"),
    told("A cook said the oven was old. Guests said the soup was cold. The manager rejected the cook's account.",
         ("the soup was cold", "Guests", "asserts"), ("the cook's account", "The manager", "denies")),
    told("The port said the crane had been painted. The club said there was no lamp on the pier.",
         ("the crane had been painted", "The port", "asserts"),
         ("there was no lamp on the pier", "The club", "asserts")),
    pair("the museum will be open on Sunday", "the library will be closed on Sunday", "town", "county"),
    pair("900 labourers had been sent to the quarry", "that any guards had been sent", "union", "owner",
         ("asserts", "denies")),
    told("The relief agency counted 900 dead at the ford. The palace dismissed reports of the deployment as false.",
         ("900 dead at the ford", "The relief agency", "asserts"),
         ("reports of the deployment as false", "The palace", "denies")),
    told("The agency counted 900 dead at the ford. The envoy denied that any guards were there, calling the claim "
         "untrue.",
         ("900 dead at the ford", "The agency", "asserts"),
         ("that any guards were there", "The envoy", "denies"), ("the claim untrue", "The envoy", "denies")),
]  # fmt: skip
REPEATED = [
    pair(
        "the ferry's crew had ignored two storm warnings", "that the crew of the ferry ignored storm warnings", "union"
    ),
    pair("soldiers looted shops in the old market", "troops had plundered shops in the old market", "mayor"),
    pair("gunmen kidnapped the judge outside his house", "the judge was abducted by gunmen outside his home", "police"),
    pair("that its drivers had not been paid since August", "none of its drivers had been paid since August", "union"),
    pair("that it had bribed any inspector", "no inspector had been bribed", "firm", stances=("denies", "asserts")),
    pair("the tunnel had been closed since May", "the tunnel has been closed since May, and nobody knows why", "town"),
]
NOT_REPEATED = [
    pair("the clinic will be moved to the harbour", "the harbour will be dredged in the autumn", "council"),
    pair("the new tram will stop at the stadium", "the new tram will not stop at the stadium", "council"),
    pair(
        "teachers will strike in the northern district",
        "teachers want smaller classes in the northern district",
        "union",
    ),
    pair("the ship carried grain for Kenya", "the ship carried weapons for rebels in the hills", "owner"),
    pair("the pilot had been asleep at the wheel", "the pilot was asleep at the wheel", "union", "ministry"),
]
HEDGED = [
    pair("the tanker appeared to have hit a rock", "the tanker hit a rock", "coast guard"),
    pair(
        "sparks from a train could have started the grass fire", "sparks from a train started the grass fire", "mayor"
    ),
    pair(
        "the letters were sent by a guard",
        "the letters were sent by a guard",
        "police",
        stances=("believes", "asserts"),
    ),
]
DATED = [
    pair("the tunnel had been closed since October", "the tunnel had been closed since December", "council"),
    pair(
        "the alarm was off for three weeks before the theft",
        "the alarm was off three days before the theft",
        "museum",
    ),
]


@pytest.mark.parametrize(
    ("expected", "tellings"),
    [({"contradicts"}, t) for t in DENIED]
    + [(set(), t) for t in NOT_DENIED + NOT_REPEATED]
    + [({"restates"}, t) for t in REPEATED]
    + [({"alters hedge"}, t) for t in HEDGED]
    + [({"alters date"}, t) for t in DATED],
)
def test_claims_among_others_get_their_verdict(expected: set[str], tellings: list[Telling]) -> None:
    assert verdicts(tellings) == verdicts(tellings[::-1]) == expected


def test_what_a_speaker_says_right_behind_a_denial_contests_the_same_claim() -> None:
    tellings = told(
        "Residents said the smoke detectors had been disabled. The landlord dismissed the claim. “All were working,” "
        "it said.",
        ("the smoke detectors had been disabled", "Residents", "asserts"), ("the claim", "The landlord", "denies"),
        ("All were working,", "The landlord", "asserts"),
    )  # fmt: skip
    assert [c.verdict for c in compared(tellings)] == ["contradicts"]
    tellings[2] = replace(tellings[2], words="All detectors were working,")
    assert [c.verdict for c in compared(tellings)] == ["contradicts", "contradicts"]


def test_a_relay_that_leaves_out_who_said_it_alters_the_source() -> None:
    first, second = pair("the crane had been overloaded", "the crane had been overloaded", "the port")
    workers = Link("s/workers", "Workers", "", "UnnamedSource")
    root = Root("at:workers", "Workers", "unnamed", "", frozenset({"agent/the port"}))
    assert verdicts([replace(first, chain=(*first.chain, workers), root=root), second]) == {"alters source"}


def test_a_relay_that_names_the_outlet_and_another_source_alters_the_source() -> None:
    first, second = pair(
        "the pilot had been asleep at the wheel", "the pilot was asleep at the wheel", "union", "ministry"
    )
    post = Link("s/post", "Post", "agent/post", "Outlet")
    assert verdicts([first, replace(second, chain=(post, *second.chain))]) == {"alters source"}


def test_a_person_and_the_body_that_the_sentence_calls_theirs_are_one_source() -> None:
    words = "the archers had been trained abroad"
    first = told(f"Ann Holt, the president of the law society, said {words}.", (words, "Ann Holt", "asserts"))
    law = Source("a/2", "two", "Echo", "2025-03-11", text=f"The law society said {words}.")
    second = claim(law, words, "The law society")
    body = replace(second, chain=(replace(second.chain[0], kind="Organization"),))
    assert verdicts([*first, body]) == {"restates"}


def test_what_is_not_denied_is_no_denial() -> None:
    text = "Clerks said the archive had been moved. The mayor did not deny that the archive had been moved."
    first, second = told(
        text,
        ("the archive had been moved", "Clerks", "asserts"),
        ("that the archive had been moved", "The mayor", "denies"),
    )
    at = text.index("deny")
    link = replace(second.chain[0], cue=((at, at + 4),))
    assert verdicts([first, second]) == {"contradicts"}
    assert verdicts([first, replace(second, chain=(link,))]) == set()


def retold(left: str, right: str) -> list[Telling]:
    """What a clerk has a board say, and what the board denies."""
    one, other = pair(left, right, "The board", "The board", ("asserts", "denies"))
    clerk = Link("s/clerk", "A clerk", "agent/clerk", "Person", stance="asserts", content=one.chain[0].content)
    return [replace(one, chain=(clerk, *one.chain)), other]


@pytest.mark.parametrize(
    ("tellings", "wanted"),
    [
        (retold("the bonus would be paid in full", "that it had promised that the bonus would be paid in full"),
         {"contradicts"}),
        (retold("the bonus would be paid in full", "that it had asked for the bonus to be paid"), set()),
        (pair("that every lamp in the tunnel had worked", "the lamp near the exit had not worked", "A", "B"),
         {"contradicts"}),
        (pair("every bus in the fleet had been checked", "the bus company had not been told", "A", "B"), set()),
        (pair("they had fired the shells from the quarry", "not one shell had been fired from the quarry", "A", "B"),
         {"contradicts"}),
        (pair("soldiers stormed the station", "that its men had fled when the soldiers stormed the station", "A", "B",
              ("asserts", "denies")), set()),
        (pair("there would be no strike while talks went on", "there would be no strike as long as talks continued",
              "A"), {"restates"}),
        (pair("it had probably been set by the Coast Brothers, who have quarrelled with the port since 2011",
              "the Coast Brothers set the fire", "A"), {"alters hedge"}),
        (pair("May salaries would be paid by the end of the month", "May salaries will be paid by the end of April",
              "A"), {"alters date"}),
        (pair("the hall would reopen by the end of the month", "the hall would reopen by the end of March", "A"),
         {"restates"}),
    ],
)  # fmt: skip
def test_asides_shares_and_months_are_told_apart(tellings: list[Telling], wanted: set[str]) -> None:
    assert verdicts(tellings) == wanted


@pytest.mark.parametrize(
    ("tellings", "wanted"),
    [
        (pair("the strike was likely to last until August", "The strike will last until August", "A"),
         {"alters hedge"}),
        (pair("the strike was likely to last until August", "The strike will last until October", "A"),
         {"alters date hedge"}),
        (pair("petrol had run out there", "40 shops were open, and petrol had run out there", "A"), {"restates"}),
        (pair("petrol had run out there", "40 shops were open, and bread had run out there", "A"), set()),
        (pair("its pilots had bombed the convoy", "it had not bombed the convoy", "A", "A", ("denies", "asserts")),
         {"restates"}),
        (pair("Drones flew over the stadium", "no drones had been sent up", "A", "B"), {"contradicts"}),
        (pair("snipers fired from the roof", "no boats had been deployed", "A", "B"), set()),
        (pair("the rocket was fired from Velmoran territory", "The rocket came from an Ardeshi launcher", "A", "B"),
         {"contradicts"}),
        (pair("the cable had been cut by Ostran divers", "the cable was cut by a Halmar ship", "A", "B"),
         {"contradicts"}),
        (pair("the rocket was fired from Velmoran land", "The truck came from an Ardeshi market", "A", "B"), set()),
        (pair("the rocket came from the eastern hills", "the rocket came from an army depot", "A", "B"), set()),
        (pair("the bridge was closed by Ostran police", "the bridge was bombed by Halmar jets", "A", "B"), set()),
        (pair("Legion lorries had been parked in the yard", "that it had kept any lorries at the clinic", "A",
              "The Legion", ("asserts", "denies")), {"contradicts"}),
        (pair("a truck caught fire on the bridge", "guards opened fire on the bridge", "A"), set()),
    ],
)  # fmt: skip
def test_few_words_absence_and_two_origins(tellings: list[Telling], wanted: set[str]) -> None:
    assert verdicts(tellings) == wanted


@pytest.mark.parametrize(
    ("tellings", "wanted"),
    [
        (pair("the greenhouse was unharmed", "hail had ruined the greenhouse", "owner", "insurer"), {"contradicts"}),
        (pair("the pumps of the lock were in order", "there was nothing wrong with the pumps of the lock", "board"),
         {"restates"}),
        (pair("the lift had failed twice", "the lift had been in good working order", "tenants", "owner"),
         {"contradicts"}),
        (pair("nobody on the ferry had worn a life jacket", "several passengers of the ferry wore life jackets",
              "police", "line"), {"contradicts"}),
        (pair("a mortar round had struck the library", "no public building had been struck", "dean", "army"),
         {"contradicts"}),
        (pair("several of the men bore marks of torture", "no prisoner had been tortured", "surgeon", "warden"),
         {"contradicts"}),
        (pair("a guard had kicked two inmates", "that any prisoner had been kicked", "lawyer", "warden",
              ("asserts", "denies")), {"contradicts"}),
        (pair("the fire had been caused by a heater", "a cigarette had started the fire", "brigade", "hotel"),
         {"contradicts"}),
        (pair("the rocket had been fired from Anat", "the rocket came from Bessor", "army", "rebels"), {"contradicts"}),
        (pair("the marines had fired first", "smugglers fired the first shot", "gang", "navy"), {"contradicts"}),
        (pair("guards did not shoot until they were stoned", "guards opened fire only after they were stoned", "firm"),
         {"restates"}),
        (pair("poison had been ruled out", "there had been no poison", "coroner"), {"restates"}),
        (pair("poison had been ruled out", "poison had not been ruled out", "coroner", "judge"), {"contradicts"}),
        (pair("guards had fired first", "the first shots came from the Halmar side", "gang", "navy"), {"contradicts"}),
        (pair("nobody had been made to sign", "miners had been forced to sign", "owner", "union"), {"contradicts"}),
        (pair("visitors had been turned away", "no visitor had been refused entry", "club", "museum"), {"contradicts"}),
        (pair("a verdict was likely before Easter", "a verdict will come before Easter", "court"), {"alters hedge"}),
        (pair("no tram was running", "a tram had been running to the quay", "union", "city"), {"contradicts"}),
        (pair("the board had known of the false bills", "that it had known of any false bills", "union", "board",
              ("asserts", "denies")), {"contradicts"}),
        (pair("the barn had been set alight", "the granary had been spared by hail", "owner", "insurer"), set()),
        (pair("the fire had been caused by a heater", "the flood had been caused by rain", "brigade", "hotel"), set()),
        (pair("the rocket had been fired from Anat", "the convoy came from Bessor", "army", "rebels"), set()),
        (pair("no school had been struck", "a mortar round had struck the tannery", "army", "dean"), set()),
        (pair("two swimmers were unharmed", "two cyclists were harmed in the tunnel", "coast guard", "police"), set()),
        (pair("the lift had failed twice", "the harvest had been in good condition", "tenants", "owner"), set()),
    ],
)  # fmt: skip
def test_the_contrary_and_the_same_are_known_by_sense(tellings: list[Telling], wanted: set[str]) -> None:
    assert verdicts(tellings) == verdicts(tellings[::-1]) == wanted


def test_who_is_told_of_by_a_pronoun_right_behind_is_called_something_else() -> None:
    text = "The navy said the men on the raft had been pirates. Their village said that they were fishermen."
    told_of = ("the men on the raft had been pirates", "The navy", "asserts")
    assert verdicts(told(text, told_of, ("they were fishermen", "Their village", "asserts"))) == {"contradicts"}
    assert not verdicts(told(text, told_of, ("were fishermen", "Their village", "asserts")))


def test_a_relay_to_whom_it_was_told_alters_the_source() -> None:
    words = "the archers had been trained abroad"
    text = f"Guards at the Lind gate told Border Watch that {words}."
    first = told(text, (words, "Guards at the Lind gate", "asserts"))
    echo = Source("a/2", "two", "Echo", "2025-03-10", text=f"Border Watch said {words}.")
    assert verdicts([*first, claim(echo, words, "Border Watch")]) == {"alters source"}
    assert not verdicts([*first, claim(echo, words, "The abbot")])
