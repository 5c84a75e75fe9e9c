r"""Signs that disturb a parser, taken out of a text while its offsets are kept.

>>> clean("L’#ONU")
("L'ONU", [0, 1, 3, 4, 5])
>>> clean("L’armée russe")
("L'armée russe", None)
"""

import re
import unicodedata

_SAME_LENGTH = str.maketrans(
    dict.fromkeys(
        "\xa0\u202f\u2007\u2009\u2002\u2003\t\n\r\x0b\x0c\x85\u2028\u2029", " "
    )
    | dict.fromkeys("’ʼ", "'")
)
_INVISIBLE = "\xad\u200b\u200c\u200d\u200e\u200f\u202a-\u202e\u2060\ufeff"
_SUSPECT = re.compile(rf"[\n#\[\]*_`~<\u0300-\u036f{_INVISIBLE}]|\s\s")
_ADDRESS = r"\((?:[^()\s]|\([^()\s]{0,100}\)){1,1000}(?: \"[^\"]{0,200}\")?\)"
_DISTURBANCE = re.compile(
    rf"(?P<removed>!\[[^\[\]]{{0,300}}\]{_ADDRESS} ?"  # a picture
    rf"|\[(?=[^\[\]]{{1,300}}\]{_ADDRESS})|\]{_ADDRESS}"  # a link around its words
    r"| ?\[\d{1,3}\]"  # a footnote mark
    r"|(?<![\w&/#])#(?=[^\W\d_])(?!\w{0,40}?[^\W\d_A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ])"  # a hashtag
    rf"|[{_INVISIBLE}]+"
    r"|(?:\*{1,3}|~~|`{1,3})(?=\S)|(?<=\S)(?:\*{1,3}|~~|`{1,3})"  # emphasis
    r"|(?<!\w)_{1,3}(?=\w)|(?<=[\w.,;:!?…»])_{1,3}(?!\w)"
    r"|</?(?:a|b|i|u|em|strong|span|p|br|su[bp]|font|div)(?: [^<>]{0,300})? ?/?>"
    r"|(?<=\w-)[ \t]*\r?\n[ \t>]*(?=\w))"  # a compound broken at its hyphen
    r"|(?P<space>\s*\n[ \t]*>[>\s]*|\s{2,})"
    r"|(?P<decomposed>[^\W\d_][\u0300-\u036f]+)"
)


def clean(block_text: str) -> tuple[str, list[int] | None]:
    """Remove hashtag signs, markup, footnote marks, invisible signs and runs of spaces.

    Curly apostrophes become straight, every white space a simple one and every letter
    with its accents one code point. «#CamelCase» hashtags stay, since their words
    cannot be told apart.

    Returns:
        The cleaned text, and for each of its code points the offset in the block of
        the code point it stands for; None instead if no offset has moved.
    """
    if not _SUSPECT.search(block_text):
        return block_text.translate(_SAME_LENGTH), None
    pieces: list[str] = []
    offsets: list[int] = []
    kept_to = 0
    for match in _DISTURBANCE.finditer(block_text):
        begin, end = match.span()
        pieces.append(block_text[kept_to:begin])
        offsets.extend(range(kept_to, begin))
        new = _replacement(match)
        pieces.append(new)
        offsets.extend(range(begin, begin + len(new)))
        kept_to = end
    pieces.append(block_text[kept_to:])
    offsets.extend(range(kept_to, len(block_text)))
    cleaned = "".join(pieces).translate(_SAME_LENGTH)
    return cleaned, None if len(cleaned) == len(block_text) else offsets


def _replacement(match: re.Match[str]) -> str:
    if match["decomposed"]:
        return unicodedata.normalize("NFC", match["decomposed"])
    return " " if match["space"] else ""
