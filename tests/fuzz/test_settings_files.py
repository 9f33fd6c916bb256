"""Any file given as settings is read, or refused in sentences with file and line."""

import json
import random
import re
import time
import tomllib
from collections import Counter
from collections.abc import Callable
from dataclasses import fields
from importlib import import_module
from pathlib import Path

from slides.base.errors import UsageError
from slides.base.language import take_apart
from slides.settings.head import Head
from slides.settings.lecture import read
from slides.settings.project import LECTURE_TOML, known_chapters
from slides.settings.schema import configure
from slides.settings.toml_lines import key_lines
from slides.settings.toml_text import TomlError, parse
from slides.settings.values import Lecture
from tests.fuzz.damage import damaged, spelled
from tests.fuzz.data_beside import said_of_data, write_beside
from tests.fuzz.memory import peak
from tests.fuzz.toml_writer import Writer
from tests.slides.settings.test_toml_text import places

SLOWEST = 1.0  # s of processor time
OURS = LECTURE_TOML.read_bytes()
CHAPTERS = known_chapters()
SETTINGS = {
    chapter: [
        f.name for f in fields(import_module(f"nnsim.experiments.{chapter}").Config)
    ]
    for chapter in CHAPTERS
}
VALUES = (
    "1", "-1", "0", "4.5", "1e308", "-1e400", "nan", "inf", "-0.0", "true", '""',
    '"a"', "[]", "[1]", '["neuron"]', "[[1, 2], [3]]", "{}", "{ a = 1 }",
    "{ neuron = 5 }", "2021-01-01", "07:32:00", "1979-05-27T07:32:00Z", "9" * 99,
    "9" * 4301, "0x" + "f" * 99, "1" * 19, "[" * 30 + "]" * 30,
    '"' + "x" * 255 + '"', "'" + "x" * 256 + "'", '"' + "y" * 20_000 + '"',
    '"\\u0000"', '"\\u0007"', '"\\u202e"', '"\\ud800"', '"\\uffff"', '"深度学习"',
    '"👩‍🔬"', '"שלום"', '"""\n[neuron]\nseed = 4\n"""', "'''a\n'''", "", '"en-GB"',
    '"zh-Hans-CN"', '"en_GB"', '"x-ours"', '"https://example.org"', "0b1",
    '"https://[::1]:99999"', '["neuron/sample"]', '["neuron/../bird"]', "[1, 'a', {}]",
    "1_000", "[ # ]\n1,\n]", "'''", '"', "[", "{", "=",
)  # fmt: skip
SUBTAGS = (
    "en", "de", "x", "a", "u", "i", "t", "1996", "Hans", "latn", "GB", "419", "oed",
    "klingon", "cmn", "", "1", "abcdefghi", "é", "root", "sgn", "BE", "art", "lojban",
    "co", "001", "ZZ", "XA", "qaa", "zxx", "rozaj", "en_GB",
)  # fmt: skip
KEYS = (
    *Head.model_fields, "", "a", "'a b'", '"a.b"', "a.b", "a . 'b'", "a" * 101,
    '"\\u0007"', '"\\n"', "größe", "0", "a" + ".a" * 30, '"' + "k" * 300 + '"',
    "neuron.seed", "#", "[x", "data", "data.file", "neuron.data.file", "data.x",
)  # fmt: skip
HEADERS = (
    "[neuron]", "[[neuron]]", "[neuron.x]", "[summary.neuron]", "['neuron']",
    "[ neuron ]", "[minutes]", "[a.'b]'.c]", "[[a]]", "[[a.b]]", "[neuron", "[]",
    '["\\u0007"]', "[a]", "[data]", "[neuron.data]", "[[data]]", "[data.data]",
    "[scale.data]", "[features.data]",
)  # fmt: skip


def test_any_settings_file_is_read_or_refused_with_its_line(
    tmp_path: Path,
    rounds: Callable[[int, int], range],
    rng: random.Random,
    tell: Callable[[str], None],
) -> None:
    read()  # what it imports takes longer than reading
    file = tmp_path / "lecture.toml"
    write_beside(tmp_path)
    seen: Counter[str] = Counter()
    slowest, before = 0.0, peak()
    for _ in rounds(200, 10_000):
        written = made(rng)
        file.write_bytes(written)
        begun = time.process_time()
        lecture, refused = outcome(file)
        slowest = max(slowest, time.process_time() - begun)
        if refused is None:
            check_accepted(lecture)
        else:
            check_refused(refused, file, written)
        seen["refused" if refused else "accepted"] += 1
    assert slowest < SLOWEST
    assert peak() - before < 1000
    assert min(seen["accepted"], seen["refused"]) > sum(seen.values()) / 20
    tell(f"{dict(seen)}, slowest {slowest:.2f} s, {peak() - before:.0f} MB more")


def outcome(file: Path) -> tuple[Lecture | None, UsageError | None]:
    """Read a file; return the lecture, or why it is refused."""
    try:
        return read(file), None
    except UsageError as error:
        return None, error


def check_accepted(lecture: Lecture) -> None:
    """See that all is there that later code relies on."""
    for text in (lecture.title, lecture.author):
        assert 0 < len(text.strip()) <= len(text) <= 255
        assert (
            re.search(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]", text) is None
        )
    language = take_apart(lecture.language)
    assert re.fullmatch("[a-z]{2,3}", language.spoken)
    assert re.fullmatch("([A-Z]{2})?", language.region)
    assert re.fullmatch("[a-z]{3}", language.three_letters)
    assert lecture.chapters
    assert set(lecture.chapters) <= set(CHAPTERS)
    assert len(set(lecture.chapters)) == len(lecture.chapters)
    assert set(lecture.chapters) <= set(lecture.settings)
    for chapter, table in lecture.settings.items():
        assert configure(chapter, json.loads(json.dumps(table)))
    assert all(still.partition("/")[0] in lecture.chapters for still in lecture.stills)
    assert re.fullmatch(r"(https?://\w[^\s\"<>\\]*[^/])?", lecture.site)
    minutes = lecture.minutes
    planned = minutes.values() if isinstance(minutes, dict) else [minutes or 1]
    assert all(0 < one <= 1440 for one in planned)


