"""A translation: begun, filled, shown on every way out, and never shown where its original has changed."""

from dataclasses import replace

import pytest

from tests.small import BASE, ROOM, load, texts
from tests.unit.services.rooms import Ports, ScriptedClock, SeededEntropy, done
from ttx.errors import TtxError, UsageError
from ttx.loader import load_texts
from ttx.loader.translation import fingerprint
from ttx.model import commands as c
from ttx.model.events import FileText
from ttx.model.rewording import players_texts, reworded
from ttx.services import logs, opening, printing, translating
from ttx.services.checking import check_scenario, playable
from ttx.services.papers import Asked, report
from ttx.services.session import scenario_of
from ttx.services.watching import Watch

KOREAN = {
    "title": "작은 연습",
    "cells.rok.name": "한국 정부",
    "cells.rok.private": "정부만 아는 내용.",
    "injects.I-01.title": "총성",
    "injects.I-01.text": "총성이 들렸다.",
    "decisions.D-01.ask": "누구에게 먼저 알립니까?",
    "decisions.D-01.options.us-first.text": "동맹에 즉시",
    "phases.first.title": "처음 몇 시간",
}


@pytest.fixture
def own(tmp_path):
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "room.yaml").write_text(ROOM, encoding="utf-8")
    (tmp_path / "scenario.yaml").write_text(BASE, encoding="utf-8")
    return tmp_path


@pytest.fixture
def korean(own):
    """The scenario's folder with a translation, filled as far as ``KOREAN`` goes."""
    path, added = translating.begin(own, "ko")
    assert (path.name, added) == ("small.ko.yaml", len(players_texts(load(BASE)[0])))
    fill(path)
    return own


def fill(path):
    text = path.read_text(encoding="utf-8")
    for key, said in KOREAN.items():
        head, mark, rest = text.partition(f"\n  {key}:\n")
        assert mark, key
        text = head + mark + rest.replace('text: ""', f'text: "{said}"', 1)
    path.write_text(text, encoding="utf-8")


def ports():
    return Ports(ScriptedClock("2026-03-14T09:00:00Z"), SeededEntropy("words"))


def test_nothing_but_players_words_is_changed():
    scenario, _ = load(BASE)
    other = reworded(scenario, lambda key, text: f"<{key}>")
    keys = players_texts(scenario)
    assert other.title == "<title>"
    assert other.inject("I-01").text == "<injects.I-01.text>"
    assert other.facts["F-01"].then.text == "<facts.F-01.then>"
    assert reworded(other, lambda key, _: keys[key]) == scenario
    assert (other.marking, other.endings, other.tracks, other.voices) == (
        scenario.marking,
        scenario.endings,
        scenario.tracks,
        scenario.voices,
    )
    assert [c.seats for c in other.cells.values()] == [c.seats for c in scenario.cells.values()]
    assert other.decision("D-01").options[0].for_ == scenario.decision("D-01").options[0].for_


def test_what_is_translated_is_shown_and_the_rest_stays(korean):
    checked = playable(korean, "ko")
    scenario = checked.scenario
    assert (scenario.lang, scenario.title) == ("ko", "작은 연습")
    assert scenario.decision("D-01").option("us-first").text == "동맹에 즉시"
    assert scenario.decision("D-01").option("wait").text == "Wait"
    assert [p.code for p in checked.problems] == ["TTX232"]
    assert playable(korean).scenario.title == playable(korean, "en").scenario.title == "Small"
    with pytest.raises(UsageError, match="there is: en, ko") as told:
        playable(korean, "ja")
    assert "--translation ja" in told.value.next_step


def test_a_stale_one_is_not_shown_until_its_mark_is_renewed(korean):
    file = korean / "scenario.yaml"
    file.write_text(BASE.replace("text: Shots fired.", "text: Shots were fired."), encoding="utf-8")
    checked = playable(korean, "ko")
    assert checked.scenario.inject("I-01").text == "Shots were fired."
    [stale] = [p for p in checked.problems if p.code == "TTX231"]
    assert fingerprint("Shots were fired.") in stale.hint
    path = korean / "small.ko.yaml"
    text = path.read_text(encoding="utf-8").replace(
        fingerprint("Shots fired."), fingerprint("Shots were fired.")
    )
    path.write_text(text, encoding="utf-8")
    assert playable(korean, "ko").scenario.inject("I-01").text == "총성이 들렸다."


