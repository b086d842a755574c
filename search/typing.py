"""What keyboards leave behind, and the shapes of words: rules of the two languages, no catalogue needed."""

import re
from functools import lru_cache
from itertools import product
from unicodedata import normalize

from search.text import as_i
from showcase.core.text import fold

_ONSET = r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnpqrstvx])?"
_SYLLABLE = re.compile(rf"{_ONSET}[aeiouy]{{1,3}}(?:ng|nh|ch|[cmnpt])?")
#: Telex writes marks as letters, VNI as digits: what is left when the keyboard was off.
_TELEX_PAIRS = re.compile(r"([aeo])\1|(d)d|([aou])w|^w|w$")
_TELEX_TONE = re.compile(r"(?<=[aeiouy])([a-z]*?)[sfrxj]([a-z]*)$")
_VNI = re.compile(r"(?<=[a-z])[1-9]+(?=[a-z]|$)|[1-9]+$")
_ENDINGS = (
    ("ies", "y"), ("ves", "f"), ("es", ""), ("s", ""), ("ed", ""), ("ing", ""), ("en", ""), ("fe", "v"), ("ers", ""),
)  # fmt: skip
_SHORTEST_STEM = 3
_TONES = "\u0300\u0301\u0309\u0303\u0323"
#: Words that say nothing of what is looked for, folded, with their spellings. The first may be passed over in any
#: query: no Vietnamese syllable looks like them.
EMPTY_WORDS = {word: (word,) for word in ("of", "with", "for", "from", "and", "by", "made", "your")}
_LOOSE = """
how what who which much wholesale best cheap online find looking near want need
the a an in to at on is are have has get
buy where price shop some something any makes make making sell sells selling that_makes
của ở và cho các những với bằng từ để tại trong được này đâu mua gì ai nào sao bao nhiêu thế về ra con bán giá rẻ đẹp
cái chiếc một loại hàng làm tìm xem hỏi cần muốn thuê tốt nhất tiền có kiểu dùng đựng dành tôi bạn em
vào trên giúp không cửa_hàng đặt_mua cách_làm bao_nhiêu_tiền
"""
_WHERE = "hà_nội hanoi việt_nam vietnam"
_SPELT_LOOSE = "chị mình nơi chỗ đồ đã sẽ hoặc đó đây nhé ạ"


def _spellings(words: str) -> dict[str, tuple[str, ...]]:
    texts = [text.replace("_", " ") for text in words.split()]
    return {fold(text): tuple(other for other in texts if fold(other) == fold(text)) for text in texts}


#: Where everything is.
WHERE = _spellings(_WHERE)
#: These may be passed over where they are only met in running text, or where all words together find nothing.
LOOSE_WORDS = EMPTY_WORDS | _spellings(_LOOSE) | WHERE
#: The same of words typed with marks: without any some are thread, leaf, leather and more.
SPELT_LOOSE_WORDS = _spellings(f"{_LOOSE} {_WHERE} {_SPELT_LOOSE}")


def says_little(words: str, typed: str) -> bool:
    """Whether folded words may be passed over; ``typed`` is their spelling."""
    return words in LOOSE_WORDS if typed == words else typed in SPELT_LOOSE_WORDS.get(words, ())


@lru_cache(maxsize=10_000)
def is_syllable(word: str) -> bool:
    """Whether a folded word has the shape of a Vietnamese syllable."""
    return _SYLLABLE.fullmatch(word) is not None


def untyped(word: str) -> list[str]:
    """A folded word without what Telex or VNI would have turned into marks: ``khamr`` gives ``kham``, ``go64`` ``go``.

    Empty when nothing is left over; the likelier reading first.
    """
    if any(char.isdigit() for char in word):
        bare = _VNI.sub("", word)
        return [as_i(bare)] if bare != word and bare.isalpha() else []
    paired = _TELEX_PAIRS.sub(lambda found: found[1] or found[2] or found[3] or "u", word)
    found = [_TELEX_TONE.sub(r"\1\2", paired), paired, _TELEX_TONE.sub(r"\1\2", word)]
    return [as_i(bare) for bare in dict.fromkeys(found) if bare != word and is_syllable(bare)]


def _letters() -> dict[str, str]:
    """Letters with marks that may be meant by a letter: some are left out, and a hook and a tilde are mistaken."""
    mistaken = {"\u0309": "\u0309\u0303", "\u0303": "\u0309\u0303"}
    meant = {"d": "dđ"}
    for base, letters in {"a": "aăâ", "e": "eê", "i": "i", "o": "oôơ", "u": "uư", "y": "y"}.items():
        for letter, tone in product(letters, ("", *_TONES)):
            tones = mistaken.get(tone, tone) if tone else ("", *_TONES)
            fit = product(letters if letter == base else letter, tones)
            meant[normalize("NFC", letter + tone)] = "".join(normalize("NFC", "".join(each)) for each in fit)
    return meant


_MEANT = _letters()


@lru_cache(maxsize=10_000)
def fitting(word: str) -> str:
    """A regular expression for the spellings that a word typed with marks may stand for: ``gô``, ``gổ`` for ``gỗ``."""
    return "".join(f"[{_MEANT[char]}]" if char in _MEANT else re.escape(char) for char in word)


@lru_cache(maxsize=10_000)
def stems(word: str) -> tuple[str, ...]:
    """Beginnings that other forms of an English word share: ``trays`` gives ``tray``, ``embroidery`` ``embroider``."""
    if is_syllable(word) or not word.isascii() or not word.isalpha():
        return ()
    found = [word[: -len(end)] + new for end, new in _ENDINGS if word.endswith(end) and not word.endswith("ss")]
    if word.endswith("y") and len(word) > 6:
        found.append(word[:-1])
    return tuple(dict.fromkeys(stem for stem in found if len(stem) >= _SHORTEST_STEM))
