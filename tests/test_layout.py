"""Places of actors on the page."""

from itertools import combinations

from kg.layout import Tie, fan, place


def ring(count: int) -> list[Tie]:
    return [Tie(one, (one + 1) % count, 1.0) for one in range(count)]


def test_no_two_actors_cover_each_other() -> None:
    places = place([(100, 40)] * 60, ring(60))

    pairs = combinations(places, 2)
    assert [
        p for p in pairs if abs(p[0][0] - p[1][0]) < 99 and abs(p[0][1] - p[1][1]) < 39
    ] == []


def test_the_same_network_gets_the_same_places() -> None:
    assert place([(100, 40)] * 400, ring(400)) == place([(100, 40)] * 400, ring(400))


def test_friends_stand_nearer_than_strangers() -> None:
    two_camps = [Tie(a, b, 1.0) for a, b in combinations(range(5), 2)]
    two_camps += [Tie(a + 5, b + 5, 1.0) for a, b in combinations(range(5), 2)]
    places = place([(60, 40)] * 10, [*two_camps, Tie(0, 5, 0.3)])

    def gap(one: int, other: int) -> float:
        return abs(complex(*places[one]) - complex(*places[other]))

    within = [gap(a, b) for a, b in combinations(range(5), 2)]
    between = [gap(a, b) for a in range(5) for b in range(5, 10)]
    assert sum(within) / len(within) < 0.6 * sum(between) / len(between)


def test_an_actor_stands_on_no_line_of_others() -> None:
    places = place([(20, 20)] * 3, [Tie(0, 1, 1.0), Tie(1, 2, 1.0), Tie(0, 2, 0.05)])
    one, middle, other = (complex(*spot) for spot in places)

    line = (other - one) / abs(other - one)

    assert abs(((middle - one) * line.conjugate()).imag) > 15


def test_single_and_lonely_actors_have_a_place() -> None:
    assert place([(50, 50)], []) == [(0, 0)]
    assert len(set(place([(50, 50)] * 5, []))) == 5


def test_opposite_and_parallel_edges_bend_to_different_sides() -> None:
    bends = fan([("a", "b"), ("b", "a"), ("a", "b"), ("b", "a")])
    sides = [bend if number % 2 == 0 else -bend for number, bend in enumerate(bends)]

    assert len(set(sides)) == 4
