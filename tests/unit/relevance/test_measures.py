"""Measures of ranked answers, by values worked out by hand."""

import pytest

from tests.relevance.measures import Measured, measure, ndcg, precision, reciprocal_rank

GRADES = {"a": 3, "b": 2, "c": 1}


def test_the_best_order_has_an_ndcg_of_one():
    assert ndcg(["a", "b", "c"], GRADES) == 1


def test_gains_are_powers_of_two_and_discounted_by_the_logarithm_of_the_place():
    # (3/1 + 7/1.58496) / (7/1 + 3/1.58496 + 1/2)
    assert ndcg(["b", "a"], GRADES) == pytest.approx(7.416508 / 9.392789, abs=1e-6)


def test_what_is_not_judged_takes_a_place_and_gains_nothing():
    assert ndcg(["x", "a"], {"a": 3}) == pytest.approx(0.630930, abs=1e-6)


def test_only_the_first_ten_count_in_answer_and_ideal():
    many = {f"d{number}": 1 for number in range(12)}
    assert ndcg(list(many)[:10], many) == 1
    assert ndcg([*"qrstuvwxyz", "a"], GRADES) == 0


def test_nothing_found_has_nothing():
    assert (ndcg([], GRADES), reciprocal_rank([], GRADES), precision([], GRADES)) == (0, 0, 0)


@pytest.mark.parametrize(
    ("ranked", "value"),
    [("abc", 1), ("cab", 1 / 2), ("cxb", 1 / 3), ("c", 0), ("xxxxxxxxxxa", 0), ("xxxxxxxxxa", 1 / 10)],
)
def test_the_first_good_answer_among_ten_gives_the_reciprocal_rank_and_an_acceptable_one_does_not(ranked, value):
    assert reciprocal_rank(list(ranked), GRADES) == value


@pytest.mark.parametrize(("ranked", "value"), [("axbyc", 0.6), ("xxxxxabc", 0), ("abc", 0.6)])
def test_precision_counts_acceptable_ones_among_the_first_five(ranked, value):
    assert precision(list(ranked), GRADES) == value


def test_means_leave_out_the_precision_of_queries_with_few_answers():
    five = dict.fromkeys("abcde", 2)
    assert measure([(list("abcde"), five), (["a"], {"a": 3}), ([], {"a": 3}), (["x", "a"], {"a": 2})]) == Measured(
        queries=4, ndcg=pytest.approx((1 + 1 + 0 + 0.630930) / 4, abs=1e-6), mrr=0.625, precision=1, zero=0.25
    )


def test_without_a_query_of_five_answers_there_is_no_precision():
    assert measure([(["a"], {"a": 3})]).precision is None
