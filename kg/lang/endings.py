"""Endings of verb forms, by the ending of the infinitive."""

FRENCH_ENDINGS = """
er: e es er ent é ée és ées a ait aient èrent ant era erait eront
ir: i ie is ies it issent issant issait irent ira irait
re: u e es ents ons ez aient ue us ues d t it ent ant ait dit dites is ise ises te tes
r: ra rons rez ront rait raient rais
re: ra rons rez ront rait raient
ger: gea geait geaient geant gèrent
cer: ça çait çaient çant cèrent
entir: ent ents enti entie entis enties entent entait entaient
servir: sert servent servait servaient
ortir: ort ortent orti
artir: art artent arti
enir: enu enue enus enues ient iens ienne iennes iennent iendra iendront iendrait iendraient enait enaient int inrent
rendre: rennent ris rise rises rit rirent renait renaient renant
ettre: et ettent is ise ises it irent ettait ettaient ettant
attre: at attent attu attue attus attues attait attaient attit
cevoir: çoit çoivent çu çue çus çues çut cevait cevaient cevra
oindre: oint ointe oints ointes oignent oignait oignaient oignit
eindre: eint einte eints eintes eignent eignait eignaient
aindre: aint ainte aints aintes aignent aignait aignaient
duire: duit duite duits duites duisent duisait duisaient duisit
clure: clut clue clu clus clues cluent cluait clurent
vaincre: vainc vaincu vaincue vaincus vaincues vainquent vainquit
suivre: suit suivi suivie suivis suivies suivent suivait suivaient suivit
aître: aît aisse aisses aissent u ue us aissait aissaient
crire: crit crite crits crites crivent crivait crivaient crivit
quérir: quiert quièrent quis quise quises quit
savoir: sait savent savait savaient saura sauront saurait sauraient
courir: court courent couru courue couraient
"""

ENGLISH_ENDINGS = """
: s es ed ing
e: es ed ing
y: ies ied
ie: ying
b: bbed bbing
d: dded dding
g: gged gging
l: lled lling
m: mmed mming
n: nned nning
p: pped pping
r: rred rring
t: tted tting
ic: icked icking
ay: aid
bear: bore borne born
bend: bent
beseech: besought
bid: bade bidden
bind: bound
bring: brought
build: built
buy: bought
catch: caught
come: came
deal: dealt
do: did done does
draw: drew drawn
fall: fell fallen
feel: felt
fight: fought
find: found
flee: fled
fly: flew flown
give: gave given
get: got gotten
go: went gone goes
grow: grew grown
hang: hung
have: has had
hide: hid hidden
hold: held
keep: kept
know: knew known
lead: led
leap: leapt
leave: left
lend: lent
lose: lost
make: made
mean: meant
meet: met
plead: pled
ride: rode ridden
rise: rose risen
run: ran
say: said
see: saw seen
seek: sought
sell: sold
send: sent
shake: shook shaken
shine: shone
shoot: shot
shrink: shrank shrunk
sing: sang sung
sink: sank sunk
sit: sat
speak: spoke spoken
spend: spent
stand: stood
steal: stole stolen
stick: stuck
strike: struck stricken
strive: strove striven
swear: swore sworn
take: took taken
teach: taught
tear: tore torn
tell: told
think: thought
throw: threw thrown
win: won
write: wrote written
eak: oke oken
eeze: oze ozen
egin: egan egun
hoose: hose hosen
rive: rove riven
"""


def verb_endings(table: str) -> tuple[tuple[str, str], ...]:
    """Return the pairs of an ending and that of the infinitive, longest first."""
    pairs = [
        (ending, infinitive.strip())
        for line in table.strip().splitlines()
        for infinitive, _, endings in [line.partition(":")]
        for ending in endings.split()
    ]
    return tuple(sorted(dict.fromkeys(pairs), key=lambda pair: -len(pair[0])))
