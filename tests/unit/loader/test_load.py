"""From files to a scenario: what it says is what the author wrote, whatever the text."""

import os
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.small import BASE, ROOM, load, texts
from ttx.diagnostics import Severity
from ttx.errors import LoadError
from ttx.loader import bundled, load_scenario, load_texts
from ttx.loader.schema import json_schema
from ttx.loader.yaml_tree import read_tree
from ttx.model.conditions import When
from ttx.model.parts import Effect
from ttx.model.scenario import AgendaItem, Calendar


@pytest.fixture
def folder(tmp_path):
    scenario = tmp_path / "mine" / "small"
    scenario.mkdir(parents=True)
    (scenario / "scenario.yaml").write_text(BASE, encoding="utf-8")
    (tmp_path / "mine" / "rules").mkdir()
    (tmp_path / "mine" / "rules" / "room.yaml").write_text(ROOM, encoding="utf-8")
    return scenario


def including(folder, name, text=None):
    file = folder / "scenario.yaml"
    file.write_text(f"include: [{name}]\n{BASE}", encoding="utf-8")
    if text is not None:
        (folder / name).write_text(text, encoding="utf-8")
    return load_scenario(folder)


def test_times_minutes_letters_and_everybody():
    scenario, _ = load(BASE)
    first, second = scenario.phases
    assert [i.at for i in first.injects] == [460, 480, None, None]
    assert second.at == 24 * 60 + 480
    assert first.minutes == 3 + 2 + 12 + 2 + 1  # read, read, talked about, recorded, ruled on
    assert second.minutes == 20
    assert first.injects[1].to == ("rok", "us")
    assert [(o.id, o.letter) for o in first.decisions[0].options] == [("us-first", "a"), ("wait", "b")]
    assert scenario.agenda[1] == AgendaItem("phase", 20, "first")
    assert scenario.cells["rok"].tag == "ROK"
    assert scenario.tracks["alarm"].values == ("yes", "no")
    assert scenario.tracks["alarm"].start == "no"
    assert first.decisions[0].if_not_taken.effects == (Effect("heat", "+=", 2),)
    assert isinstance(scenario.endings[0].when, When)
    assert set(scenario.rules) == {"room/consensus", "room/umpire"}


def test_a_calendar_reads_dates():
    text = BASE.replace("starts: D", "starts: 2022-03-14\ncalendar: assumed").replace(
        "D+1 08:00", "2022-03-15 08:00"
    )
    scenario, problems = load(text)
    assert problems == ()
    assert scenario.calendar == Calendar(date="2022-03-14", assumed=True)
    assert scenario.phases[1].at == 24 * 60 + 480


def test_text_is_text_whatever_it_looks_like():
    text = BASE.replace("name: US", "name: NO").replace("title: First hours", "title: 3.10")
    scenario, _ = load(text.replace("text: A letter.", "text: 10:30").replace("text: A reply.", "text: null"))
    assert scenario.cells["us"].name == "NO"
    assert scenario.phases[0].title == "3.10"
    assert scenario.phases[0].injects[1].text == "10:30"
    assert scenario.phases[0].injects[3].text == "null"


def test_public_references_are_replaced():
    text = BASE.replace("title: Small", "title: Small\npurpose: ${title} for ${cells.us.name} in ${lang}")
    scenario, problems = load(text)
    assert problems == ()
    assert scenario.purpose == "Small for US in en"


def test_a_reference_to_a_reference_goes_no_further():
    text = BASE.replace("title: Small", "title: ${purpose}\npurpose: ${title}")
    scenario, problems = load(text)
    assert scenario is None
    assert {p.code for p in problems} == {"TTX265"}


def test_markup_and_escapes_stay_plain_text():
    scenario, _ = load(BASE.replace("text: A letter.", "text: '[ROK] [/x] [@click=app.quit]'"))
    assert scenario.phases[0].injects[1].text == "[ROK] [/x] [@click=app.quit]"


