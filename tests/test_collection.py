"""The books of a store: whatever is added can be withdrawn without a trace."""

import random
from dataclasses import replace
from datetime import date

import pytest
from pyoxigraph import RdfFormat, Store

from kg.collection import Collection
from kg.encoding import Run
from kg.model import Actor, Claim, Modality, Polarity, Reading
from kg.namespaces import LEDGER
from kg.ontology import Ontology
from kg.shards import Shard, fingerprint, make_shard
from kg.tallies import recount

SLUGS = ("norway", "iceland", "peru", "oslo-government", "kari-dahl")
RELATIONS = ("warns", "supports", "meets", "leads", "sanctions")
NAMES = ("Kari Dahl", "K. Dahl", "Dahl (Kari)")
RUNS = (Run("1.0", ("fr_essai 1.0",), "abc"), Run("1.1", ("fr_essai 1.0",), "abc"))


def write(desk_type: type, number: int, seed: int) -> Shard:
    """A document with a few random statements, and a name of its own for Kari Dahl."""
    dice = random.Random(seed)
    desk = desk_type(f"{number:03}.txt", published=date(2023, 1, number + 1))
    for line in range(dice.randint(0, 4)):
        source, target = dice.sample(SLUGS, 2)
        span = desk.write(f"Phrase {line} : {source}, {target}.", (source, source))
        claim = Claim(
            polarity=dice.choice(list(Polarity)),
            modality=dice.choice([Modality.ASSERTED, Modality.POSSIBLE]),
            speaker=dice.choice([None, None, *SLUGS]),
        )
        triple = f"{source} {dice.choice(RELATIONS)} {target}"
        desk.state(span, triple, claim=claim, topic_actor=dice.choice(SLUGS))
    reading: Reading = desk.reading()
    *others, _ = reading.actors
    name = dice.choice(NAMES)
    dahl = Actor(
        "kari-dahl", "Person", (("fr", name),), acts_for=dice.choice(SLUGS[:4])
    )
    reading = replace(reading, actors=(*others, dahl))
    return make_shard(reading, dice.choice(RUNS), fingerprint(reading.document))


def dump(store: Store) -> list[str]:
    """Every quad, the books included, and the names of the graphs."""
    found = store.dump(format=RdfFormat.N_QUADS)
    assert found is not None
    return sorted(found.decode().split("\n") + [str(g) for g in store.named_graphs()])


@pytest.fixture
def collection(mini_ontology: Ontology) -> tuple[Collection, Store]:
    """An empty store with its books."""
    store = Store()
    return Collection(store, mini_ontology), store


@pytest.mark.parametrize("seed", range(12))
def test_adding_and_withdrawing_in_any_order_leaves_no_trace(
    collection: tuple[Collection, Store], news_desk: type, seed: int
) -> None:
    books, store = collection
    dice = random.Random(seed)
    shards = [write(news_desk, n, 100 * seed + n) for n in range(9)]
    kept, passing = shards[:4], shards[4:]
    for shard in dice.sample(kept, 4):
        books.add(shard)
    books.flush()
    before = dump(store)
    assert len(before) > 100

    for shard in dice.sample(passing, 5):
        books.add(shard)
        if dice.random() < 0.5:
            books.flush()
    for shard in dice.sample(passing, 5):
        books.withdraw(shard.document)

    assert dump(store) == before


def test_counts_kept_up_to_date_are_those_counted_anew(
    collection: tuple[Collection, Store], news_desk: type
) -> None:
    books, store = collection
    shards = [write(news_desk, n, 7 * n) for n in range(12)]
    for shard in shards:
        books.add(shard)
        books.flush()
    for shard in shards[::3]:
        books.withdraw(shard.document)
    kept = dump(store)
    assert any("/pair/" in line for line in kept)

    recount(store)

    assert dump(store) == kept


def test_without_documents_nothing_is_left(
    collection: tuple[Collection, Store], news_desk: type
) -> None:
    books, store = collection
    shards = [write(news_desk, n, n) for n in range(6)]
    for shard in shards:
        books.add(shard)
    books.flush()
    for shard in shards:
        books.withdraw(shard.document)

    assert dump(store) == ["", f"<{LEDGER}>"]


@pytest.mark.parametrize("seed", range(4))
def test_a_second_session_goes_on_where_the_first_stopped(
    mini_ontology: Ontology, news_desk: type, seed: int
) -> None:
    """What a session remembers must not matter."""
    shards = [write(news_desk, n, 50 + 10 * seed + n) for n in range(6)]
    dumps = []
    for sessions in (1, 6):
        store = Store()
        for session in range(sessions):
            books = Collection(store, mini_ontology)
            for shard in shards[session::sessions]:
                books.add(shard)
            books.flush()
        Collection(store, mini_ontology).withdraw(shards[0].document)
        dumps.append(dump(store))

    assert dumps[0] == dumps[1]


def test_a_document_read_anew_takes_the_place_of_its_first_reading(
    collection: tuple[Collection, Store], readings: list[Reading]
) -> None:
    books, store = collection
    first = readings[0]
    shorter = replace(first, statements=first.statements[:1])
    books.add(make_shard(shorter, None, "a"))
    books.flush()
    expected = dump(store)
    books.withdraw(first.document.id)

    books.add(make_shard(first, None, "a"))
    books.flush()
    books.add(make_shard(shorter, None, "a"))
    books.flush()

    assert dump(store) == expected


def test_documents_are_known_by_fingerprint_and_identifier(
    collection: tuple[Collection, Store], readings: list[Reading]
) -> None:
    books, _ = collection
    document = readings[0].document
    books.add(make_shard(readings[0], None, "abc"))

    for _ in ("waiting", "written"):
        assert books.fingerprint(document.id) == "abc"
        assert books.named("001.txt") == {document.id}
        assert books.fingerprint(readings[1].document.id) is None
        assert books.named("002.txt") == set()
        books.flush()


def test_a_word_of_a_new_ontology_takes_the_place_of_the_old(
    mini_ontology: Ontology, news_desk: type, make_ontology: type
) -> None:
    store = Store()
    books = Collection(store, mini_ontology)
    books.add(write(news_desk, 1, 3))
    books.flush()
    renamed = make_ontology('kg:State a owl:Class ; rdfs:label "pays"@fr .')

    books = Collection(store, renamed)
    books.add(write(news_desk, 2, 3))
    books.flush()

    (label,) = [
        line
        for line in dump(store)
        if "ontology#State> <http://www.w3.org/2000/01/rdf-schema#label>" in line
    ]
    assert label.endswith('"pays"@fr .')
