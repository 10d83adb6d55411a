"""How a call ended, and what was found on the way."""

from __future__ import annotations

import enum
import json
from typing import TypedDict

from aiguillage._library import encoded, library


class Status(enum.IntEnum):
    """aig_status of abi.h; the first four are the exit statuses of the command line."""

    OK = 0
    FINDINGS = 1  # answered; something is left to look at: a need that nobody can meet, a warning
    WRONG_CALL = 2  # no such verb, option, need or actor
    INVALID_INPUT = 3  # the request or the files cannot be read
    OUT_OF_MEMORY = 4
    INTERNAL = 5
    NULL = 6
    BAD_ENGINE = 7  # closed
    BAD_TEXT = 8
    TOO_LARGE = 9
    NOT_UTF8 = 10

    def words(self, lang: str = "fr") -> str:
        said: bytes = library().aig_status_text(int(self), encoded(lang))
        return said.decode()


class Finding(TypedDict):
    """One diagnostic; `line` and `column` count from 1, 0 when there is no place to show."""

    severity: str
    code: str
    file: str
    line: int
    column: int
    message: str
    hint: str


def findings_in(text: str | None) -> tuple[Finding, ...]:
    """The diagnostics of an answer, or of the making of an engine."""
    found = json.loads(text).get("findings", []) if text else []
    return tuple(found)


class AiguillageError(Exception):
    """A call that gave no answer: its status, and the diagnostics that say why."""

    def __init__(self, status: Status, findings: tuple[Finding, ...] = (), lang: str = "fr") -> None:
        self.status = status
        self.findings = findings
        self.lang = lang
        lines = [
            f"  {one['file']}:{one['line']}:{one['column']}: {one['message']} {one['hint']}".rstrip() + f" [{one['code']}]"
            for one in findings
        ]
        super().__init__("\n".join([status.words(lang), *lines]))

    def __reduce__(self) -> tuple[type[AiguillageError], tuple[Status, tuple[Finding, ...], str]]:
        return type(self), (self.status, self.findings, self.lang)
