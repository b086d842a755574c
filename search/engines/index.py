"""The catalogue as bitmaps: which rows have which facet value, which word.

A row's ordinal is its rank by (publication, code): newest first is the bitmap read backwards.
A row that arrives out of that order is appended and noted (``ordering.NewestOrder``).

Every worker has an index, so a row may cost some hundred bytes: columns are arrays where they can
be, texts are UTF-8, and rows are taken in one after the other, never all at once.
"""

from array import array
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import chain, islice
from typing import Any

from pyroaring import BitMap

from search.engines.columns import Shared
from search.engines.lines import Lines, Postings
from search.engines.ordering import BETWEEN, NO_PRICE, NewestOrder, RankedOrder, by_name, by_price, order_key
from search.engines.rows import Row, Stars, padded, parts_of, stars_valid
from search.text import Words, folded_words
from search.typos import SlipDictionary

FEW = 32
#: So many rows' words are gathered before they go into the bitmaps.
GATHERED = 5_000


class Index:
    """Postings of all kinds over one space of ordinals."""

    def __init__(self, rows: Iterable[Row] = ()) -> None:
        self.version = 0
        self.codes: list[str] = []
        self.ordinal_of: dict[str, int] = {}
        self.all = BitMap()
        self.kinds: Postings = {}
        self.facets: dict[str, Postings] = {}
        self.prose_words: Postings = {}
        self.name_words: Postings = {}
        self.marked_words: Postings = {}
        self.first_words: Postings = {}
        self.name_lengths: Postings = {}
        self.term_lines = Lines()
        self.place_lines = Lines()
        self.folded_names: list[str] = []
        self.marked_names: list[str] = []
        self.names: list[bytes] = []
        self.prices = array("q")
        self.stars: dict[int, Stars] = {}
        self.places: Counter[Words] = Counter()
        self.newest = NewestOrder(self.codes)
        self._places_of: Shared[tuple[str, ...]] = Shared(())
        self._place_words: dict[tuple[str, ...], tuple[Words, ...]] = {}
        self._ranked: dict[str, RankedOrder] = {}
        self._stars_on: tuple[str, Postings] | None = None
        self._star_numbers: set[str] = set()
        self._vocabulary: list[str] | None = None
        self._slips: SlipDictionary | None = None
        self._load(iter(rows))

    # --- Changing -----------------------------------------------------------------------------------------------------

    def _load(self, rows: Iterator[Row]) -> None:
        """Take in all rows, which should come in the index's order."""
        while self._gather(islice(rows, GATHERED)):
            pass
        for postings in self._all_postings():
            for bitmap in postings.values():
                bitmap.shrink_to_fit()
        self.version += 1

    def _gather(self, rows: Iterable[Row]) -> int:
        """Gather ordinals word by word in plain lists, then give each bitmap its own at once."""
        count = 0
        piles: dict[int, defaultdict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
        for count, row in enumerate(rows, start=1):  # noqa: B007 the last one is the answer
            ordinal = self._append(row)
            for postings, words in self._postings_of(row):
                pile = piles[id(postings)]
                for word in words:
                    pile[word].append(ordinal)
        for postings in self._all_postings():
            for word, ordinals in piles[id(postings)].items():
                if word in postings:
                    postings[word].update(ordinals)
                else:
                    postings[word] = BitMap(ordinals)
        return count

    def update(self, rows: Iterable[Row]) -> None:
        """Take in new and changed rows."""
        batch = list(rows)
        kept = {row.code: ordinal for row in batch if (ordinal := self._same_place(row)) is not None}
        self._forget([self.ordinal_of[row.code] for row in batch if row.code in self.ordinal_of])
        for row in sorted(batch, key=lambda row: order_key(row.published, row.code)):
            ordinal = self._append(row, kept.get(row.code))
            for postings, words in self._postings_of(row):
                for word in words:
                    if word in postings:
                        postings[word].add(ordinal)
                    else:
                        postings[word] = BitMap([ordinal])
                        self._learn(postings, word)
            for ranked in self._ranked.values():
                ranked.add(ordinal)
        self.version += 1

    def remove(self, codes: Iterable[str]) -> None:
        """Forget rows; unknown codes are nothing to do."""
        self._forget([self.ordinal_of[code] for code in set(codes) if code in self.ordinal_of])
        self.version += 1

    def _same_place(self, row: Row) -> int | None:
        ordinal = self.ordinal_of.get(row.code)
        key = order_key(row.published, row.code)
        return ordinal if ordinal is not None and self.newest.key(ordinal) == key else None

    def _forget(self, ordinals: list[int]) -> None:
        if not ordinals:
            return
        gone = BitMap(ordinals)
        if len(ordinals) > FEW:
            for postings in self._all_postings():
                for bitmap in postings.values():
                    bitmap.difference_update(gone)
        else:
            for ordinal in ordinals:
                self._discard(ordinal)
        self.all -= gone
        if self._stars_on is not None:
            for rows in self._stars_on[1].values():
                rows.difference_update(gone)
        for ranked in self._ranked.values():
            ranked.remove(gone)
        for ordinal in gone:
            self.ordinal_of.pop(self.codes[ordinal], None)
            self.stars.pop(ordinal, None)
            self.places.subtract(self._words_of(self._places_of[ordinal]))
        self.places = +self.places

    def _discard(self, ordinal: int) -> None:
        """Take one row out. Its names are known, and thousands of words need not be looked at for them."""
        names, marked = self.folded_names[ordinal], self.marked_names[ordinal]
        for postings, words in self._postings_of_names(names.strip(), marked.strip()):
            for word in words:
                postings[word].discard(ordinal)
        for postings in (self.kinds, self.prose_words, *self._line_postings(), *self.facets.values()):
            for bitmap in postings.values():
                if ordinal in bitmap:
                    bitmap.discard(ordinal)

    def _append(self, row: Row, ordinal: int | None = None) -> int:
        """Keep what is not a posting, at a new ordinal or at the row's old one."""
        if ordinal is None:
            ordinal = len(self.codes)
            self.codes.append(row.code)
            self.newest.append(row.published)
            self.folded_names.append("")
            self.marked_names.append("")
            self.names.append(b"")
            self.prices.append(NO_PRICE)
            self._places_of.append(())
        self.folded_names[ordinal] = padded(parts_of(row.folded)[0])
        self.marked_names[ordinal] = padded(parts_of(row.marked)[0])
        self.names[ordinal] = BETWEEN.join(row.names).encode()
        self.prices[ordinal] = NO_PRICE if row.price is None else row.price
        self.ordinal_of[row.code] = ordinal
        self.all.add(ordinal)
        if row.stars:
            self._learn_stars(ordinal, row.stars)
        self._places_of[ordinal] = row.places
        self.places.update(self._words_of(row.places))
        return ordinal

    def _learn_stars(self, ordinal: int, stars: Stars) -> None:
        self.stars[ordinal] = stars
        self._star_numbers.update(str(number) for number, *_ in stars)
        if self._stars_on is not None:
            day, postings = self._stars_on
            for number in stars_valid(stars, day):
                postings.setdefault(str(number), BitMap()).add(ordinal)

    def _words_of(self, places: tuple[str, ...]) -> tuple[Words, ...]:
        if places not in self._place_words:  # a village's products share them
            self._place_words[places] = tuple({folded_words(name) for name in places} - {()})
        return self._place_words[places]

    def _postings_of(self, row: Row) -> Iterator[tuple[Postings, Collection[str]]]:
        yield self.kinds, (row.kind,)
        for name, keys in row.facets.items():
            yield self.facets.setdefault(name, {}), keys
        names, _terms, prose, _places = parts_of(row.folded)
        marked_names, terms, _prose, places = parts_of(row.marked)
        yield self.prose_words, prose.split()
        yield from self._postings_of_names(names, marked_names)
        yield self.term_lines.rows, terms.split("\n") if terms else ()
        yield self.place_lines.rows, places.split("\n") if places else ()

    def _postings_of_names(self, folded: str, marked: str) -> Iterator[tuple[Postings, Collection[str]]]:
        each = [name.split() for name in folded.split("\n")]
        # A word may come twice: a bitmap does not mind, and sets would cost more.
        yield self.name_words, folded.split()
        yield self.marked_words, marked.split()
        yield self.first_words, [words[0] for words in each if words]
        yield self.name_lengths, [str(len(words)) for words in each]

    def _line_postings(self) -> tuple[Postings, Postings]:
        return self.term_lines.rows, self.place_lines.rows

    def _all_postings(self) -> list[Postings]:
        words = [self.prose_words, self.name_words, self.marked_words, self.first_words, self.name_lengths]
        return [self.kinds, *words, *self._line_postings(), *self.facets.values()]

    def _learn(self, postings: Postings, word: str) -> None:
        if postings is self.term_lines.rows or postings is self.place_lines.rows:
            words = folded_words(word)
        elif postings is self.prose_words or postings is self.name_words:
            words = (word,)
        else:
            return
        self._vocabulary = None
        if self._slips is not None:
            for each in words:
                self._slips.add(each)

    # --- Reading ------------------------------------------------------------------------------------------------------

    @property
    def vocabulary(self) -> list[str]:
        """All folded words, sorted."""
        if self._vocabulary is None:
            lines = (self.term_lines.words, self.place_lines.words)
            self._vocabulary = sorted({*self.prose_words, *self.name_words, *chain.from_iterable(lines)})
        return self._vocabulary

    @property
    def slips(self) -> SlipDictionary:
        """The words as a dictionary of typos, made when first needed."""
        if self._slips is None:
            self._slips = SlipDictionary(self.vocabulary)
        return self._slips

    def knows(self, word: str) -> bool:
        """Whether a folded word occurs anywhere."""
        return bool(
            self.name_words.get(word)
            or self.prose_words.get(word)
            or self.term_lines.knows(word)
            or self.place_lines.knows(word)
        )

    def words_beginning(self, prefix: str) -> Iterator[str]:
        """The words of the catalogue that begin so."""
        for position in range(bisect_left(self.vocabulary, prefix), len(self.vocabulary)):
            word = self.vocabulary[position]
            if not word.startswith(prefix):
                return
            yield word

    def kind_of(self, ordinal: int) -> str:
        """The kind of a row."""
        return next((kind for kind, rows in self.kinds.items() if ordinal in rows), "")

    @property
    def star_numbers(self) -> list[str]:
        """The numbers of stars that rows have or had."""
        return sorted(self._star_numbers)

    def stars_on(self, day: str) -> Postings:
        """Rows by certificate stars valid on an ISO day."""
        if self._stars_on is None or self._stars_on[0] != day:
            postings: Postings = {}
            for ordinal, stars in self.stars.items():
                for number in stars_valid(stars, day):
                    postings.setdefault(str(number), BitMap()).add(ordinal)
            self._stars_on = (day, dict(sorted(postings.items())))
        return self._stars_on[1]

    def ranked(self, name: str) -> RankedOrder:
        """An order other than newest: ``price_asc``, ``price_desc`` or ``name:<number of the language>``."""
        if name not in self._ranked:
            self._ranked[name] = RankedOrder(self.all, self._rank_key(name))
        return self._ranked[name]

    def _rank_key(self, name: str) -> Callable[[int], Any]:
        """What rows are ranked by: functions of columns, lest the index be kept alive by its own orders."""
        if name.startswith("name:"):
            return by_name(self.codes, self.names, int(name.removeprefix("name:")))
        return by_price(self.codes, self.prices, -1 if name == "price_desc" else 1)
