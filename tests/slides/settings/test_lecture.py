"""Settings: every fault is told at once, with its line."""

import json
import sys
from dataclasses import asdict
from importlib import import_module
from pathlib import Path

import pytest
from lxml import etree

from nnsim.errors import unknown
from slides.base.errors import UsageError
from slides.settings.head import Head, can_be_shown
from slides.settings.lecture import read
from slides.settings.schema import configure, resolve
from slides.settings.toml_lines import key_lines
from tests.slides.conftest import ROOT

GOOD = """title = "T"
author = "A"
language = "en"
chapters = [
    "neuron",
    "backpropagation",
]

[neuron]
n_epochs = 7
"""


def faults(tmp_path: Path, text: str, *overrides: str) -> list[str]:
    file = tmp_path / "lecture.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        read(file, overrides)
    assert caught.value.exit_code == 2
    return [line.removeprefix(f"{tmp_path}/") for line in caught.value.lines]


def test_our_own_settings_are_the_defaults_of_every_chapter() -> None:
    lecture = read()
    experiments = (ROOT / "nnsim/experiments").glob("*/experiment.py")
    assert sorted(lecture.chapters) == sorted(file.parent.name for file in experiments)
    for chapter, settings in lecture.settings.items():
        config = import_module(f"nnsim.experiments.{chapter}").Config()
        assert settings == json.loads(json.dumps(asdict(config))), chapter


def test_settings_are_resolved(tmp_path: Path) -> None:
    file = tmp_path / "lecture.toml"
    file.write_text(GOOD, encoding="utf-8")
    neuron = read(file, ["neuron.bias=-25", "neuron.w_2 = -2.5"]).settings["neuron"]
    assert (neuron["n_epochs"], neuron["bias"], neuron["w_2"]) == (7, -25, -2.5)
    assert neuron["w_1"] is None  # the experiment's default


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("title", "titel", "lecture.toml: title: is missing"),
        ("title", "titel", "lecture.toml:1: titel: unknown key or chapter 'titel'"),
        ('"A"', "7", "lecture.toml:2: author: should be a valid string, not 7"),
        ('"en"', '"e n"', "lecture.toml:3: language: should be the tag of a l"),
        (
            '"en"',
            '"en"\nsite = "ftp://x"',
            "lecture.toml:4: site: should be a web addr",
        ),
        ('"en"', '"en"\nsite = "https://x y"', "lecture.toml:4: site: should be a web"),
        ("neuron", "nuron", "lecture.toml:5: chapters.0: unknown chapter 'nuron'; did"),
        ('"backpropagation"', '"neuron"', "lecture.toml:6: chapters.1: 'neuron' is l"),
        ("= 7", "= 7.5", "lecture.toml:10: neuron.n_epochs: should be a valid integ"),
        ("= 7", "= '7'", "lecture.toml:10: neuron.n_epochs: should be a valid integ"),
        (
            "= 7",
            "= 1000000000000",
            "lecture.toml:10: neuron.n_epochs: must be from 1 to 10000, not 10000000",
        ),
        ("= 7", "= 7\nbias = nan", "lecture.toml:11: neuron.bias: must be from -10000"),
        ("n_epochs", "epochs", "lecture.toml:10: neuron.epochs: unknown setting 'ep"),
        ("[neuron]", "neuron = 1", "lecture.toml:9: neuron: must be a table"),
        ("7", "7\n[practice]", "lecture.toml:11: practice: unknown key or chapter"),
        (
            "[neu",
            "minutes = 0\n[neu",
            "lecture.toml:9: minutes: must be a number above",
        ),
        ("[neu", "minutes = true\n[neu", "lecture.toml:9: minutes: must be a number"),
        ("7", "7\n[minutes]\nneuron = '4'", "lecture.toml:12: minutes.neuron: must be"),
        ("7", "7\n[minutes]\nnuron = 4", "lecture.toml:12: minutes.nuron: unknown ch"),
        ("= 7", "= ", "lecture.toml:10: is no TOML: a value is neither a"),
    ],
)
def test_fault_names_its_line(tmp_path: Path, old: str, new: str, fault: str) -> None:
    text = GOOD.replace(old, new, 1)
    assert any(line.startswith(fault) for line in faults(tmp_path, text))


def test_site_has_no_slash_behind(tmp_path: Path) -> None:
    file = tmp_path / "lecture.toml"
    file.write_text('site = "https://example.org/a/"\n' + GOOD, encoding="utf-8")
    assert read(file).site == "https://example.org/a"


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    text = GOOD.replace("title", "titel").replace("= 7", "= 'x'\nbais = 1")
    told = faults(tmp_path, text, "neuron", "nuron.x=1", "neuron.bias=x")
    assert len(told) == 7


