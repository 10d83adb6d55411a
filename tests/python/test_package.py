"""The package around the engine: versions, types, examples."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import RENNES, ROOT, program

import aiguillage
from aiguillage import _library

PACKAGE = ROOT / "src/python"


def run(*words: object) -> str:
    done = subprocess.run([sys.executable, "-B", *map(str, words)], capture_output=True, text=True, check=False)
    assert done.returncode <= 1, done.stderr
    return done.stdout


def test_versions() -> None:
    cmake = (ROOT / "CMakeLists.txt").read_text(encoding="utf-8")
    major, minor, patch = _library.VERSION
    assert f"VERSION {aiguillage.__version__} " in cmake
    header = (ROOT / "include/aiguillage/abi.h").read_text(encoding="utf-8")
    assert f"#define AIG_VERSION {major * 10000 + minor * 100 + patch}\n" in header
    assert _library.library().aig_version() == major * 10000 + minor * 100 + patch


def test_types(tmp_path: Path) -> None:
    pytest.importorskip("mypy", reason="mypy is not installed / n'est pas installé")
    checked = [PACKAGE / "aiguillage", PACKAGE / "backend.py", ROOT / "examples/load.py", ROOT / "examples/hello.py"]
    config = PACKAGE / "pyproject.toml"
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--config-file", config, "--cache-dir", tmp_path, *checked],
        env={"MYPYPATH": str(PACKAGE)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_hello_says_what_the_others_say() -> None:
    hello = program("AIGUILLAGE_HELLO")
    person = ROOT / "examples/situations/rennes.yaml"
    others = subprocess.run([hello, ROOT / "rules/france", person, RENNES], capture_output=True, text=True, check=True)
    stops = [line for line in others.stdout.splitlines() if line.startswith("day ")]
    said = run(ROOT / "examples/hello.py", person, RENNES).splitlines()
    assert stops and [line for line in said if line.startswith("day ")] == stops
    assert len(said) == len(others.stdout.splitlines())
    assert run(ROOT / "examples/hello.py", person).startswith("day ")


def test_readme(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    blocks = re.findall(r"```python\n(.*?)```", (PACKAGE / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    assert len(blocks) == 1
    monkeypatch.chdir(ROOT)
    exec(blocks[0], {})
    assert re.match(r"\d+ .+ \['.+'\]", capsys.readouterr().out)


def test_load(tmp_path: Path) -> None:
    table = ROOT / "examples/situations/week.csv"
    said = run(ROOT / "examples/load.py", table, RENNES).splitlines()
    assert said[-1].startswith("12 personnes, ")
    counts = [int(line.split()[0]) for line in said[:-1]]
    assert counts == sorted(counts, reverse=True)

    # The same, counted one by one.
    spec = importlib.util.spec_from_file_location("load", ROOT / "examples/load.py")
    assert spec and spec.loader
    load = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(load)
    visits: list[str] = []
    with aiguillage.Engine.from_folders([ROOT / "rules/france", RENNES]) as engine:
        for person in load.people_of(table, engine).values():
            stops = engine.route(person, territory="rennes", plans=1).data["plans"][0]["stops"]
            visits += {stop["name"] for stop in stops}
    assert {line[6:]: int(line[:4]) for line in said[:-1]} == {name: visits.count(name) for name in visits}

    pytest.importorskip("matplotlib", reason="matplotlib is not installed / n'est pas installé")
    run(ROOT / "examples/load.py", table, RENNES, "--plot", tmp_path / "load.svg")
    assert (tmp_path / "load.svg").read_text(encoding="utf-8").lstrip().startswith("<?xml")


def test_load_says_whose_row_is_wrong(tmp_path: Path) -> None:
    table = tmp_path / "table.csv"
    table.write_text("id,age,bogus\nfirst,46,\nsecond,46,1\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-B", ROOT / "examples/load.py", table, RENNES], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1 and "second" in done.stderr and "bogus" in done.stderr and "Traceback" not in done.stderr