def test_what_is_new_is_added_at_the_end_and_nothing_else_touched(korean):
    path = korean / "small.ko.yaml"
    before = path.read_text(encoding="utf-8")
    assert translating.begin(korean / "scenario.yaml", "ko") == (path, 0)
    assert path.read_text(encoding="utf-8") == before
    file = korean / "scenario.yaml"
    file.write_text(BASE.replace("title: Small", "title: Small\npurpose: To see."), encoding="utf-8")
    assert translating.begin(korean, "ko") == (path, 1)
    after = path.read_text(encoding="utf-8")
    assert after.startswith(before)
    assert after[len(before) :].startswith("  purpose:\n    # To see.\n")
    path.write_text(before.replace("texts:", "texts: {}\nother:", 1), encoding="utf-8")
    with pytest.raises((TtxError, UsageError)):
        translating.begin(korean, "ko")


def test_only_a_short_name_is_a_language(own):
    with pytest.raises(UsageError, match="no language"):
        translating.begin(own, "../ko")


def test_a_session_keeps_its_language_and_can_be_shown_in_the_other(korean, tmp_path):
    path = tmp_path / "room.ttx.jsonl"
    session = opening.begin(korean, path, None, ports(), practice=False, lang="ko")
    assert session.scenario.title == "작은 연습"
    shown = c.ShowOnWall(kind="inject", what="I-01", to="rok")
    done(session, c.StartExercise(), c.ReleaseInject(inject="I-01"), shown)
    session.close()
    assert session.events[0].fact.lang == "ko"
    again = opening.resume(path, None, ports())
    again.close()
    assert again.scenario == session.scenario
    assert again.state.position == session.state.position
    assert scenario_of(again.events, "x", "en").title == "Small"
    wall = Watch(path, "rok", ports())
    assert wall.look().title == "작은 연습"
    assert wall.look().shown.fields["text"] == "총성이 들렸다."
    english = Watch(path, "rok", ports(), "en").look()
    assert (english.title, english.shown.fields["text"]) == ("Small", "Shots fired.")
    assert logs.look(path, "en").scenario.title == "Small"
    assert report(path, Asked()).header.title == "작은 연습"
    assert report(path, Asked(lang="en")).header.title == "Small"
    with pytest.raises(UsageError, match="no translation"):
        Watch(path, "room", ports(), "ja")


def test_an_english_session_can_stand_on_a_korean_wall(korean, tmp_path):
    path = tmp_path / "room.ttx.jsonl"
    session = opening.begin(korean, path, None, ports(), practice=False)
    session.close()
    assert "lang" not in path.read_text(encoding="utf-8").partition('"files"')[0]
    assert Watch(path, "rok", ports(), "ko").look().title == "작은 연습"


def test_papers_are_printed_in_the_language(korean):
    desk = printing.open_desk(korean, "ko")
    assert desk.scenario.cells["rok"].private == "정부만 아는 내용."
    assert printing.open_desk(korean).scenario.cells["rok"].private == "You know more."


def test_a_translation_with_an_error_keeps_the_scenario_from_being_played(korean):
    path = korean / "small.ko.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("lang: ko", "lang: ja"), encoding="utf-8")
    checked = check_scenario(korean)
    assert checked.scenario is None
    assert {p.code for p in checked.problems if p.severity.value == "error"} == {"TTX233"}
    with pytest.raises(UsageError, match="TTX233"):
        translating.begin(korean, "ko")


def test_text_of_a_translation_is_never_more_than_text():
    key, hostile = "title", "[red]x[/red] \\x1b[2J ${title}"
    scenario, _ = load(BASE)
    side = FileText(
        "small.ko.yaml",
        "translation",
        "format: ttx-translation/1\nscenario: small\nlang: ko\ntexts:\n"
        f"  {key}: {{of: '{fingerprint('Small')}', text: '{hostile}'}}\n",
    )
    loaded = load_texts((*texts(BASE), side))
    assert loaded.translations.shown(loaded.scenario, "ko") == replace(scenario, title=hostile, lang="ko")
