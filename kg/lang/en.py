"""English grammar in Universal Dependencies (treebank EWT)."""

from kg.lang.endings import ENGLISH_ENDINGS, verb_endings
from kg.lang.grammar import Grammar

_NEGATORS = frozenset(
    "not n't n’t nt never no neither nor none nobody nothing nowhere hardly "
    "scarcely".split()
)


ENGLISH = Grammar(
    prepositions={
        "about": "about",
        "against": "against",
        "amongst": "among",
        "at": "at",
        "between": "between",
        "by": "by",
        "for": "for",
        "from": "from",
        "in": "in",
        "of": "of",
        "on": "on",
        "onto": "on",
        "to": "to",
        "towards": "toward",
        "upon": "on",
        "versus": "against",
        "vs": "against",
        "vs.": "against",
        "'s": "'s",
        "'": "'s",
        "whilst": "while",
        "with": "with",
    },
    clitic_slots={},
    object_clitics=frozenset(),
    dative_clitics=frozenset(),
    anybody=frozenset(),
    possessives={"its": "Sing", "his": "Sing", "her": "Sing", "their": "Plur"},
    relatives={
        "who": "",
        "whom": "object",
        "which": "",
        "that": "",
        "whose": "'s",
        "where": "where",
    },
    personal={
        "he": ("Masc", "Sing"),
        "him": ("Masc", "Sing"),
        "his": ("Masc", "Sing"),
        "she": ("Fem", "Sing"),
        "her": ("Fem", "Sing"),
        "it": ("Neut", "Sing"),  # a body, never a person
        "its": ("Neut", "Sing"),
        "they": ("", "Plur"),
        "them": ("", "Plur"),
        "the latter": ("", "Sing"),
    },
    object_control=frozenset(
        """support back endorse accuse advise aid allow appeal appoint ask assist authorise authorize beg
        berate beseech blame blast bribe call castigate cause challenge charge chide
        coax coerce command commend compel condemn congratulate convince counsel
        criticise criticize dare denounce deter direct discourage dissuade drive elect
        empower enable encourage enjoin entice entitle entreat exhort expect fault fine
        forbid force get goad hail help hire hold impel implore incite induce inspire
        instruct invite keep lambast lambaste laud let lobby make mandate mobilise
        mobilize motivate nominate nudge obligate oblige order pay permit persuade
        petition praise press pressure prevent prod prohibit prompt provoke punish push
        rebuke recruit remind reproach request require restrain salute sanction slam
        spur stop sue summon suspect teach tell tempt thank train trust urge use want
        warn""".split()
    ),
    object_control_idioms={},
    imputing=frozenset({"impute", "attribute"}),
    answerable=frozenset({"responsible", "accountable"}),
    blames=frozenset(),
    negators=_NEGATORS,
    strong_negators=_NEGATORS,
    fronted_negators=frozenset({"never", "neither", "nor", "nowhere"}),
    existential=frozenset(
        "be exist remain occur happen emerge materialise materialize".split()
    ),
    negation_mark=frozenset(),
    half_negated=frozenset(),
    restriction=frozenset(),
    definite=frozenset({"the"}),
    demonstratives=frozenset({"this", "that", "these", "those"}),
    definite_plural=frozenset({"the"}),
    singular_articles=frozenset({"a", "an"}),
    copulas=frozenset({"be", "become", "remain", "stay"}),
    adverbial_prepositions=frozenset(),
    beside=frozenset(),
    state_prepositions=frozenset({"in", "at", "on"}),  # “in talks”, “at war”
    partitives=frozenset(),
    locative_prepositions=frozenset({"of", "in", "at"}),
    struck_by=frozenset({"hit", "target", "strike", "affect", "rock", "batter"}),
    gathering={"unite": "with", "bind": "to", "gather": ""},
    authored=frozenset({"decide", "unveil"}),
    mutually=frozenset(),
    inclusive=frozenset({"including"}),
    likening=frozenset(),
    joining=(),
    perfect="have",
    according=frozenset({("according", "to")}),
    own_adverbials=frozenset(),
    occasion_nouns=frozenset(),
    summaries=frozenset(),
    two=frozenset({"two", "both"}),
    latter=frozenset({"latter"}),
    organs=frozenset(),
    at_the_time=frozenset({"then"}),
    fighters=frozenset(),
    in_power=("in", "power"),
    fronting=frozenset({"in", "at"}),
    placing=frozenset({"in", "inside", "within", "across", "throughout"}),
    paired={
        "man": frozenset({"Person"}),
        "woman": frozenset({"Person"}),
        "neighbour": frozenset({"State"}),
        "neighbor": frozenset({"State"}),
        "ally": frozenset({"State"}),
        "rival": frozenset({"State"}),
        "capital": frozenset({"State"}),
        "power": frozenset({"State"}),
        "government": frozenset({"State"}),
        "side": frozenset({"State"}),
        "party": frozenset({"State"}),
    },
    cleft_subjects=frozenset({"it"}),
    time_nouns=frozenset(
        """day week weekend month year decade morning afternoon evening night today
        yesterday tomorrow tonight time monday tuesday wednesday thursday friday
        saturday sunday""".split()
    ),
    occasions=frozenset({"during", "at", "after"}),
    gerunds={},
    of="of",
    owning=("'s", "of"),
    owners=("possessive", "'s", "adjective", "of"),
    slot_groups={
        "genitive": ("'s", "possessive", "adjective", "of"),
        "possessive": ("possessive", "'s"),
    },
    slot_ending="ing",
    clause_slots=("against", "with", "to", "on"),
    addressing={
        "appeal": frozenset({"to"}),
        "call": frozenset({"on", "for"}),
        "cry": frozenset({"for"}),
        "long": frozenset({"for"}),
        "plead": frozenset({"with"}),
        "prevail": frozenset({"on"}),
        "push": frozenset({"for"}),
        "wait": frozenset({"for"}),
    },
    charging=frozenset({"of", "for", "from", "into", "with", "against", "to"}),
    gerund_openers=frozenset({"of", "to", "about", "on", "against", "for"}),
    zero_relatives=True,
    attributes_first=True,
    natural_gender=True,
    each_other=frozenset({("each", "other"), ("one", "another")}),
    to="to",
    passive_by="by",
    both="between",
    hosts=frozenset({"with", "under"}),
    facing=frozenset({"under"}),
    holders=frozenset(),
    reflexive="",
    and_words=frozenset({"and", "&"}),
    linking_words=frozenset("of the for and to 's ’s ' ’ on in at a an".split()),
    conditional="Mood=Cnd",  # no form of its own: “would” is a cue
    near_future=frozenset({"go"}),  # “will” is a cue
    dissuading=frozenset({"against"}),
    acting=frozenset(
        """accept agree assume begin continue decide determine fancy forget gather go
        hear hold know learn mean order propose read remember rule see show understand
        volunteer""".split()
    ),
    achieved=frozenset(),
    opinion_prepositions=frozenset(),
    that=frozenset({"that"}),
    asking=frozenset({"how", "when", "what", "which", "where", "why"}),
    if_words=frozenset({"if", "whether", "unless"}),
    conceding=frozenset({"even"}),
    impersonal=frozenset({"it"}),
    neither=frozenset({"neither", "nor"}),
    anaphors={
        "country": frozenset({"State"}),
        "nation": frozenset({"State"}),
        "state": frozenset({"State"}),
        "republic": frozenset({"State"}),
        "kingdom": frozenset({"State"}),
        "island": frozenset({"State", "Place"}),
        "alliance": frozenset({"Alliance"}),
        "bloc": frozenset({"Alliance"}),
        "organisation": frozenset({"Alliance", "Organisation"}),
        "organization": frozenset({"Alliance", "Organisation"}),
        "institution": frozenset({"Alliance", "Organisation"}),
        "body": frozenset({"Alliance", "Organisation"}),
        "president": frozenset({"Person"}),
        "premier": frozenset({"Person"}),
        "minister": frozenset({"Person"}),
        "leader": frozenset({"Person"}),
        "chancellor": frozenset({"Person"}),
        "chief": frozenset({"Person"}),
        "king": frozenset({"Person"}),
        "latter": frozenset({"State", "Person", "Alliance", "Organisation"}),
        "party": frozenset({"Organisation", "ArmedGroup"}),
        "company": frozenset({"Organisation"}),
        "newspaper": frozenset({"Media"}),
        "group": frozenset({"ArmedGroup", "Organisation"}),
        "militia": frozenset({"ArmedGroup"}),
        "movement": frozenset({"ArmedGroup", "Organisation"}),
    },
    describing={},
    verb_endings=verb_endings(ENGLISH_ENDINGS),
    # The last pair lets a participle stand for an adjective: “opposed”, “allied”.
    noun_endings=(
        ("ies", "y"),
        ("men", "man"),
        ("es", "e"),
        ("es", ""),
        ("s", ""),
        ("", ""),
    ),
    stem_changes=(),
    # A lone ' is an apostrophe more often than a mark: “the states' leaders”.
    quotes={"“": "”", '"': '"', "‘": "’", "«": "»", "„": "“"},
    first_person=frozenset("i we me us my our mine ours myself ourselves".split()),
    finite_endings=(),
    unaccusative=frozenset(),
    only=frozenset({"only", "just", "merely"}),
    excluding=frozenset({"not"}),
)
