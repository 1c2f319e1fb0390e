"""What words said in a room may bear on: ranked, explained, never assigned."""

import pytest

from tests.bench import bench_cite
from ttx.model.catalogue import Catalogue
from ttx.model.words_that_fit import fits
from ttx.services.citing import catalogue_of
from ttx.sources.ranking import Ranker


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return catalogue_of("scm53")


@pytest.fixture(scope="module")
def ranker(catalogue) -> Ranker:
    return Ranker([catalogue])


def test_words_of_the_room_find_words_of_the_document(ranker):
    first, *_ = ranker.rank("the blue helmets need a conference")

    assert first.found.short in ("16h", "16i")
    assert set(first.words) <= {"blue", "helmets", "conference"}


def test_words_are_given_back_as_typed(ranker):
    (first, *_) = ranker.rank("TELL THE UNC")

    assert first.words == ("UNC",)


@pytest.mark.parametrize("said", ["", "   ", "the of and", "xyzzy", "[/x]", "\x1b[2J", "가나다"])
def test_nothing_is_found_where_nothing_is_said(ranker, said):
    assert ranker.rank(said) == ()


def test_each_suggestion_offers_the_bearings_that_fit_its_duty(ranker, catalogue):
    for each in ranker.rank("the assessment of the future command, its training and the alliance", most=50):
        entry = catalogue.commitments.get(each.found.target)
        assert set(each.bearings) == fits(entry) - {"touches", "none"}


def test_scores_fall_and_no_target_comes_twice(ranker):
    found = ranker.rank("hold the training in spring and pass cyber threats on to the ally", most=50)

    assert [s.score for s in found] == sorted((s.score for s in found), reverse=True)
    assert len({s.found.target for s in found}) == len(found)


def test_the_same_words_give_the_same_order(catalogue):
    said = "share what we see of the missile with Japan"

    assert Ranker([catalogue]).rank(said) == Ranker([catalogue]).rank(said)


def test_a_few_letters_name_first_and_the_rest_is_ranked(ranker):
    assert ranker.search("05a")[0].found.target == "SCM53-05a"
    assert ranker.search("16.5")[0].found.target == "SCM53:16.5"
    targets = [s.found.target for s in ranker.search("UNC role")]
    assert targets[0] == "SCM53-05a"
    assert len(set(targets)) == len(targets) > 1
    assert ranker.search("") == ()


def test_no_catalogue_suggests_nothing():
    assert Ranker([]).rank("UNC") == ()


def test_every_label_of_the_moves_is_in_the_catalogue(catalogue, ranker):
    known = {entry.found.short for entry in ranker._entries}

    for half in (0, 1):
        for _, bears in bench_cite.moves(half):
            assert bears <= known


def test_both_halves_find_more_than_plain_words_do():
    """A loose floor, so that a change that breaks the ranking is seen; figures come from the bench."""
    for half in (0, 1):
        rows = {
            name.partition(", one")[0]: v
            for name, v, _ in bench_cite.run((half,))
            if "one right in 5" in name
        }
        assert rows["cite"] > 0.8
        assert rows["cite"] > 2 * rows["plain BM25"]