def check_refused(refused: UsageError, file: Path, content: bytes) -> None:
    """See that each line is a sentence that begins with the place."""
    n_lines = len(re.split(rb"\r\n|\r|\n", content))
    assert refused.exit_code == 2
    assert 1 <= len(refused.lines) <= 21
    for line in refused.lines:
        assert line.startswith(f"{file}:"), line
        match = re.fullmatch(r"(?::(\d+))?: \S.*", line.removeprefix(str(file)))
        assert match, line
        assert 1 <= int(match[1] or 1) <= n_lines, line
        assert line.isprintable(), line
        assert len(line) < 1100 + len(str(file)), line


def made(rng: random.Random) -> bytes:
    """Make a file of settings, right or wrong."""
    text = generated(rng).encode() if rng.random() < 0.6 else OURS
    if rng.random() < 0.6:
        text = altered(text.decode(), rng).encode()
    if rng.random() < 0.15:
        text = damaged(text, rng)
    return spelled(text, rng)


def generated(rng: random.Random) -> str:
    """Write settings that may well be right."""
    chosen = rng.sample(CHAPTERS, rng.randint(1, 5))
    head = {
        "title": rng.choice(['"T"', "'Lernen'", '"Глубоко"', '"A \\"b\\" – c"']),
        "author": rng.choice(['"A"', '"王伟"', '"O\'Neill & <b>"']),
        "language": f'"{tag(rng)}"' if rng.random() < 0.5 else '"en"',
        "date": rng.choice(["2026-10-14", '"In autumn"']),
        "chapters": json.dumps(chosen, indent=rng.choice([None, 2])),
        "site": '"https://example.org/a%20b/"',
        "minutes": rng.choice(["45", "0.5", f"{{ {chosen[0]} = 5 }}"]),
    }
    for key in ("site", "minutes", "date"):
        if rng.random() < 0.5:
            del head[key]
    lines = [f"{key} = {value}" for key, value in head.items()]
    rng.shuffle(lines)
    for chapter in rng.sample(CHAPTERS, rng.randint(0, 4)):
        lines.append(rng.choice(["[{}]", "['{}'] # its own", "[ {} ]"]).format(chapter))
        if rng.random() < 0.3:
            lines.append(f"{rng.choice(SETTINGS[chapter])} = {rng.choice(VALUES)}")
    if rng.random() < 0.4:
        lines.append(rng.choice(["[data]", "[neuron.data]", "[overfitting.data]"]))
        lines += said_of_data(rng, VALUES)
    return "\n".join(lines) + "\n"


def tag(rng: random.Random) -> str:
    """Write a tag of a language, or what looks like one."""
    right = ["en", "de-CH-1996", "zh-Hans-CN", "es-419", "x-ours", "i-klingon", "qaa"]
    parts = [rng.choice(SUBTAGS) for _ in range(rng.randint(1, 4))]
    return rng.choice([*right, "-".join(parts)])


def altered(text: str, rng: random.Random) -> str:
    """Put other values, keys and tables into settings, in a few places."""
    lines = text.split("\n")
    for _ in range(rng.randint(1, 3)):
        at = rng.randrange(len(lines) + 1)
        here = lines[at] if at < len(lines) else ""
        setting = rng.choice(SETTINGS[rng.choice(CHAPTERS)])
        key, value = rng.choice([*KEYS, setting]), rng.choice(VALUES)
        new = {
            "another value": [f"{here.partition('=')[0]}= {value}"],
            "another key": [here, f"{key} = {value}"],
            "a table": [here, rng.choice(HEADERS)],
            "twice": [here, here],
            "nothing": [],
            "a comment": [here, "# " + value.replace("\n", " ")],
        }
        lines[at : at + 1] = new[rng.choice([*new])]
    if rng.random() < 0.02:
        many = rng.choice([10, 1000, 100_000])
        lines[at:at] = [f"k{n} = {n}" for n in range(many)]
    return "\n".join(lines)


def test_lines_of_keys_are_those_in_which_they_were_written(
    rounds: Callable[[int, int], range], rng: random.Random, tell: Callable[[str], None]
) -> None:
    n_read = 0
    for _ in rounds(300, 10_000):
        writer = Writer(rng)
        try:
            value = tomllib.loads(writer.text)
        except tomllib.TOMLDecodeError:
            continue  # it names a thing twice
        lines = key_lines(writer.text)
        assert lines == writer.lines, writer.text
        assert set(lines) == set(places(value)), writer.text
        n_read += 1
    assert n_read
    tell(f"{n_read} texts of TOML")


def test_keys_are_those_of_the_standard_parser(
    rounds: Callable[[int, int], range], rng: random.Random, tell: Callable[[str], None]
) -> None:
    n_read = 0
    for _ in rounds(200, 10_000):
        text = made(rng).decode("utf-8", "replace").replace("\r\n", "\n")
        try:
            value = parse(text)
        except TomlError:
            continue
        assert set(places(value)) == set(key_lines(text)), text
        n_read += 1
    assert n_read
    tell(f"{n_read} texts of TOML")
