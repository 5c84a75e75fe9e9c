"""Mentions by the tokens that head them."""

from collections.abc import Callable

from kg.mentions import Mention, MentionKind, Mentions, head_of
from kg.syntax import Parse


def test_a_lesser_mention_does_not_displace_a_name() -> None:
    mentions = Mentions()
    name = Mention(1, 0, 1, ("norway",), MentionKind.NAME)
    mentions.add(name)
    mentions.add(Mention(1, 1, 1, ("peru",), MentionKind.TITLE))

    assert mentions.by_head == {1: name}


def test_another_mention_gives_way_to_the_later_one() -> None:
    mentions = Mentions()
    mentions.add(Mention(1, 1, 1, ("norway",), MentionKind.ADJECTIVE))
    title = Mention(1, 0, 2, ("kari-dahl",), MentionKind.TITLE)
    mentions.add(title)

    assert mentions.by_head == {1: title}


def test_the_head_is_the_word_governed_from_outside(
    make_parse: Callable[..., Parse],
) -> None:
    # le Conseil nordique siège
    parse = make_parse("""
le       DET   le       det   2
Conseil  PROPN conseil  nsubj 4
nordique ADJ   nordique amod  2
siège    VERB  siéger   root  0
""")

    assert head_of(parse, 1, 2) == 1
    assert head_of(parse, 0, 3) == 3


def test_of_two_heads_the_noun_is_taken(make_parse: Callable[..., Parse]) -> None:
    # de Norvège vient
    parse = make_parse("""
de      ADP   de      dep  3
Norvège PROPN norvège obl  3
vient   VERB  venir   root 0
""")

    assert head_of(parse, 0, 1) == 1
