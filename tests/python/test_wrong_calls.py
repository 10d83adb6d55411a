"""A wrong call raises an error that says what is wrong; it never ends the process."""

from __future__ import annotations

import copy
import gc
import os
import pickle
import re
import subprocess
import sys
import threading
import weakref
from pathlib import Path

import pytest
from conftest import FOLDERS, ROOT

from aiguillage import AiguillageError, Engine, Status, _library

PERSON = {"situation": {"age": 46}}


def test_statuses_are_those_of_the_header() -> None:
    header = (ROOT / "include/aiguillage/abi.h").read_text(encoding="utf-8")
    declared = re.search(r"enum aig_status \{(.*?)\} aig_status;", header, re.DOTALL)
    assert declared
    values = re.findall(r"AIG_(\w+)\s*=\s*(\d+)", declared[1])
    assert values == [(status.name, str(int(status))) for status in Status]
    for status in Status:
        assert status.words("fr") and status.words("en") and status.words("fr") != status.words("en")


def refused(status: Status, engine: Engine, *arguments: object, **options: object) -> AiguillageError:
    with pytest.raises(AiguillageError) as caught:
        engine.route(*arguments, **options)  # type: ignore[arg-type]
    assert caught.value.status == status
    return caught.value


def test_verbs_options_and_facts(engine: Engine) -> None:
    answer = engine.answer("nope")
    assert answer.status == Status.WRONG_CALL and answer.data["findings"][0]["code"] == "unknown-verb"
    refused(Status.WRONG_CALL, engine, PERSON, territory="atlantis")
    refused(Status.WRONG_CALL, engine, PERSON, why_not=["nobody"])
    for plans in (0, -1, 10, "three"):
        with pytest.raises(AiguillageError, match="plans"):
            engine.route(PERSON, plans=plans)  # type: ignore[arg-type]
    error = refused(Status.INVALID_INPUT, engine, 'situation:\n  bogus: "é"\n')
    assert "request:2:3" in str(error) and error.findings[0]["code"] == "unknown-fact"
    assert "'bogus'" in str(error)
    assert "«" in str(refused(Status.INVALID_INPUT, engine, "situation: {bogus: 1}", lang="fr"))


@pytest.mark.parametrize("text", ["", "{", "}", "{}", "[]", "a", b"\xff\xfe", "\0", "situation: \ud800", {"situation": 3}])
def test_any_request(engine: Engine, text: str | bytes) -> None:
    assert refused(Status.INVALID_INPUT, engine, text).findings


def test_sizes(engine: Engine) -> None:
    refused(Status.TOO_LARGE, engine, " " * (1 << 20))
    with pytest.raises(AiguillageError) as caught:
        engine.answer("x" * 5000)
    assert caught.value.status == Status.TOO_LARGE


def test_names(engine: Engine) -> None:
    with pytest.raises(ValueError, match="zero"):
        engine.answer("route\0", PERSON)
    with pytest.raises(AiguillageError) as caught:
        engine.answer("\ud800")
    assert caught.value.status == Status.NOT_UTF8
    with pytest.raises(AiguillageError) as caught:
        Engine.from_folders([os.fsdecode(b"/\xff")])
    assert caught.value.status == Status.NOT_UTF8


def test_what_is_no_json(engine: Engine) -> None:
    with pytest.raises(TypeError):
        engine.route({"situation": {"age": object()}})
    with pytest.raises(ValueError):
        engine.route({"situation": {"age": float("nan")}})


def test_missing_packs(tmp_path: Path) -> None:
    for folders in ([], [tmp_path], [tmp_path / "nowhere"], [FOLDERS[1]]):
        with pytest.raises(AiguillageError) as caught:
            Engine.from_folders(folders, lang="en")
        assert caught.value.status == Status.INVALID_INPUT and caught.value.findings
    with pytest.raises(AiguillageError):
        Engine.from_files({"france/pack.yaml": "id: ["})


def test_copies(engine: Engine) -> None:
    error = refused(Status.INVALID_INPUT, engine, "situation: {bogus: 1}")
    again = pickle.loads(pickle.dumps(error))
    assert (again.status, again.findings, str(again)) == (error.status, error.findings, str(error))
    for copied in (copy.copy, copy.deepcopy, pickle.dumps):
        with pytest.raises(TypeError, match="copied"):
            copied(engine)


def test_one_folder_is_no_list() -> None:
    with pytest.raises(TypeError, match="list"):
        Engine.from_folders(str(FOLDERS[0]))


def test_closed() -> None:
    engine = Engine.from_folders(FOLDERS[:1], lang="en")
    engine.close()
    engine.close()
    assert refused(Status.BAD_ENGINE, engine, PERSON).args == (Status.BAD_ENGINE.words("en"),)


def test_forgotten() -> None:
    engine = Engine.from_folders(FOLDERS[:1])
    handle, gone = engine._handle, weakref.ref(engine)
    del engine
    gc.collect()
    assert gone() is None
    assert _library.library().aig_engine_free(handle) == Status.BAD_ENGINE


def test_closed_while_it_answers() -> None:
    engine = Engine.from_folders(FOLDERS[:1])
    expected, ends, started = engine.route(PERSON).text, [], threading.Barrier(3)

    def ask() -> None:
        started.wait()
        while True:
            try:
                assert engine.route(PERSON).text == expected
            except AiguillageError as error:
                ends.append(error.status)
                return

    threads = [threading.Thread(target=ask) for _ in range(2)]
    for thread in threads:
        thread.start()
    started.wait()
    engine.close()
    for thread in threads:
        thread.join()
    assert ends == [Status.BAD_ENGINE] * 2


@pytest.mark.parametrize("library", ["/nonexistent/lib.so", "libm.so.6"])
def test_library_that_is_none(library: str) -> None:
    done = subprocess.run(
        [sys.executable, "-B", "-c", "import aiguillage; aiguillage.Engine.from_folders([])"],
        env={**os.environ, "AIGUILLAGE_LIBRARY": library},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1 and b"ImportError" in done.stderr and library.encode() in done.stderr
