"""The answers are those of the command line, byte for byte; whatever way the question is put, it is the same."""

from __future__ import annotations

import datetime
import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import yaml
from conftest import FOLDERS, RENNES, ROOT, Printed

from aiguillage import Answer, Engine

CASES = sorted((ROOT / "tests/cases").glob("*.yaml"))
SITUATIONS = sorted((ROOT / "examples/situations").glob("*.yaml"))
PERSON = (ROOT / "examples/situations/rennes.yaml").read_text(encoding="utf-8")


def same(answer: Answer, printed: tuple[int, bytes]) -> None:
    assert (int(answer.status), answer.text.encode()) == printed


def test_there_are_cases() -> None:
    assert len(CASES) >= 20 and len(SITUATIONS) >= 3


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case(path: Path, engine: Engine, printed: Printed) -> None:
    asked = path.read_bytes()
    same(engine.route(asked, lang="fr"), printed("route", path, "--lang", "fr"))
    same(engine.qualify(asked), printed("qualify", path, "--lang", "en"))


@pytest.mark.parametrize("path", SITUATIONS, ids=lambda path: path.stem)
def test_situation(path: Path, engine: Engine, printed: Printed) -> None:
    asked = path.read_text(encoding="utf-8")
    there = ("--territory", RENNES, "--lang", "en")
    same(engine.route(asked, territory="rennes", plans=1), printed("route", path, *there, "--plans", 1))


def test_options(engine: Engine, printed: Printed) -> None:
    path = ROOT / "examples/situations/rennes.yaml"
    doors = ("pimms", "women_rights_centre")
    why_not = [word for one in doors for word in ("--why-not", one)]
    same(
        engine.route(PERSON, date=datetime.date(2026, 12, 24), why_not=doors, plans=1),
        printed("route", path, "--date", "2026-12-24", *why_not, "--plans", 1, "--lang", "en"),
    )
    unknowns = ROOT / "examples/situations/unknowns.yaml"
    asked = unknowns.read_bytes()
    same(engine.qualify(asked, why="isolation"), printed("qualify", unknowns, "--why", "isolation", "--lang", "en"))
    same(engine.qualify(asked, ways=True), printed("qualify", unknowns, "--ways", "--lang", "en"))


def test_events(engine: Engine, printed: Printed) -> None:
    week = ROOT / "examples/events/rennes_first_week.yaml"
    events = yaml.load(week.read_text(encoding="utf-8"), yaml.BaseLoader)["events"]
    same(
        engine.route(PERSON, territory="rennes", after=events),
        printed("route", ROOT / "examples/situations/rennes.yaml", "--territory", RENNES, "--after", week, "--lang", "en"),
    )


def test_one_question_put_in_many_ways(engine: Engine) -> None:
    facts = {"request": "account_locked", "age": 46, "benefits_received": ["rsa"]}
    asked = {"situation": facts, "date": datetime.date(2026, 11, 24)}
    expected = engine.route(asked, plans=1, lang="fr")
    as_json = json.dumps({**asked, "date": "2026-11-24"})
    as_yaml = yaml.safe_dump({**asked, "date": "2026-11-24"})
    assert expected.data["plans"]
    for way in (as_json, as_json.encode(), json.dumps(json.loads(as_json), indent=2) + "\n", as_yaml, as_yaml.encode()):
        assert engine.route(way, plans=1, lang="fr") == expected
    options = {"plans": 1, "lang": "fr"}
    assert engine.answer("route", {**asked, "options": options}) == expected
    assert engine.route({**asked, "options": {"plans": 1}}, plans=1, lang="fr") == expected
    assert engine.answer("route", f"{as_yaml}\noptions: {json.dumps(options)}\n") == expected


def test_texts_in_memory_are_as_folders(engine: Engine) -> None:
    files = {
        f"{folder.name}/{path.relative_to(folder)}": path.read_bytes()
        for folder in FOLDERS
        for path in folder.rglob("*.yaml")
    }
    with Engine.from_files(dict(sorted(files.items(), reverse=True)), lang="en") as other:
        assert other.route(PERSON, territory="rennes") == engine.route(PERSON, territory="rennes")
        assert other.about() == engine.about()


def test_threads_share_an_engine(engine: Engine) -> None:
    asked = [path.read_bytes() for path in CASES]
    alone = [engine.route(one, territory="rennes", plans=1) for one in asked]
    with ThreadPoolExecutor(4) as threads:
        together = list(threads.map(lambda one: engine.route(one, territory="rennes", plans=1), asked * 3))
    assert together == alone * 3


def test_interview(engine: Engine) -> None:
    first = engine.ask({"situation": {}}, territory="rennes").data
    assert first["question"]
    passed = [fact["id"] if isinstance(fact, dict) else fact for fact in first["question"]["facts"]]
    assert engine.ask({"situation": {}}, territory="rennes", passed=passed).data["question"] != first["question"]


def test_what_is_known(engine: Engine) -> None:
    assert engine.about()["territories"][0]["id"] == "rennes"
    assert engine.about(lang="fr")["pack"]["title"] != engine.about()["pack"]["title"]
    assert engine.schema("situation")["properties"]["situation"]
    assert engine.check(PERSON) == ()
    found = engine.check("situation:\n  bogus: 1\n")
    assert [(one["severity"], one["code"], one["line"], one["column"]) for one in found] == [("error", "unknown-fact", 2, 3)]
