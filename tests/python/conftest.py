"""What the tests of the Python package share. Run by ctest, which names the library, the command line and the programs."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import aiguillage

ROOT = Path(__file__).resolve().parents[2]
RENNES = ROOT / "examples/territories/rennes"
FOLDERS = [ROOT / "rules/france", RENNES]
Printed = Callable[..., tuple[int, bytes]]


def program(variable: str) -> Path:
    if not os.environ.get(variable):
        pytest.skip(f"{variable} names no program / ne nomme aucun programme")
    return Path(os.environ[variable])


@pytest.fixture(scope="session")
def engine() -> Iterator[aiguillage.Engine]:
    with aiguillage.Engine.from_folders(FOLDERS, lang="en") as made:
        assert not made.findings
        yield made


@pytest.fixture(scope="session")
def printed() -> Printed:
    """The command line: its exit status and what it prints."""
    command = program("AIGUILLAGE_CLI")

    def run(*arguments: object) -> tuple[int, bytes]:
        words = [command, *map(str, arguments), "--json", "--pack", FOLDERS[0]]
        done = subprocess.run(words, capture_output=True, check=False)
        assert done.returncode <= 1, done.stderr.decode()
        return done.returncode, done.stdout

    return run