def test_fault_of_an_override_names_the_override(tmp_path: Path) -> None:
    (told,) = faults(tmp_path, GOOD, "neuron.bias=big")
    expected = "--set neuron.bias=big: neuron.bias: should be a valid number, not 'big'"
    assert told == expected


QUOTING = GOOD.replace('"neuron",', '"neuron", "gradient_descent", "summary",')


def test_files_are_named_from_where_they_stand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those in the settings from their folder, those of an option from one's own."""
    file, here = tmp_path / "lecture.toml", tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    file.write_text(f'{GOOD}\n[voice]\nengine = "kokoro"\nmodel = "a.onnx"\n', "utf-8")
    assert read(file).voice.model == str(tmp_path / "a.onnx")
    assert read(file, ["voice.model=b.onnx"]).voice.model == str(here / "b.onnx")


def test_quoted_chapters_have_the_settings_of_their_own_tables(tmp_path: Path) -> None:
    file = tmp_path / "lecture.toml"
    file.write_text(QUOTING, encoding="utf-8")
    settings = read(file, ["backpropagation.b2=[0.5]", "layers.seed=9"]).settings
    summary = settings["summary"]
    assert summary["neuron"] == settings["neuron"]
    assert summary["neuron"]["n_epochs"] == 7
    assert configure("summary", summary).neuron.n_epochs == 7
    assert summary["layers"]["seed"] == 9  # set, though the lecture has no such chapter
    for chapter in ("summary", "gradient_descent"):
        quoted = settings[chapter]["backpropagation"]
        assert list(quoted) == ["W1", "b1", "W2", "b2"]  # no more than is used
        assert quoted["b2"] == [0.5]
    assert summary["training"] == resolve("training", {})


@pytest.mark.parametrize(
    ("table", "override", "place"),
    [
        ("[summary.neuron]\nn_epochs = 4", [], "lecture.toml:11: summary.neuron"),
        ("[summary]\nneuron = 4", [], "lecture.toml:12: summary.neuron"),
        ("", ["summary.neuron.n_epochs=4"], "--set summary.neuron.n_epochs=4: summary"),
    ],
)
def test_quoted_chapters_are_set_in_their_own_tables(
    tmp_path: Path, table: str, override: list[str], place: str
) -> None:
    (told,) = faults(tmp_path, f"{QUOTING}{table}", *override)
    assert told.startswith(place)
    assert told.endswith("the chapter takes it from [neuron]: set it there")


def test_fault_of_a_quoted_chapter_is_told_once(tmp_path: Path) -> None:
    (told,) = faults(tmp_path, QUOTING.replace("= 7", "= 'x'"))
    assert told.startswith("lecture.toml:10: neuron.n_epochs")


def test_what_a_chapter_cannot_carry_of_those_it_quotes_is_told(tmp_path: Path) -> None:
    text = GOOD.replace('"backpropagation"', '"summary"') + (
        "[summary]\nn_splits = 30\nn_steps = 14900\n"
        "[training]\nn_splits = 500\nn_epochs = 3000\nlong_epochs = 4000\n"
    )
    (fault,) = faults(tmp_path, text)
    assert fault.startswith("lecture.toml:11: summary: with n_splits = 30, n_steps")
    assert "training.n_splits = 500" in fault


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("", None),
        ("minutes = 45\n[neuron]", 45),
        ("[minutes]\nneuron = 4.5\n[neuron]", {"neuron": 4.5}),
    ],
)
def test_minutes_are_planned(tmp_path: Path, text: str, minutes: object) -> None:
    file = tmp_path / "lecture.toml"
    file.write_text(GOOD.replace("[neuron]", text or "[neuron]"), encoding="utf-8")
    assert read(file).minutes == minutes


def test_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such file"):
        read(tmp_path / "none.toml")


def test_lines_of_keys() -> None:
    text = "a = 1\n# b = 2\n[t] # table\n'c' = 3\n[t.u]\nd=4\n"
    assert key_lines(text) == {"a": 1, "t": 3, "t.c": 4, "t.u": 5, "t.u.d": 6}


def test_unknown_without_a_near_name_lists_all() -> None:
    told = unknown("theme", "purple", ["dark", "light"])
    assert told == "unknown theme 'purple'; there are: dark, light"


def test_written_default_makes_no_difference() -> None:
    default = read().settings["neuron"]["n_epochs"]
    written = read(overrides=[f"neuron.n_epochs={default}"])
    assert written == read()