def test_a_folder_its_file_and_its_texts_are_one_scenario(folder):
    loaded = load_scenario(folder)
    assert loaded.problems == ()
    assert [f.name for f in loaded.files] == ["scenario.yaml", "rules/room.yaml"]
    assert loaded.paths["scenario.yaml"] == str(folder / "scenario.yaml")
    assert load_scenario(folder / "scenario.yaml").scenario == loaded.scenario
    again = load_texts(loaded.files)
    assert again.scenario == loaded.scenario
    assert again.files == loaded.files
    assert again.paths == {}


def test_the_scenarios_own_pack_comes_before_the_one_beside_it(folder):
    (folder / "rules").mkdir()
    (folder / "rules" / "room.yaml").write_text(ROOM.replace("They agree", "Own"), encoding="utf-8")
    assert load_scenario(folder).scenario.rules["room/consensus"].results["agreed"] == "Own"


def test_includes_join_lists_and_unite_mappings(folder):
    loaded = including(folder, "more.yaml", "voices: {press: {name: Press}}\nagenda: [{lunch: 45}]\n")
    assert loaded.problems == ()
    assert list(loaded.scenario.voices) == ["north", "press"]
    assert loaded.scenario.agenda[-1] == AgendaItem("lunch", 45)
    assert loaded.files[1].role == "include"
    assert load_texts(loaded.files).scenario == loaded.scenario


@pytest.mark.parametrize(
    "name", ["../out.yaml", "/etc/hostname", "a/../../out.yaml", "gone.yaml", "..\\out.yaml", "."]
)
def test_only_files_below_the_scenario_are_included(folder, name):
    (folder.parent / "out.yaml").write_text("voices: {}\n", encoding="utf-8")
    loaded = including(folder, f"'{name}'")
    assert [p.code for p in loaded.problems] == ["TTX112"]
    assert loaded.scenario is None


def test_a_link_out_of_the_folder_is_not_followed(folder):
    (folder.parent / "out.yaml").write_text("voices: {}\n", encoding="utf-8")
    (folder / "in.yaml").symlink_to(folder.parent / "out.yaml")
    assert [p.code for p in including(folder, "in.yaml").problems] == ["TTX112"]


def test_a_link_inside_the_folder_is(folder):
    (folder / "real.yaml").write_text("voices: {press: {name: Press}}\n", encoding="utf-8")
    (folder / "in.yaml").symlink_to(folder / "real.yaml")
    assert including(folder, "in.yaml").scenario is not None


def test_a_pipe_is_not_waited_for(folder):
    os.mkfifo(folder / "pipe.yaml")
    assert [p.code for p in including(folder, "pipe.yaml").problems] == ["TTX112"]


def test_a_file_that_includes_itself_ends(folder):
    assert [p.code for p in including(folder, "scenario.yaml").problems] == ["TTX112"]


def test_what_cannot_be_read_at_all_says_what_to_do(tmp_path):
    with pytest.raises(LoadError, match="no such file"):
        load_scenario(tmp_path / "gone")
    file = tmp_path / "scenario.yaml"
    file.write_bytes(b"format: ttx/1\ntitle: \xff\n")
    with pytest.raises(LoadError, match="Line 2 is no UTF-8"):
        load_scenario(tmp_path)
    file.write_bytes(b"#" * (16 * 1024 * 1024 + 1))
    with pytest.raises(LoadError, match="16 MB"):
        load_scenario(file)


def test_a_byte_order_mark_is_left_out(folder):
    (folder / "scenario.yaml").write_bytes(b"\xef\xbb\xbf" + BASE.encode())
    assert load_scenario(folder).problems == ()


def test_files_together_have_a_limit(folder):
    big = "#" + "x" * (15 * 1024 * 1024) + "\n"
    for n in range(3):
        (folder / f"big{n}.yaml").write_text(big, encoding="utf-8")
    assert [p.code for p in including(folder, "big0.yaml, big1.yaml, big2.yaml").problems] == ["TTX116"]


