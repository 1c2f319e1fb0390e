"""``demo``: an exercise played here and now, and where its files are."""


def test_a_demo_says_where_its_files_are_and_never_overwrites(tabletop):
    first, second = tabletop("demo"), tabletop("demo")

    assert (first.code, second.code) == (0, 0)
    assert f"In {tabletop.folder}:" in first.out
    assert "demo-2.ttx.jsonl" in second.out
    names = {"demo.ttx.jsonl", "demo-report.md", "demo-2.ttx.jsonl", "demo-2-report.md"}
    assert {p.name for p in tabletop.folder.iterdir() if p.is_file()} == names


def test_what_a_demo_names_next_works(tabletop):
    said = tabletop("demo").out.partition("What to do next:")[2]

    assert tabletop("trace", "demo.ttx.jsonl").code == 0
    assert tabletop("log", "verify", "demo.ttx.jsonl").code == 0
    assert all(word in said for word in ("trace demo.ttx", "log verify demo.ttx", "guide first-exercise"))


def test_what_the_analyst_s_guide_does_with_a_demo_works(tabletop):
    assert tabletop("demo").code == 0

    assert tabletop("log", "fork", "demo.ttx.jsonl", 41, "--to", "other-way.ttx.jsonl").code == 0
    assert tabletop("log", "strike", "demo.ttx.jsonl", 42, 46, "--reason", "a name was typed").code == 0
    assert tabletop("log", "verify", "demo.ttx.jsonl").code == 0
    assert tabletop("report", "demo.ttx.jsonl", "-o", "report.md").code == 0
