"""Offices, tenures and persons agree with each other and with the other actors."""

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, RdfFormat, Store

FOLDER = Path(__file__).resolve().parent.parent / "ontologies"
KG = "https://w3id.org/actor-kg/ontology#"
ACTOR = "https://w3id.org/actor-kg/actor/"
SKOS = "http://www.w3.org/2004/02/skos/core#"
TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
WITHOUT_ACTORS = ("lexicon", "cues", "shapes")


@cache
def ontology() -> Store:
    """All files that describe actors, offices and their names."""
    store = Store()
    for path in sorted(FOLDER.glob("*.ttl")):
        if not path.stem.startswith(WITHOUT_ACTORS):
            store.load(path=path, format=RdfFormat.TURTLE)
    return store


def local(term: object) -> str:
    return re.split(r"[#/]", term.value)[-1] if isinstance(term, NamedNode) else ""


def instances(kind: str) -> list[NamedNode]:
    found = ontology().quads_for_pattern(None, TYPE, NamedNode(KG + kind))
    nodes = [quad.subject for quad in found if isinstance(quad.subject, NamedNode)]
    return sorted(nodes, key=lambda node: node.value)


def terms(subject: NamedNode, predicate: str) -> list[NamedNode]:
    """IRIs that a property has, a prefixless name being one of kg:."""
    iri = predicate if ":" in predicate else KG + predicate
    quads = ontology().quads_for_pattern(subject, NamedNode(iri), None)
    return [quad.object for quad in quads if isinstance(quad.object, NamedNode)]


def literals(subject: NamedNode, predicate: str) -> list[Literal]:
    iri = predicate if ":" in predicate else KG + predicate
    quads = ontology().quads_for_pattern(subject, NamedNode(iri), None)
    return [quad.object for quad in quads if isinstance(quad.object, Literal)]


def labels(subject: NamedNode) -> dict[str, str]:
    found = literals(subject, SKOS + "prefLabel")
    return {label.language or "": label.value for label in found}


def fold(name: str) -> str:
    """Case, accents, hyphens and kinds of apostrophe aside."""
    name = (
        name.replace("’", "'")
        .replace("\N{LATIN SMALL LETTER DOTLESS I}", "i")
        .casefold()
    )
    letters = unicodedata.normalize("NFKD", name)
    plain = "".join(c for c in letters if not unicodedata.combining(c))
    return re.sub(r"[\s-]+", " ", plain).strip()


@dataclass(frozen=True, order=True)
class Term:
    """A tenure; dates are ISO texts of any precision, "" if absent."""

    office: str
    body: str
    since: str
    until: str
    holder: str

    def surely_covers(self, day: str) -> bool:
        """Whether the holder was in office on a day, however the dates are read."""
        return self.latest_start() <= day <= self.earliest_end()

    def latest_start(self) -> str:
        return self.since + "-12-31"[len(self.since) - 4 :] if self.since else "9999"

    def earliest_end(self) -> str:
        return self.until + "-01-01"[len(self.until) - 4 :] if self.until else "9999"


@cache
def tenures() -> tuple[Term, ...]:
    found = []
    for node in instances("Tenure"):
        (office,), (body,) = terms(node, "office"), terms(node, "of")
        (holder,) = terms(node, "holder")
        since = "".join(literal.value for literal in literals(node, "since"))
        until = "".join(literal.value for literal in literals(node, "until"))
        found.append(Term(local(office), local(body), since, until, local(holder)))
    return tuple(sorted(found))


@cache
def unique_offices() -> frozenset[str]:
    return frozenset(
        local(node)
        for node in instances("Office")
        if literals(node, "holderUnique")[0].value == "true"
    )


def names(person: NamedNode, *predicates: str) -> set[str]:
    return {fold(name.value) for p in predicates for name in literals(person, p)}


def test_every_tenure_names_a_known_holder_office_and_body() -> None:
    persons = {local(node) for node in instances("Person")}
    offices = {local(node) for node in instances("Office")}

    strange = [
        term
        for term in tenures()
        if term.holder not in persons
        or term.office not in offices
        or not labels(NamedNode(ACTOR + term.body))
    ]

    assert strange == []


def test_a_tenure_begins_before_it_ends() -> None:
    dates = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
    for term in tenures():
        for date in filter(None, (term.since, term.until)):
            assert dates.fullmatch(date), term
        shared = min(len(term.since), len(term.until))
        assert not term.until or term.since[:shared] <= term.until[:shared], term


def test_dates_have_the_datatype_of_their_precision() -> None:
    kinds = {4: "gYear", 7: "gYearMonth", 10: "date"}
    for node in instances("Tenure"):
        for date in literals(node, "since") + literals(node, "until"):
            assert local(date.datatype) == kinds[len(date.value)], node


def test_an_office_with_one_holder_is_never_surely_held_by_two() -> None:
    held = defaultdict(list)
    for term in tenures():
        if term.office in unique_offices():
            held[term.office, term.body].append(term)

    clashes = []
    for terms_of_office in held.values():
        known = [term for term in terms_of_office if term.since]
        by_start = sorted(known, key=Term.latest_start)
        for number, first in enumerate(by_start):
            clashes += [
                (first, second)
                for second in by_start[number + 1 :]
                if second.latest_start() < first.earliest_end()
                and second.latest_start() < second.earliest_end()
            ]

    assert clashes == []