def test_what_is_bundled_lies_where_it_is_looked_for():
    assert (bundled() / "rules").is_dir()


def test_many_names_that_stand_for_nothing_end_soon():
    injects = "".join(
        f"      - {{id: J-{n}, to: [c{n}], text: x, when: j-{n} == {n}}}\n" for n in range(3000)
    )
    _, problems = load(BASE.replace("    injects:\n", f"    injects:\n{injects}", 1))
    assert len(problems) == 200


def test_many_cells_are_not_multiplied():
    cells = "".join(f"  c{n}: {{name: C}}\n" for n in range(2000))
    injects = "".join(f"      - {{id: J-{n}, to: all, text: x}}\n" for n in range(2000))
    text = BASE.replace("  us: {name: US}\n", f"  us: {{name: US}}\n{cells}").replace(
        "    injects:\n", f"    injects:\n{injects}", 1
    )
    scenario, problems = load(text)
    assert scenario is None
    assert "TTX227" in {p.code for p in problems}


LINES = BASE.splitlines(keepends=True)
WORDS = sorted(set(re.findall(r"[\w+.-]+|[^\w\s]", BASE)))


@st.composite
def mutated(draw):
    lines = list(LINES)
    for _ in range(draw(st.integers(1, 4))):
        n = draw(st.integers(0, len(lines) - 1))
        how = draw(st.sampled_from(["drop", "double", "swap", "word", "insert", "indent"]))
        if how == "drop":
            lines[n] = ""
        elif how == "double":
            lines[n] *= 2
        elif how == "swap":
            m = draw(st.integers(0, len(lines) - 1))
            lines[n], lines[m] = lines[m], lines[n]
        elif how == "indent":
            lines[n] = "  " + lines[n]
        elif how == "insert":
            at = draw(st.integers(0, len(lines[n])))
            lines[n] = lines[n][:at] + draw(st.text(max_size=3)) + lines[n][at:]
        else:
            parts = re.split(r"([\w+.-]+)", lines[n])
            odd = list(range(1, len(parts), 2))
            if odd:
                parts[draw(st.sampled_from(odd))] = draw(st.sampled_from(WORDS))
            lines[n] = "".join(parts)
    return "".join(lines)


@given(mutated())
@settings(max_examples=400, deadline=None)
def test_no_change_of_a_scenario_makes_the_loader_raise(text):
    scenario, problems = load(text)
    assert scenario is not None or any(p.severity is Severity.ERROR for p in problems)


@given(st.text(max_size=300))
@settings(max_examples=200, deadline=None)
def test_no_text_makes_the_loader_raise(text):
    scenario, problems = load(text)
    assert scenario is None
    assert problems


TREES = st.recursive(
    st.sampled_from(["x", "all", "3", "no", "''", "-1", "[]", "{}", "", "D 07:40", "I-01", "rok"]),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]"),
        st.dictionaries(
            st.sampled_from(["id", "to", "when", "text", "a", "effects", "phase"]), inner, max_size=3
        ).map(lambda d: "{" + ", ".join(f"{k}: {v}" for k, v in d.items()) + "}"),
    ),
    max_leaves=6,
)
KEYS = sorted(json_schema()["properties"])


@given(st.sampled_from(KEYS), TREES)
@settings(max_examples=400, deadline=None)
def test_no_value_of_any_key_makes_the_loader_raise(key, value):
    text = "".join(line for line in re.split(r"(?m)^(?=\w)", BASE) if not line.startswith(f"{key}:"))
    scenario, problems = load(f"{text}{key}: {value}\n")
    assert scenario is not None or any(p.severity is Severity.ERROR for p in problems)


def test_the_json_schema_knows_every_key_of_the_base():
    assert set(read_tree(BASE, "f").value) <= set(json_schema()["properties"])
    assert json_schema("rules")["properties"]
    assert json_schema("moves")["properties"]


def test_texts_without_a_scenario_are_refused():
    with pytest.raises(LoadError):
        load_texts(texts("x")[1:])
