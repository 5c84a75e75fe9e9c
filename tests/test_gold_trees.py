"""The benchmark of gold trees: its rules, its table, and what extraction makes of them."""

from pathlib import Path

import pytest

from benchmarks.gold_cases import Case, find_cases, gold_parse, read_control
from benchmarks.gold_trees import Item, misses
from kg.analysis import Knowledge
from kg.pipeline import Reader, default_ontology
from training.conllu import Sentence, read_sentences

# form, lemma, part of speech, features, head, label: one sentence a block
TREES = """\
Ana Ana PROPN _ 2 nsubj
aide aider VERB VerbForm=Fin 0 root
Ben Ben PROPN _ 2 obj
et et CCONJ _ 5 cc
menace menacer VERB VerbForm=Fin 2 conj
Cid Cid PROPN _ 5 obj

Ana Ana PROPN _ 2 nsubj
pousse pousser VERB VerbForm=Fin 0 root
Ben Ben PROPN _ 2 obj
à à ADP _ 5 mark
trahir trahir VERB VerbForm=Inf 2 xcomp
Cid Cid PROPN _ 5 obj

Ana Ana PROPN _ 0 root
soutenue soutenir VERB Tense=Past|VerbForm=Part 1 acl
par par ADP _ 4 case
Ben Ben PROPN _ 2 obl:agent

Ana Ana PROPN _ 0 root
qui qui PRON PronType=Rel 3 nsubj
lutte lutter VERB VerbForm=Fin 1 acl:relcl
contre contre ADP _ 5 case
Ben Ben PROPN _ 3 obl:arg

un un DET _ 2 det
appel appel NOUN Number=Sing 0 root
à à ADP _ 4 case
Ben Ben PROPN _ 2 nmod
à à ADP _ 6 mark
quitter quitter VERB VerbForm=Inf 2 acl
Cid Cid PROPN _ 6 obj

Ana Ana PROPN _ 2 nsubj
agit agir VERB VerbForm=Fin 0 root
afin afin ADV _ 2 advmod
de de ADP _ 5 mark
trahir trahir VERB VerbForm=Inf 3 xcomp
Ben Ben PROPN _ 5 obj
"""
BY_RULE = [
    {Case("active", 1, 0, 2), Case("shared subject", 4, 0, 5)},
    {Case("active", 1, 0, 2)},
    {Case("passive", 1, 3, 0)},
    {Case("qui", 2, 0, 4, "contre")},
    set(),
    set(),
]
CONTROLLED = [
    set(),
    {Case("control", 4, 2, 5)},
    set(),
    set(),
    {Case("control", 5, 3, 6)},
    {Case("control", 4, 0, 5)},
]


@pytest.fixture(scope="module")
def sentences(tmp_path_factory: pytest.TempPathFactory) -> list[Sentence]:
    blocks = []
    for block in TREES.strip().split("\n\n"):
        rows = enumerate((line.split() for line in block.splitlines()), 1)
        blocks += [
            f"{at}\t{form}\t{lemma}\t{pos}\t_\t{feats}\t{head}\t{dep}\t_\t_\n"
            for at, (form, lemma, pos, feats, head, dep) in rows
        ]
        blocks.append("\n")
    path = tmp_path_factory.mktemp("trees") / "trees.conllu"
    path.write_text("".join(blocks), "utf-8")
    return list(read_sentences(path))


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return Reader(default_ontology()).knowledge("fr")


@pytest.mark.parametrize("at", range(len(BY_RULE)))
def test_cases_are_read_off_a_tree(sentences: list[Sentence], at: int) -> None:
    assert set(find_cases("", gold_parse(sentences[at]), {})) == BY_RULE[at]


@pytest.mark.parametrize("at", range(len(BY_RULE)))
def test_extraction_finds_them(
    sentences: list[Sentence], knowledge: Knowledge, at: int
) -> None:
    parse = gold_parse(sentences[at])
    item = Item("", sentences[at], parse, tuple(BY_RULE[at] | CONTROLLED[at]))

    assert misses(item, parse, knowledge) == set()


def test_an_argument_in_the_wrong_place_is_a_miss(
    sentences: list[Sentence], knowledge: Knowledge
) -> None:
    parse = gold_parse(sentences[0])
    reverse = Case("active", 1, 2, 0)

    assert misses(Item("", sentences[0], parse, (reverse,)), parse, knowledge) == {
        reverse
    }


def test_the_table_of_controllers_is_sound(root: Path) -> None:
    cases = [case for found in read_control().values() for case in found]

    assert (
        len(cases)
        == len((root / "benchmarks/gold_control.tsv").read_text().split("\n")) - 2
    )
    assert all(len({c.verb, c.source, c.target}) == 3 for c in cases)