@pytest.mark.parametrize(
    ("key", "value", "why"),
    [
        ("title", '""', "should have at least 1 character"),
        ("title", '" \\u00a0"', "should say something"),
        ("title", '"\\u200b\\u00ad\\ufe0f"', "should say something"),
        ("author", '"\\u3164"', "should say something"),
        ("title", '"T\\ue000"', "as U+E000"),
        ("title", '"T\\u0000"', "should hold nothing that cannot be shown in one line"),
        ("title", '"T\\u0007"', "as U+0007, not 'T\\x07'"),
        ("title", '"""T\nT"""', "as U+000A"),
        ("title", '"T\\u202e"', "as U+202E"),
        ("title", '"T\\ufeff"', "as U+FEFF"),
        ("title", '"T\\u2028"', "as U+2028"),
        ("title", '"T\\uffff"', "as U+FFFF"),
        ("title", '"T\\U0001fffe"', "as U+1FFFE"),
        ("author", '"\\u0001"', "as U+0001"),
        ("author", '"A\\u0085"', "as U+0085"),
        ("title", f'"{"T" * 256}"', "should have at most 255 characters, not 'TTT"),
        ("title", f'"{"T" * 100_000}"', "100,002 characters: at most 10,000 may stand"),
        ("title", "2021-01-01", "should be a valid string, not datetime.date(2021"),
        ("language", '"en_GB"', "should be the tag of a language such as en, en-GB"),
        ("language", '"english"', "should be the tag of a language such as en, en-GB"),
        ("place", '"Hall\\u0007"', "as U+0007"),
        ("place", '""', "should have at least 1 character"),
        ("place", "3", "should be a valid string, not 3"),
        ("date", '"Mondays\\n"', "as U+000A"),
        ("date", "1", "should be a day such as 2026-10-14, or a text"),
        (
            "date",
            "2026-10-14T10:00:00",
            "should be a day such as 2026-10-14, or a text",
        ),
        ("date", "10:00:00", "should be a day such as 2026-10-14, or a text"),
        ("site", '"https://a..b"', "should be a web address"),
        ("site", '"https://a:99999"', "should be a web address"),
        ("site", '"https://a/\\u0007"', "should be a web address"),
        ("site", f'"https://a/{"b" * 300}"', "should have at most 255 characters"),
        ("stills", '["neuron/a/b"]', "unknown beat 'a/b'; there are: sample"),
        ("stills", '["neuron"]', "should be CHAPTER/BEAT such as neuron/sum"),
        ("stills", '["neuron/sum", "neuron/sum"]', "'neuron/sum' is listed twice"),
        ("minutes", "1e308", "must be a number above 0 and at most 1440, or a table"),
        ("minutes", "nan", "must be a number above 0 and at most 1440, or a table"),
        ("minutes", "-5", "must be a number above 0 and at most 1440, or a table"),
        ("minutes", "{neuron = inf}", "must be a number above 0 and at most 1440, not"),
        ("'a\\nb'", "1", "unknown key or chapter 'a\\\\nb'"),
    ],
)
def test_head_is_checked_when_it_is_read(
    tmp_path: Path, key: str, value: str, why: str
) -> None:
    lines = [s for s in GOOD.split("\n") if not s.startswith(f"{key} = ")]
    told = faults(tmp_path, "\n".join([f"{key} = {value}", *lines]))
    assert all(line.startswith("lecture.toml:1: ") for line in told)
    assert why in told[-1]
    assert told[-1].isprintable()


