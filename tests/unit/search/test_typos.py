import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.typos import SlipDictionary, is_one_slip

words = st.text("abc", min_size=1, max_size=5)


@pytest.mark.parametrize("typed", ["trnag", "trag", "trangg", "tang", "trong", "rtang"])
def test_one_slip(typed: str) -> None:
    assert SlipDictionary(["trang", "tranh truong"]).near(typed) == ["trang"]


@pytest.mark.parametrize("typed", ["trang", "tgnar", "tr", "12345", ""])
def test_no_slip(typed: str) -> None:
    assert SlipDictionary(["trang", "12346"]).near(typed) == []


def distance(first: str, second: str) -> int:
    table = [[max(i, j) if not min(i, j) else 0 for j in range(len(second) + 1)] for i in range(len(first) + 1)]
    for i in range(1, len(first) + 1):
        for j in range(1, len(second) + 1):
            change = first[i - 1] != second[j - 1]
            table[i][j] = min(table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + change)
            if i > 1 and j > 1 and first[i - 1] == second[j - 2] and first[i - 2] == second[j - 1]:
                table[i][j] = min(table[i][j], table[i - 2][j - 2] + 1)
    return table[-1][-1]


@given(words, words)
def test_against_the_textbook(first: str, second: str) -> None:
    assert is_one_slip(first, second) == (distance(first, second) == 1)


@given(words.filter(lambda word: len(word) > 2), st.lists(words.filter(lambda word: len(word) > 1)))
def test_the_dictionary_misses_nothing(typed: str, known: list[str]) -> None:
    expected = {word for word in known if distance(typed, word) == 1}
    assert set(SlipDictionary(known).near(typed)) == expected
