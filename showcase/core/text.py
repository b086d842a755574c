"""Vietnamese text: one folding for search, slugs and admin filters, one order for names.

Vietnamese is typed with or without marks, composed or decomposed, with the tone on either
vowel of oa/oe/uy. Everything that compares text goes through this module.
"""

import re
import unicodedata

_QUOTES = str.maketrans(
    {
        "‘": "'",
        "’": "'",
        "‚": "'",
        "′": "'",
        "“": '"',
        "”": '"',
        "„": '"',
        "–": "-",
        "—": "-",
        "−": "-",
        "\u00a0": " ",
    }
)
_TONES = "\u0300\u0301\u0303\u0309\u0323"
# Old placement puts the tone on the first vowel of these pairs at a word's end (hòa), new
# placement on the second (hoà). Both are in the State's own lists; we compare the old one.
_NEW_TONE = re.compile(rf"(o)([ae])([{_TONES}])(?!\w)|(?<!q)(u)(y)([{_TONES}])(?!\w)")
_WORD = re.compile(r"\w+")
_SPACE = re.compile(r"\s+")
_NOT_SLUG = re.compile(r"[^a-z0-9]+")
# What a paste brings along and no reader sees; XML cannot even carry most of it.
_UNREADABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
_BREAKS = "\x0b\x0c\x85"
_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_TONE_ORDER = {"": 0, "\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
_RANK = {letter: rank for rank, letter in enumerate(_ALPHABET, start=100)}


def _clean(text: str) -> str:
    """Lone surrogates and NUL cannot be stored or encoded; they count as a space."""
    return "".join(" " if char == "\0" or "\ud800" <= char <= "\udfff" else char for char in text)


def readable(text: str) -> str:
    """The text without control characters other than tab and line breaks; Word's own line breaks become spaces."""
    if text.isprintable():
        return text  # most are, and this is ten times as fast
    return _UNREADABLE.sub(lambda found: " " if found[0] in _BREAKS else "", text)


def normalise_marks(text: str) -> str:
    """Lower case WITH marks: NFC, plain quotes and dashes, tone on the first vowel (hòa)."""
    lowered = unicodedata.normalize("NFC", _clean(text)).translate(_QUOTES).casefold()
    tones_apart = "".join(
        _tone_apart(char) if char > "\x7f" else char for char in unicodedata.normalize("NFC", lowered)
    )
    moved = _NEW_TONE.sub(_old_placement, tones_apart)
    return _SPACE.sub(" ", unicodedata.normalize("NFC", moved)).strip()


def _tone_apart(char: str) -> str:
    """Split the tone from its vowel, leaving â ê ô ơ ư ă whole."""
    parts = unicodedata.normalize("NFD", char)
    tone = next((part for part in parts if part in _TONES), "")
    if not tone:
        return char
    return unicodedata.normalize("NFC", parts.replace(tone, "")) + tone


def _old_placement(match: re.Match[str]) -> str:
    first, second, tone, first_u, second_y, tone_y = match.groups()
    return f"{first}{tone}{second}" if first else f"{first_u}{tone_y}{second_y}"


def fold(text: str) -> str:
    """Lower case WITHOUT marks: what a Vietnamese phone user types. ``đ`` becomes ``d``."""
    lowered = unicodedata.normalize("NFC", _clean(text)).translate(_QUOTES).casefold()
    decomposed = unicodedata.normalize("NFKD", lowered.replace("đ", "d"))
    bare = "".join(char for char in decomposed if not unicodedata.combining(char))
    return _SPACE.sub(" ", bare).strip()


def words(text: str) -> list[str]:
    """The words (letters and digits) of a text that was folded or normalised before."""
    return _WORD.findall(text)


def slugify(text: str) -> str:
    """ASCII slug of a name: ``Đồng Vinh`` gives ``dong-vinh``. May be empty (``木彫``)."""
    return _NOT_SLUG.sub("-", fold(text)).strip("-")[:80].strip("-")


def collation_key(text: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Sort key of Vietnamese order: letters first (đ after d, ă after a), then tones."""
    letters: list[int] = []
    tones: list[int] = []
    for char in normalise_marks(text):
        apart = _tone_apart(char)
        letter, tone = apart[0], apart[1:]
        letters.append(_RANK.get(letter, min(ord(letter), 99) if letter < "\x7f" else ord(letter) + 100))
        tones.append(_TONE_ORDER.get(tone, 0))
    return tuple(letters), tuple(tones)
