"""What an algorithm may ask about the grammar of a language."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Grammar:
    """Closed-class words and constructions of one language; all words in lower case.

    Attributes:
        prepositions: Word form → preposition, where they differ ("du" → "de").
        clitic_slots: Clitic pronoun → slot it fills on its verb ("lui" → "à").
        object_clitics: Clitic pronouns that are direct objects only.
        dative_clitics: Clitic pronouns that are addressees only.
        anybody: Pronouns for people in general («on»).
        possessives: Possessive determiner → "Sing" or "Plur", number of the possessor.
        relatives: Relative pronoun → slot it fills, "" if its preposition tells.
        personal: Third-person pronoun → (gender, number), "" where it tells none.
        object_control: Verbs whose object or addressee acts in their infinitive.
        object_control_idioms: Verbs that belong to them with a clitic («en vouloir»).
        imputing: Verbs that lay an act at someone's door («imputer à X»).
        answerable: What someone is called who did it («tenir X pour responsable»).
        blames: Nouns whose infinitive is an accusation, no fact («faire grief à»).
        negators: Words that negate with or without "ne".
        strong_negators: Those of them that negate alone.
        fronted_negators: Those of them that may open a sentence.
        existential: Verbs that say that something is ("exister", "avoir" in «il y a»).
        half_negated: Verbs that «ne» alone negates: «ne peut livrer».
        negation_mark: The mark that goes with them ("ne").
        half_negated: Verbs that the mark negates alone («ne peut livrer»).
        restriction: Word that turns the negation mark into "only" ("que").
        definite: Definite articles.
        demonstratives: Determiners that point back («cette alliance»).
        definite_plural: Those that can only be plural, uncontracted.
        singular_articles: Those that cannot be plural, contracted ones included.
        copulas: Lemmas that link a subject to a predicate.
        adverbial_prepositions: Those before a bare noun that denotes no thing.
        beside: Preposition and noun that make a preposition («aux côtés de»).
        state_prepositions: Those that put something in a state («en guerre»).
        partitives: Articles of an indefinite object that look like "of" («des»).
        locative_prepositions: Those that tie a place to a noun («accords d'Oslo»).
        struck_by: Verbs whose passive subject suffers what the agent noun names.
        gathering: Verb whose object has the parties of its subject («un accord lie
            X à Y») → preposition of the second one, "" if it takes none.
        authored: Verbs whose subject is the author of what their object names.
        mutually: Adverbs that make a reflexive reciprocal.
        inclusive: Words before some of those whom a plural noun names («dont»).
        likening: Prepositions that put a name beside another («X comme Y»).
        joining: Phrases that coordinate («de même que»).
        perfect: Lemma of the auxiliary of past tenses.
        according: Prepositions before the source of a claim, word by word.
        own_adverbials: Preposition and noun of «de son côté», which names nobody.
        occasion_nouns: Nouns of adverbs inside a past tense («plus d'une fois»).
        summaries: Pronouns that take up a whole clause («ce que»).
        two: The numeral of pairs («les deux pays»).
        latter: Words for one named before who was no subject («ce dernier»).
        organs: Nouns that alone stand for the only state spoken of («la junte»).
        fighters: Nouns that in the plural stand for their armed group.
        in_power: Words of «the generals *in power* in X».
        at_the_time: Words between a name and a title that it had then («alors»).
        fronting: Prepositions of the place that opens a sentence («À Oslo, …»).
        placing: Prepositions that make a country a mere place («en»).
        paired: Nouns that take up two actors («les deux hommes») → their classes.
        cleft_subjects: Subjects of «c'est X qui …».
        time_nouns: Nouns that stand without preposition for a time («la veille»).
        occasions: Prepositions before an event that the subject takes part in («lors»).
        gerunds: Word that is a gerund behind another → (that word, infinitive).
        finite_endings: Endings that no participle bears, with those of the infinitive.
        unaccusative: Verbs that take the auxiliary of the passive without being one.
        only: Words that undo a negator before them («pas seulement»).
        excluding: Words that leave a conjunct out («X, non Y»).
        of: Preposition of the owner («l'armée de la Norvège»).
        owning: What marks an owner, preposition or ending ("of", "'s").
        owners: Slots of those whom something belongs to, in order of preference.
        slot_groups: Slot that frames name → slots it stands for, the best first.
        slot_ending: Ending of participles that serve as prepositions («visant»).
        clause_slots: Prepositions whose complement an infinitive hits as well as its
            object ("threatens to break with X").
        addressing: Verb → prepositions before whom it tells to act ("call on X to").
        charging: What opens the infinitive in which an object acts («accuser X de»).
        gerund_openers: What names, behind a noun, the subject of a gerund ("objections
            to X joining Y").
        zero_relatives: Whether relative pronouns may be missing ("the pact X signed").
        attributes_first: Whether what a title belongs to stands before it.
        natural_gender: Whether persons alone are masculine or feminine.
        each_other: Phrases that make each of several the object of the others.
        to: Preposition of the addressee («demander à Oslo»).
        passive_by: Preposition of the agent.
        both: Preposition that takes both parties of a noun ("entre").
        hosts: Prepositions before what the subject has («avec le soutien de X»).
        facing: Prepositions before what the subject is up against («face à»).
        holders: Adjectives of who has what follows («fort du soutien de X»).
        reflexive: Lemma of the reflexive clitic, "" if verbs take none.
        and_words: Lemmas that join two names.
        linking_words: Words skipped inside titles ("ministre *de la* Défense").
        conditional: UD feature of the mood in which the press reports unsure facts.
        near_future: Verbs whose present puts an infinitive in the future («va livrer»).
        dissuading: Words that open what someone is warned not to do ("against").
        acting: Reporting verbs whose infinitive reports nothing ("began to arm X").
        achieved: Verbs that tell in the past what came to be («dut céder»).
        opinion_prepositions: Those before a speaker at the head of a sentence («Pour
            Oslo, Lima menace Riga»).
        that: Words that open what is said or thought ("que").
        asking: Words that open a question about what is taken for granted.
        if_words: Subordinators of a condition or question.
        conceding: Words that make a fact of the condition behind them («même si»).
        impersonal: Pronouns that may stand for nobody («il est reproché à X de»).
        neither: Words that join what is negated.
        anaphors: Noun that takes up an actor («le pays») → classes it may have.
        describing: Adjective beside such a noun → classes it leaves («jihadiste»).
        verb_endings: Endings of verb forms with those of the infinitive, longest first.
        noun_endings: Endings of noun forms with those of the lexical form.
        stem_changes: Vowels and consonants that vary in stems («è» for «é»).
        quotes: Opening quotation mark → closing one.
        first_person: Pronouns and determiners of those who speak.
    """

    prepositions: Mapping[str, str]
    clitic_slots: Mapping[str, str]
    object_clitics: frozenset[str]
    dative_clitics: frozenset[str]
    anybody: frozenset[str]
    possessives: Mapping[str, str]
    relatives: Mapping[str, str]
    personal: Mapping[str, tuple[str, str]]
    object_control: frozenset[str]
    object_control_idioms: Mapping[str, str]
    imputing: frozenset[str]
    answerable: frozenset[str]
    blames: frozenset[str]
    negators: frozenset[str]
    strong_negators: frozenset[str]
    fronted_negators: frozenset[str]
    existential: frozenset[str]
    negation_mark: frozenset[str]
    half_negated: frozenset[str]
    restriction: frozenset[str]
    definite: frozenset[str]
    demonstratives: frozenset[str]
    definite_plural: frozenset[str]
    singular_articles: frozenset[str]
    copulas: frozenset[str]
    adverbial_prepositions: frozenset[str]
    beside: frozenset[tuple[str, str]]
    state_prepositions: frozenset[str]
    partitives: frozenset[str]
    locative_prepositions: frozenset[str]
    struck_by: frozenset[str]
    gathering: Mapping[str, str]
    authored: frozenset[str]
    mutually: frozenset[str]
    inclusive: frozenset[str]
    likening: frozenset[str]
    joining: tuple[tuple[str, ...], ...]
    perfect: str
    according: frozenset[tuple[str, ...]]
    own_adverbials: frozenset[tuple[str, str]]
    occasion_nouns: frozenset[str]
    summaries: frozenset[str]
    two: frozenset[str]
    latter: frozenset[str]
    organs: frozenset[str]
    fighters: frozenset[str]
    in_power: tuple[str, ...]
    at_the_time: frozenset[str]
    fronting: frozenset[str]
    placing: frozenset[str]
    paired: Mapping[str, frozenset[str]]
    cleft_subjects: frozenset[str]
    time_nouns: frozenset[str]
    occasions: frozenset[str]
    gerunds: Mapping[str, tuple[str, str]]
    finite_endings: tuple[tuple[str, str], ...]
    unaccusative: frozenset[str]
    only: frozenset[str]
    excluding: frozenset[str]
    of: str
    owning: tuple[str, ...]
    owners: tuple[str, ...]
    slot_groups: Mapping[str, tuple[str, ...]]
    slot_ending: str
    clause_slots: tuple[str, ...]
    addressing: Mapping[str, frozenset[str]]
    charging: frozenset[str]
    gerund_openers: frozenset[str]
    zero_relatives: bool
    attributes_first: bool
    natural_gender: bool
    each_other: frozenset[tuple[str, ...]]
    to: str
    passive_by: str
    both: str
    hosts: frozenset[str]
    facing: frozenset[str]
    holders: frozenset[str]
    reflexive: str
    and_words: frozenset[str]
    linking_words: frozenset[str]
    conditional: str
    near_future: frozenset[str]
    dissuading: frozenset[str]
    acting: frozenset[str]
    achieved: frozenset[str]
    opinion_prepositions: frozenset[str]
    that: frozenset[str]
    asking: frozenset[str]
    if_words: frozenset[str]
    conceding: frozenset[str]
    impersonal: frozenset[str]
    neither: frozenset[str]
    anaphors: Mapping[str, frozenset[str]]
    describing: Mapping[str, frozenset[str]]
    verb_endings: tuple[tuple[str, str], ...]
    noun_endings: tuple[tuple[str, str], ...]
    stem_changes: tuple[tuple[str, str], ...]
    quotes: Mapping[str, str]
    first_person: frozenset[str]