@pytest.mark.parametrize("title", ["Глубоко", "שלום", "गहन", "Été – “x”", "T" * 255])
@pytest.mark.parametrize("language", ["en-GB", "zh-Hans-CN", "de-CH-1996", "x-ours"])
def test_titles_and_languages_of_the_world_are_taken(
    tmp_path: Path, title: str, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Not every machine has a font for them; another test is about those.
    monkeypatch.setattr("slides.settings.letters.unprintable", lambda text: "")
    text = GOOD.replace('"T"', f'"{title}"').replace('"en"', f'"{language}"')
    (file := tmp_path / "lecture.toml").write_text(text, encoding="utf-8")
    assert (read(file).title, read(file).language) == (title, language)


@pytest.mark.parametrize(
    ("date", "language", "words"),
    [
        ("2026-10-14", "en", "October 14, 2026"),
        ("2026-10-14", "en-GB", "14 October 2026"),
        ("2026-10-14", "de-CH-1996", "14. Oktober 2026"),
        ("2026-10-14", "zh-Hans-CN", "2026年10月14日"),
        ("2026-10-14", "x-ours", "2026-10-14"),
        ('"Mondays, 10 am"', "de", "Mondays, 10 am"),
    ],
)
def test_day_is_written_in_the_language_of_the_lecture(
    tmp_path: Path, date: str, language: str, words: str
) -> None:
    text = f'place = "Hall 3"\ndate = {date}\n' + GOOD.replace('"en"', f'"{language}"')
    (file := tmp_path / "lecture.toml").write_text(text, encoding="utf-8")
    assert read(file).opening == ("A", "Hall 3", words)


@pytest.mark.parametrize("key", sorted(Head.model_fields))
@pytest.mark.parametrize("table", ["neuron", "minutes"])
def test_key_of_the_head_belongs_before_the_first_table(
    tmp_path: Path, key: str, table: str
) -> None:
    good = GOOD.replace('[\n    "neuron",\n    "backpropagation",\n]', '["layers"]')
    head = [s for s in good.split("\n") if not s.startswith(f"{key} = ")]
    text = "\n".join([*head, f"[{table}x]".replace("neuronx", "layers"), f"{key} = 45"])
    text = text.replace("minutesx", "minutes")
    told = faults(tmp_path, text)
    place = f"lecture.toml:{text.count(chr(10)) + 1}: "
    (line,) = [line for line in told if line.endswith("before the first table")]
    assert line.startswith(place)
    assert f" {key!r}; it belongs before the first table" in line
    assert not any("is missing" in line for line in told if table == "neuron")


@pytest.mark.parametrize("code", ["utf-8-sig", "utf-8"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_text_of_any_editor_is_read(tmp_path: Path, code: str, end: str) -> None:
    file = tmp_path / "lecture.toml"
    file.write_bytes(GOOD.replace("\n", end).encode(code))
    assert read(file).settings["neuron"]["n_epochs"] == 7


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (GOOD.encode("utf-16"), ":1: is written in UTF-16 or UTF-32: save it as UTF-8"),
        (GOOD.encode() + b"# \xe9", ":11: byte 0xE9 is no UTF-8: save it as UTF-8"),
        (b"#" * 1_000_001, ": is longer than 1,000,000 bytes: shorten it"),
        (b"a = " + b"9" * 5000, ":1: 99999999999999999999… has 5,000 characters: at"),
        (b"a = " + b"[" * 5000, ":1: is nested more than 20 deep"),
        (b"a = 1\n" * 90_000, ":3334: holds more than 10,000 keys, values and signs"),
    ],
)
def test_what_settings_cannot_be_is_told_at_once(
    tmp_path: Path, content: bytes, why: str
) -> None:
    (file := tmp_path / "lecture.toml").write_bytes(content)
    with pytest.raises(UsageError) as caught:
        read(file)
    (told,) = caught.value.lines
    assert told.startswith(f"{file}{why}")


def test_of_many_faults_the_first_are_told_and_the_others_counted(
    tmp_path: Path,
) -> None:
    told = faults(tmp_path, GOOD + "".join(f"k{n} = 1\n" for n in range(2000)))
    assert len(told) == 21
    assert told[0].startswith("lecture.toml:11: neuron.k0: unknown setting 'k0'")
    assert told[-1] == "lecture.toml: and 1,980 more"


@pytest.mark.parametrize(
    ("value", "why"),
    [
        ("9" * 5000, "has 5,000 characters: at most 100 may stand there"),
        ("[" * 5000, "is nested more than 20 deep"),
        ("4\nn_epochs = 5", "holds U+000A, which cannot be shown"),
        ("4\x1b[2J", "holds U+001B, which cannot be shown"),
        ("\udcff", "holds U+DCFF, which cannot be shown"),
    ],
)
def test_overrides_are_bounded_too(tmp_path: Path, value: str, why: str) -> None:
    (told,) = faults(tmp_path, GOOD, f"neuron.n_epochs={value}")
    assert told.startswith("--set neuron.n_epochs=")
    assert why in told
    assert told.isprintable()


def test_so_many_overrides_are_refused(tmp_path: Path) -> None:
    told = faults(tmp_path, GOOD, *["neuron.bias=1"] * 1001)
    assert told == ["--set: given 1,001 times: at most 1,000"]


def test_xml_holds_every_letter_that_a_title_may_have() -> None:
    every = "".join(filter(can_be_shown, map(chr, range(sys.maxunicode + 1))))
    element = etree.Element("title")
    element.text = every
    again = etree.fromstring(etree.tostring(element, encoding="utf-8"))
    assert again.text == every
