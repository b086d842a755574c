"""Short texts that many rows have in common: crafts, materials, makers, places. Each is kept once, with its rows."""

from collections import defaultdict
from collections.abc import Iterable

from pyroaring import BitMap

from search.engines.rows import padded
from search.text import Words, folded_line

Postings = dict[str, BitMap]


class Lines:
    """Lines with marks to their rows; found by folded words and by phrases of either spelling."""

    def __init__(self) -> None:
        self.rows: Postings = {}
        self._spelt: dict[str, tuple[str, str]] = {}
        self._with_word: defaultdict[str, list[str]] = defaultdict(list)

    @property
    def words(self) -> Iterable[str]:
        """All folded words of all lines ever met."""
        self._learn()
        return self._with_word.keys()

    def word(self, word: str) -> BitMap:
        """Rows with a folded word."""
        self._learn()
        return _union(self.rows[line] for line in self._with_word.get(word, ()))

    def knows(self, word: str) -> bool:
        """Whether a row has a folded word."""
        self._learn()
        return any(self.rows[line] for line in self._with_word.get(word, ()))

    def phrase(self, words: Words, marked: Words = ()) -> BitMap:
        """Rows with a line in which the words follow each other; in this very spelling when it is given."""
        self._learn()
        wanted, spelling = (f" {' '.join(marked or words)} ", 1 if marked else 0)
        lines = min((self._with_word.get(word, []) for word in words), key=len, default=[])
        return _union(self.rows[line] for line in lines if wanted in self._spelt[line][spelling])

    def whole(self, words: Words) -> BitMap:
        """Rows with a line that is these words and no more."""
        self._learn()
        wanted = padded(" ".join(words))
        lines = min((self._with_word.get(word, []) for word in words), key=len, default=[])
        return _union(self.rows[line] for line in lines if self._spelt[line][0] == wanted)

    def _learn(self) -> None:
        if len(self.rows) == len(self._spelt):
            return
        for line in self.rows.keys() - self._spelt.keys():
            folded = folded_line(line)
            self._spelt[line] = (padded(folded), padded(line))
            for word in dict.fromkeys(folded.split()):
                self._with_word[word].append(line)


def _union(bitmaps: Iterable[BitMap]) -> BitMap:
    found = [rows for rows in bitmaps if rows]
    if len(found) == 1:
        return found[0]  # not to be changed
    return BitMap.union(*found) if found else BitMap()
