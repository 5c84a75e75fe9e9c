"""French grammar in Universal Dependencies (treebanks GSD and Sequoia)."""

from kg.lang.endings import FRENCH_ENDINGS, verb_endings
from kg.lang.grammar import Grammar

FRENCH = Grammar(
    prepositions={
        "du": "de",
        "des": "de",
        "d'": "de",
        "de": "de",
        "au": "à",
        "aux": "à",
        "à": "à",
        "jusqu'": "jusque",
        "jusqu'à": "à",
        "auxquels": "à",
        "auquel": "à",
        "auxquelles": "à",
        "duquel": "de",
        "desquels": "de",
        "desquelles": "de",
    },
    clitic_slots={"lui": "à", "leur": "à", "y": "à", "en": "de"},
    object_clitics=frozenset({"le", "la", "les", "l'"}),
    dative_clitics=frozenset({"leur"}),
    anybody=frozenset({"on"}),
    possessives={
        "son": "Sing",
        "sa": "Sing",
        "ses": "Sing",
        "leur": "Plur",
        "leurs": "Plur",
    },
    relatives={
        "qui": "",
        "que": "object",
        "qu'": "object",
        "dont": "de",
        "où": "où",
        "lequel": "",
        "laquelle": "",
        "lesquels": "",
        "lesquelles": "",
        "auquel": "à",
        "auxquels": "à",
        "auxquelles": "à",
        "duquel": "de",
        "desquels": "de",
        "desquelles": "de",
    },
    personal={
        "il": ("Masc", "Sing"),
        "elle": ("Fem", "Sing"),
        "ils": ("Masc", "Plur"),
        "elles": ("Fem", "Plur"),
        "lui": ("", "Sing"),
        "l'": ("", "Sing"),
        "le": ("Masc", "Sing"),
        "la": ("Fem", "Sing"),
        "les": ("", "Plur"),
        "leur": ("", "Plur"),
        "eux": ("Masc", "Plur"),
        "celui-ci": ("Masc", "Sing"),
        "celle-ci": ("Fem", "Sing"),
        "ceux-ci": ("Masc", "Plur"),
        "celles-ci": ("Fem", "Plur"),
        "ce dernier": ("Masc", "Sing"),
    },
    object_control=frozenset(
        """accuser aider amener appeler astreindre autoriser charger condamner
        conjurer contraindre convaincre décider demander dispenser dissuader
        empêcher encourager engager enjoindre exhorter féliciter forcer habiliter
        inciter interdire inviter laisser louer mandater mener menacer-de-voir
        obliger ordonner permettre persuader pousser presser prier recommander
        remercier reprocher sommer soupçonner suggérer suspecter supplier blâmer
        critiquer défier imputer conseiller commander sanctionner prévenir avertir""".split()
    ),
    object_control_idioms={"vouloir": "en"},
    imputing=frozenset({"imputer", "attribuer"}),
    answerable=frozenset({"responsable", "coupable", "comptable"}),
    blames=frozenset({"grief", "reproche"}),
    negators=frozenset(
        "pas plus jamais aucun aucune nul nulle rien personne guère "
        "nullement aucunement ni point".split()
    ),
    strong_negators=frozenset({"aucun", "aucune", "nul", "nulle", "ni"}),
    fronted_negators=frozenset({"jamais", "rien", "aucun", "aucune", "personne"}),
    existential=frozenset({"avoir", "exister", "aboutir", "intervenir", "survenir"}),
    negation_mark=frozenset({"ne", "n'"}),
    half_negated=frozenset({"pouvoir", "savoir", "oser"}),
    restriction=frozenset({"que", "qu'"}),
    definite=frozenset({"le", "la", "les", "l'", "du", "des", "au", "aux"}),
    demonstratives=frozenset({"ce", "cet", "cette", "ces"}),
    definite_plural=frozenset({"les", "aux"}),
    singular_articles=frozenset({"le", "la", "l'", "un", "une", "du", "au"}),
    copulas=frozenset({"être", "devenir", "rester", "demeurer"}),
    adverbial_prepositions=frozenset({"en"}),
    beside=frozenset({("aux", "côtés"), ("du", "côté"), ("à", "côté")}),
    state_prepositions=frozenset({"en"}),
    partitives=frozenset({"des"}),
    locative_prepositions=frozenset({"de", "à", "en"}),
    struck_by=frozenset({"viser", "frapper", "toucher", "affecter", "concerner"}),
    authored=frozenset({"décider", "voter", "dévoiler", "vouloir"}),
    mutually=frozenset({"mutuellement", "réciproquement"}),
    inclusive=frozenset({"dont", "notamment", "comme"}),
    likening=frozenset({"comme"}),
    joining=(("de", "même", "que"),),
    perfect="avoir",
    according=frozenset({("selon",), ("d'", "après")}),
    own_adverbials=frozenset(
        {
            ("de", "côté"),
            ("de", "part"),
            ("pour", "part"),
            ("à", "tour"),
            ("à", "avis"),
            ("à", "oeil"),
        }
    ),
    occasion_nouns=frozenset({"fois", "reprise"}),
    summaries=frozenset({"ce"}),
    two=frozenset({"deux"}),
    latter=frozenset({"dernier", "celui-ci", "celle-ci", "ceux-ci", "celles-ci"}),
    organs=frozenset(
        """gouvernement régime junte autorités exécutif armée police gendarmerie
        diplomatie présidence""".split()
    ),
    fighters=frozenset(
        """rebelle insurgé milicien guérillero paramilitaire combattant jihadiste
        djihadiste maquisard""".split()
    ),
    in_power=("au", "pouvoir"),
    at_the_time=frozenset({"alors", "époque"}),
    fronting=frozenset({"à", "en", "dans", "depuis"}),
    placing=frozenset({"en", "dans", "depuis"}),
    paired={
        "homme": frozenset({"Person"}),
        "femme": frozenset({"Person"}),
        "voisin": frozenset({"State"}),
        "allié": frozenset({"State"}),
        "capitale": frozenset({"State"}),
        "état": frozenset({"State"}),
        "gouvernement": frozenset({"State"}),
        "armée": frozenset({"State"}),
        "diplomatie": frozenset({"State"}),
        "puissance": frozenset({"State"}),
        "géant": frozenset({"State"}),
        "république": frozenset({"State"}),
        "camp": frozenset({"State", "ArmedGroup"}),
        "partie": frozenset({"State", "ArmedGroup"}),
        "belligérant": frozenset({"State", "ArmedGroup"}),
        "adversaire": frozenset({"State", "ArmedGroup"}),
        "ennemi": frozenset({"State", "ArmedGroup"}),
        "rival": frozenset({"State", "ArmedGroup", "Person"}),
        "responsable": frozenset({"Person"}),
        "leader": frozenset({"Person"}),
        "diplomate": frozenset({"Person"}),
        "négociateur": frozenset({"Person"}),
    },
    cleft_subjects=frozenset({"ce", "c'"}),
    time_nouns=frozenset(
        """veille lendemain semaine mois an année jour journée soir soirée nuit matin
        matinée après-midi week-end lundi mardi mercredi jeudi vendredi samedi dimanche
        avant-veille surlendemain""".split()
    ),
    occasions=frozenset({"lors", "pendant", "durant"}),
    gerunds={"maintenant": ("en", "maintenir")},
    finite_endings=(
        ("aient", "er"),
        ("eront", "er"),
        ("ait", "er"),
        ("era", "er"),
        ("ent", "er"),
        ("e", "er"),
    ),
    unaccusative=frozenset(
        """aller venir arriver partir entrer sortir rester retourner rentrer convenir
        naître mourir tomber devenir parvenir intervenir revenir monter descendre
        demeurer""".split()
    ),
    only=frozenset({"seulement", "uniquement"}),
    excluding=frozenset({"non", "pas"}),
    of="de",
    to="à",
    passive_by="par",
    both="entre",
    hosts=frozenset({"avec", "grâce_à", "grâce", "sous"}),
    holders=frozenset({"fort"}),
    reflexive="se",
    and_words=frozenset({"et"}),
    linking_words=frozenset("de des du d' la le les l' à au aux et en".split()),
    conditional="Mood=Cnd",
    near_future=frozenset({"aller"}),
    achieved=frozenset({"devoir"}),
    opinion_prepositions=frozenset({"pour"}),
    that=frozenset({"que", "qu'"}),
    asking=frozenset(
        "combien quand quel quelle quels quelles où pourquoi comment".split()
    ),
    if_words=frozenset({"si", "s'"}),
    conceding=frozenset({"même"}),
    impersonal=frozenset({"il"}),
    neither=frozenset({"ni"}),
    anaphors={
        "pays": frozenset({"State"}),
        "nation": frozenset({"State"}),
        "état": frozenset({"State"}),
        "alliance": frozenset({"Alliance"}),
        "organisation": frozenset({"Alliance", "Organisation"}),
        "institution": frozenset({"Alliance", "Organisation"}),
        "président": frozenset({"Person"}),
        "présidente": frozenset({"Person"}),
        "ministre": frozenset({"Person"}),
        "dirigeant": frozenset({"Person"}),
        "chancelier": frozenset({"Person"}),
        "chef": frozenset({"Person"}),
        "dernier": frozenset({"State", "Person", "Alliance", "Organisation"}),
        "parti": frozenset({"Organisation", "ArmedGroup"}),
        "groupe": frozenset({"ArmedGroup", "Organisation"}),
        "rébellion": frozenset({"ArmedGroup"}),
        "guérilla": frozenset({"ArmedGroup"}),
        "insurrection": frozenset({"ArmedGroup"}),
        "milice": frozenset({"ArmedGroup"}),
        "mouvement": frozenset({"ArmedGroup", "Organisation"}),
        "bloc": frozenset({"Alliance"}),
    }
    | dict.fromkeys(
        """avionneur compagnie constructeur équipementier firme géant laboratoire
        multinationale opérateur syndicat centrale ONG ong association formation
        fédération confédération collectif""".split(),
        frozenset({"Organisation"}),
    ),
    describing=dict.fromkeys(
        """jihadiste djihadiste islamiste terroriste rebelle armé paramilitaire
        extrémiste séparatiste chiite sunnite""".split(),
        frozenset({"ArmedGroup"}),
    )
    | dict.fromkeys(
        """régional sous-régional ouest-africain panafricain atlantique transatlantique
        onusien intergouvernemental""".split(),
        frozenset({"Alliance"}),
    ),
    verb_endings=verb_endings(FRENCH_ENDINGS),
    noun_endings=(
        ("drices", "deur"),
        ("drice", "deur"),
        ("trices", "teur"),
        ("trice", "teur"),
        ("euses", "eur"),
        ("euse", "eur"),
        ("ières", "ier"),
        ("ière", "ier"),
        ("iennes", "ien"),
        ("ienne", "ien"),
        ("ées", "é"),
        ("ée", "é"),
        ("és", "é"),
        ("aux", "al"),
        ("é", "é"),
        ("es", ""),
        ("s", ""),
        ("e", ""),
    ),
    stem_changes=(
        ("è", "é"),
        ("è", "e"),
        ("tt", "t"),
        ("ll", "l"),
        ("ç", "c"),
        ("ge", "g"),
        ("i", "y"),
    ),
    quotes={"«": "»", "“": "”", '"': '"'},
    first_person=frozenset({"je", "j'", "nous", "notre", "nos", "mon", "ma", "mes"}),
)
