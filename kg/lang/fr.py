"""French grammar in Universal Dependencies (treebanks GSD and Sequoia)."""

from kg.lang.grammar import Grammar

_ENDINGS = """
er: e es er ent é ée és ées a ait aient èrent ant era erait eront
ir: i ie is ies it issent issant issait irent ira irait
re: u e es ents aient ue us ues d t it ent ant ait dit dites is ise ises te tes
r: ra rons rez ront rait raient rais
re: ra rons rez ront rait raient
ger: gea geait geaient geant gèrent
cer: ça çait çaient çant cèrent
entir: ent ents enti entie entis enties entent entait
servir: sert servent
ortir: ort ortent orti
artir: art artent arti
enir: enu enue enus enues ient iens ienne iennes iennent iendra iendront iendrait iendraient enait enaient int inrent
rendre: rennent ris rise rises rit rirent renait renaient renant
ettre: et ettent is ise ises it irent ettait ettaient ettant
attre: at attent attu attue attus attues attait attaient attit
cevoir: çoit çoivent çu çue çus çues çut cevait cevaient cevra
oindre: oint ointe oints ointes oignent oignait oignit
eindre: eint einte eints eintes eignent eignait
aindre: aint ainte aints aintes aignent aignait
duire: duit duite duits duites duisent duisait duisit
clure: clut clue clu clus clues cluent cluait clurent
vaincre: vainc vaincu vaincue vaincus vaincues vainquent vainquit
suivre: suit suivi suivie suivis suivies suivent suivait suivit
aître: aît aisse aisses aissent u ue us aissait
crire: crit crite crits crites crivent crivait crivit
quérir: quiert quièrent quis quise quises quit
courir: court courent couru courue couraient
"""


def _verb_endings() -> tuple[tuple[str, str], ...]:
    pairs = [
        (ending, infinitive)
        for line in _ENDINGS.strip().splitlines()
        for infinitive, _, endings in [line.partition(": ")]
        for ending in endings.split()
    ]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


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
    blames=frozenset({"grief", "reproche"}),
    negators=frozenset(
        "pas plus jamais aucun aucune nul nulle rien personne guère "
        "nullement aucunement ni point".split()
    ),
    strong_negators=frozenset({"aucun", "aucune", "nul", "nulle", "ni"}),
    fronted_negators=frozenset({"jamais", "rien", "aucun", "aucune", "personne"}),
    existential=frozenset({"avoir", "exister", "aboutir", "intervenir", "survenir"}),
    negation_mark=frozenset({"ne", "n'"}),
    restriction=frozenset({"que", "qu'"}),
    definite=frozenset({"le", "la", "les", "l'", "du", "des", "au", "aux"}),
    demonstratives=frozenset({"ce", "cet", "cette", "ces"}),
    definite_plural=frozenset({"les", "aux"}),
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
    if_words=frozenset({"si", "s'"}),
    anaphors={
        "pays": frozenset({"State"}),
        "nation": frozenset({"State"}),
        "état": frozenset({"State"}),
        "alliance": frozenset({"Alliance"}),
        "organisation": frozenset({"Alliance", "Organisation", "ArmedGroup"}),
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
    verb_endings=_verb_endings(),
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