@pytest.mark.parametrize(
    ("office", "body", "day", "holder"),
    [
        ("head-of-government", "armenia", "2020-10-15", "nikol-pashinyan"),
        ("head-of-state", "armenia", "2017-06-01", "serzh-sargsyan"),
        ("foreign-minister", "armenia", "2020-10-15", "zohrab-mnatsakanyan"),
        ("head-of-state", "azerbaijan", "2023-09-20", "ilham-aliyev"),
        ("head-of-state", "nagorno-karabakh", "2020-10-15", "arayik-harutyunyan"),
        ("head-of-state", "france", "2016-03-01", "francois-hollande"),
        ("head-of-government", "united-kingdom", "2022-10-10", "liz-truss"),
        ("foreign-minister", "united-states", "2023-01-20", "antony-blinken"),
        ("foreign-minister", "russia", "2014-03-18", "sergei-lavrov"),
        ("secretary-general", "nato", "2022-02-24", "jens-stoltenberg"),
        ("secretary-general", "united-nations", "2012-05-01", "ban-ki-moon"),
        ("high-representative", "european-union", "2021-07-01", "josep-borrell"),
        (
            "organisation-president",
            "european-commission",
            "2015-01-01",
            "jean-claude-juncker",
        ),
        ("supreme-leader", "iran", "2019-09-14", "ali-khamenei"),
        ("king", "saudi-arabia", "2018-10-02", "king-salman"),
    ],
)
def test_an_office_is_held_on_a_day(
    office: str, body: str, day: str, holder: str
) -> None:
    holders = {
        term.holder
        for term in tenures()
        if (term.office, term.body) == (office, body) and term.surely_covers(day)
    }

    assert holders == {holder}


def test_the_offices_of_our_years_have_many_known_holders() -> None:
    recent = {
        term.holder
        for term in tenures()
        if (term.until or "9999") >= "2015" and term.since < "2027"
    }

    assert len(instances("Person")) >= 1000
    assert len(recent) >= 700


def test_every_person_has_names_in_both_languages_a_gender_and_a_body() -> None:
    for person in instances("Person"):
        assert set(labels(person)) == {"fr", "en"}, person
        assert len(terms(person, "gender")) == 1, person
        bodies = terms(person, "actsFor")
        reasons = literals(person, SKOS + "editorialNote")
        assert len(bodies) + len(reasons) == 1, person
        assert all(labels(body) for body in bodies), person


def test_no_unambiguous_name_is_claimed_by_two_persons() -> None:
    claims = defaultdict(set)
    for person in instances("Person"):
        for name in names(person, SKOS + "prefLabel", SKOS + "altLabel"):
            claims[name].add(local(person))
    for person in instances("Person"):
        for name in names(person, "ambiguousLabel") & claims.keys():
            claims[name].add(local(person))

    assert {name: who for name, who in claims.items() if len(who) > 1} == {}


def test_no_person_bears_the_unambiguous_name_of_another_actor() -> None:
    persons = set(instances("Person"))
    own = {
        name: person
        for person in persons
        for name in names(person, SKOS + "prefLabel", SKOS + "altLabel")
    }

    clashes = set()
    for predicate in (SKOS + "prefLabel", SKOS + "altLabel", KG + "capital"):
        for quad in ontology().quads_for_pattern(None, NamedNode(predicate), None):
            is_actor = quad.subject.value.startswith(ACTOR)  # type: ignore[union-attr]
            if not is_actor or quad.subject in persons:
                continue
            if fold(quad.object.value) in own:  # type: ignore[union-attr]
                clashes.add((str(quad.subject), str(quad.object)))

    assert clashes == set()


def test_an_office_has_titles_in_both_languages_and_a_kind_of_body() -> None:
    offices = instances("Office")
    for office in offices:
        assert set(labels(office)) == {"fr", "en"}, office
        assert len(literals(office, "holderUnique")) == 1, office
        assert terms(office, "ofKind"), office
        assert literals(office, "title"), office
        for other in terms(office, "heldWith") + terms(office, SKOS + "broader"):
            assert other in offices, office
        for body in terms(office, "onlyOf") + terms(office, "impliedBody"):
            assert labels(body), (office, body)
        assert not terms(office, "heldWith") or local(office) not in {
            term.office for term in tenures()
        }, office


def test_a_title_denotes_one_general_office_of_a_kind_of_body() -> None:
    claims = defaultdict(set)
    for office in [*instances("Office"), *instances("Organ")]:
        if terms(office, "onlyOf"):
            continue
        titles = [(t.language, t.value) for t in literals(office, "title")]
        folded = {(language, title.casefold()) for language, title in titles}
        assert len(folded) == len(titles), office
        for kind in terms(office, "ofKind"):
            for language, title in titles:
                claims[language, title.casefold(), local(kind)].add(local(office))

    assert {claim: who for claim, who in claims.items() if len(who) > 1} == {}


def test_an_organ_has_patterns_for_its_label_and_slug() -> None:
    organs = instances("Organ")
    assert len(organs) >= 10
    for organ in organs:
        patterns = literals(organ, "labelPattern")
        assert {pattern.language for pattern in patterns} == {"fr", "en"}, organ
        (slug,) = literals(organ, "slugPattern")
        for pattern in [*patterns, slug]:
            assert pattern.value.count("{}") == 1, organ


def test_people_never_stand_for_their_state() -> None:
    def triggers(kind: str) -> set[str]:
        return {t.value for cue in instances(kind) for t in literals(cue, "trigger")}

    acting, outside = triggers("StateNoun"), triggers("NonStateNoun")

    assert {"gouvernement", "autorités", "armée", "forces armées"} <= acting
    assert {"citoyens", "habitants", "manifestants", "étudiants"} <= outside
    assert acting & outside == set()


def test_a_noun_that_stands_for_the_state_says_in_which_role() -> None:
    roles = {local(r) for n in instances("StateNoun") for r in terms(n, "fitFor")}

    assert roles == {"Source", "Target"}
    for noun in instances("StateNoun"):
        assert "Target" in {local(role) for role in terms(noun, "fitFor")}, noun
        assert [local(kind) for kind in terms(noun, "standsFor")] == ["State"], noun
