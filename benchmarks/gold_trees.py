"""How many arguments are found in gold trees: `python -m benchmarks.gold_trees`.

Every noun and pronoun counts as an actor, so that neither the lexicon of triggers nor
the recognition of names plays a part: only the way from a verb to its arguments does.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import click
from spacy.language import Language
from spacy.tokens import Doc

from benchmarks.gold_cases import (
    Case,
    find_cases,
    gold_parse,
    read_control,
    reflexive,
    relative,
)
from kg.analysis import Knowledge
from kg.arguments import Arguments
from kg.denotation import Denotation
from kg.frames import Trigger
from kg.lemmas import Lemmas
from kg.lexicon import Frame
from kg.mentions import Mention, MentionKind, Mentions
from kg.parsing import _flatten, _scheme  # own parses are read as a build reads them
from kg.pipeline import Reader, default_ontology
from kg.relations import RelationFinder
from kg.repairs import repair_parse
from kg.syntax import Parse
from training.conllu import Sentence, read_sentences
from training.harmonise import to_house

TREEBANKS = ("Sequoia", "ParTUT", "GSD", "PUD")
UNSEEN = ("Sequoia", "ParTUT")  # the parser was trained on the other two
_ACTORS = {"NOUN", "PROPN", "PRON", "NUM"}


@dataclass(frozen=True, slots=True)
class Item:
    """A sentence of a treebank with its gold tree and cases."""

    treebank: str
    sentence: Sentence
    parse: Parse
    cases: tuple[Case, ...]


@dataclass(slots=True)
class Probe:
    """Asks the extraction for the arguments of verbs in one parse."""

    parse: Parse
    arguments: Arguments
    finder: RelationFinder
    verb_frame: Frame

    @classmethod
    def of(cls, parse: Parse, cases: tuple[Case, ...], knowledge: Knowledge) -> "Probe":
        """Put the finders together, with every nominal a mention of its own actor."""
        mentions = Mentions()
        for token, tag in enumerate(parse.pos):
            if tag in _ACTORS and not relative(parse, token):
                mentions.add(
                    Mention(token, token, token, (str(token),), MentionKind.NOMINAL)
                )
        lexicon = knowledge.lexicon
        phrases = dict(lexicon.complex_prepositions)
        for case in cases:
            words = case.slot.replace("'", "'_").split("_")
            if len(words) > 1:
                known = phrases.get(words[0], ())
                phrases[words[0]] = (*known, (tuple(words[:-1]), case.slot))
        arguments = Arguments(parse, knowledge.grammar, phrases, lexicon.slot_words)
        denotation = Denotation(parse, arguments, mentions, _kind)
        finder = RelationFinder(parse, arguments, mentions, lexicon, denotation)
        frames = (f for found in lexicon.frames.values() for f in found)
        any_verb = next(f for f in frames if f.category == "Verb")
        return cls(parse, arguments, finder, any_verb)

    def actors(self, case: Case, slot: str, *, reflexive_verb: bool) -> set[int]:
        """Return the tokens that fill a slot of the verb of a case."""
        frame = replace(self.verb_frame, reflexive=reflexive_verb)
        trigger = Trigger(frame, case.verb, (case.verb,))
        tokens = self.finder.slots.tokens(trigger, slot)
        return {f.token for token in tokens for f in self.finder.denotation.of(token)}

    def found(self, case: Case, gold: Parse) -> bool:
        """Tell whether both arguments are found, each in its own place alone."""
        if not self.arguments.is_verb(case.verb):
            return False
        reflexive_verb = reflexive(gold, case.verb)
        sources = self.actors(case, "subject", reflexive_verb=reflexive_verb)
        targets = self.actors(case, case.slot, reflexive_verb=reflexive_verb)
        source, target = name(gold, case.source), name(gold, case.target)
        right = bool(source & sources and target & targets)
        return right and not source & targets and not target & sources


def name(gold: Parse, token: int) -> set[int]:
    """Return the words of a name; parsers disagree on which of them heads it."""
    return {token, *gold.having(token, "flat:name", "flat:foreign", "flat")}


def _kind(_slug: str) -> str:
    return "Person"


def read_items(corpora: Path) -> Iterator[Item]:
    """Yield the sentences of the test files, in order."""
    control = read_control()
    for treebank in TREEBANKS:
        stem = f"UD_French-{treebank}/fr_{treebank.lower()}-ud-test.conllu"
        for sentence in read_sentences(corpora / stem):
            parse = gold_parse(to_house(sentence))
            cases = tuple(find_cases(sentence.key, parse, control))
            if cases:
                yield Item(treebank, sentence, parse, cases)


def own_parses(nlp: Language, items: list[Item], knowledge: Knowledge) -> list[Parse]:
    """Parse the gold tokens as a build parses its own."""
    docs = (
        Doc(
            nlp.vocab,
            words=item.parse.words,
            spaces=[word.space for word in item.sentence.words],
        )
        for item in items
    )
    parses = []
    for doc in nlp.pipe(docs):
        offsets = [(token.idx, token.idx + len(token)) for token in doc]
        parses.append(_flatten(doc, offsets, _scheme(nlp)))
        lexicon = knowledge.lexicon
        lemmas = Lemmas(lexicon.verbs, lexicon.frames.keys(), knowledge.grammar)
        repair_parse(parses[-1], lemmas)
    return parses


def misses(item: Item, parse: Parse, knowledge: Knowledge) -> set[Case]:
    """Return the cases of a sentence that a parse of it does not yield."""
    probe = Probe.of(parse, item.cases, knowledge)
    return {case for case in item.cases if not probe.found(case, item.parse)}


def show(item: Item, case: Case) -> None:
    """Print one miss."""
    words = item.parse.words
    marks = {case.verb: "V", case.source: "S", case.target: "T"}
    text = " ".join(
        f"[{marks[at]} {word}]" if at in marks else word
        for at, word in enumerate(words)
    )
    click.echo(f"{case.kind} ({case.slot}) {item.sentence.key}: {text}")


@click.command()
@click.option("--corpora", type=click.Path(path_type=Path, exists=True), required=True)
@click.option("--errors", multiple=True, help='Show misses of a class, or of "all".')
@click.option("--own", is_flag=True, help="Show those in own parses, not gold trees.")
def main(corpora: Path, errors: tuple[str, ...], *, own: bool) -> None:
    """Print per class the share of cases found, in gold trees and in own parses."""
    reader = Reader(default_ontology())
    knowledge = reader.knowledge("fr")
    items = list(read_items(corpora))
    parsed = own_parses(reader.pipeline("fr"), items, knowledge)
    total: Counter[tuple[str, str]] = Counter()
    for item, parse in zip(items, parsed, strict=True):
        missed = misses(item, item.parse, knowledge)
        missed_own = misses(item, parse, knowledge)
        for case in item.cases:
            columns = {"gold": case not in missed}
            if item.treebank in UNSEEN:
                columns["unseen gold"] = case not in missed
                columns["unseen own"] = case not in missed_own
            for column, right in columns.items():
                total[case.kind, column] += 1
                total[case.kind, f"{column} found"] += right
            wrong = case in (missed_own if own else missed)
            if wrong and {case.kind, "all"} & set(errors):
                show(item, case)
    report(total)


def report(total: Counter[tuple[str, str]]) -> None:
    """Print one line a class."""
    click.echo(f"{'':18}{'gold trees':>18}{'unseen: gold trees':>22}{'own parses':>18}")
    for kind in sorted({kind for kind, _ in total}):
        line = f"{kind:18}"
        for column, width in (("gold", 18), ("unseen gold", 22), ("unseen own", 18)):
            found, of = total[kind, f"{column} found"], total[kind, column]
            share = f"{found / of:.2f}" if of else "-"
            line += f"{f'{found}/{of}  {share}':>{width}}"
        click.echo(line)


if __name__ == "__main__":
    main()
