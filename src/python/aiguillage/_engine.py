"""An engine, and the verbs of the command line."""

from __future__ import annotations

import ctypes
import dataclasses
import datetime
import functools
import json
import os
import weakref
from collections.abc import Iterable, Mapping
from types import TracebackType
from typing import Any, Literal, NoReturn, Union

from aiguillage._errors import AiguillageError, Finding, Status, findings_in
from aiguillage._library import File, encoded, library, taken

Language = Literal["fr", "en"]
# A situation or a case: YAML or JSON as text, or what JSON would hold. Dates may be datetime.date.
Request = Union[str, bytes, Mapping[str, Any]]


@dataclasses.dataclass(frozen=True)
class Answer:
    """What a request got: `text` is JSON, byte for byte what the command line prints with --json."""

    status: Status
    text: str

    @functools.cached_property
    def data(self) -> dict[str, Any]:
        """The text as objects; made anew for each answer, so it may be changed."""
        read: dict[str, Any] = json.loads(self.text)
        return read


class Engine:
    """Rules and territories, read once. It never changes: any number of threads may ask it at once.

    Make one by `from_folders` or `from_files`; free it by `close()`, by `with`, or by forgetting it.
    """

    findings: tuple[Finding, ...]  # warnings about the files
    lang: Language  # of answers and errors, where a call says nothing else

    def __init__(self, status: int, handle: ctypes.c_void_p, findings: ctypes.c_void_p, lang: Language) -> None:
        """For `from_folders` and `from_files`."""
        if handle:
            self._close = weakref.finalize(self, library().aig_engine_free, handle.value)
        self._handle = handle.value
        self.findings = findings_in(taken(findings))
        self.lang = lang
        if not handle:
            raise AiguillageError(Status(status), self.findings, lang)

    @classmethod
    def from_folders(cls, folders: Iterable[str | os.PathLike[str]], *, lang: Language = "fr") -> Engine:
        """Of folders: those with pack.yaml are packs, the first one that the others extend; those with territory.yaml
        or territory.snapshot are territories, called by their id."""
        if isinstance(folders, str):
            raise TypeError("une liste de dossiers est attendue / a list of folders is expected")
        names = [encoded(os.fspath(folder)) for folder in folders]
        handle, found = ctypes.c_void_p(), ctypes.c_void_p()
        status = library().aig_engine_from_folders(
            (ctypes.c_char_p * len(names))(*names), len(names), encoded(lang), ctypes.byref(handle), ctypes.byref(found)
        )
        return cls(status, handle, found, lang)

    @classmethod
    def from_files(cls, files: Mapping[str, str | bytes], *, lang: Language = "fr") -> Engine:
        """The same of files in memory, by name: folder and path inside it, "france/needs/rent_arrears.yaml"."""
        contents = [(encoded(name), _bytes(content)) for name, content in files.items()]
        given = (File * len(contents))(*(File(name, content, len(content)) for name, content in contents))
        handle, found = ctypes.c_void_p(), ctypes.c_void_p()
        status = library().aig_engine_from_files(
            given, len(contents), encoded(lang), ctypes.byref(handle), ctypes.byref(found)
        )
        return cls(status, handle, found, lang)

    def close(self) -> None:
        """Frees the engine; what is being answered meanwhile ends well. Again: nothing."""
        self._close()

    def __reduce__(self) -> NoReturn:
        raise TypeError("un moteur ne se copie pas / an engine cannot be copied")

    def __enter__(self) -> Engine:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def answer(self, verb: str, request: Request = "") -> Answer:
        """Any verb, as engine.h describes it, with its options in the request. With the statuses WRONG_CALL and
        INVALID_INPUT, the text is diagnostics; a status that comes without a text is raised."""
        sent = _with_options(request, {})
        text, size = ctypes.c_void_p(), ctypes.c_size_t()
        status = Status(
            library().aig_answer(
                self._handle, encoded(verb), sent, len(sent), ctypes.byref(text), ctypes.byref(size)
            )
        )
        got = taken(text, size.value)
        if got is None:
            raise AiguillageError(status, lang=self.lang)
        return Answer(status, got)

    def route(
        self,
        situation: Request,
        *,
        territory: str | None = None,
        plans: int = 3,
        date: str | datetime.date | None = None,
        why_not: Iterable[str] = (),
        after: Iterable[Mapping[str, Any]] = (),
        html: bool = False,
        dot: bool = False,
        lang: Language | None = None,
    ) -> Answer:
        """Plans over a territory of the engine, by its id; without one, over a neutral territory."""
        return self._asked(
            "route",
            situation,
            lang,
            territory=territory,
            plans=plans,
            date=date,
            why_not=list(why_not),
            after=list(after),
            html=html,
            dot=dot,
        )

    def qualify(
        self,
        situation: Request,
        *,
        date: str | datetime.date | None = None,
        why: str | None = None,
        ways: bool = False,
        lang: Language | None = None,
    ) -> Answer:
        """Needs, urgency and open questions; with `why`, how one need stands."""
        return self._asked("qualify", situation, lang, date=date, why=why, ways=ways)

    def ask(
        self,
        situation: Request,
        *,
        territory: str | None = None,
        date: str | datetime.date | None = None,
        passed: Iterable[str] = (),
        lang: Language | None = None,
    ) -> Answer:
        """The next question, or null; asked again with the answer among the facts, or with the fact in `passed`."""
        return self._asked("ask", situation, lang, territory=territory, date=date, passed=list(passed))

    def check(self, request: Request, *, lang: Language | None = None) -> tuple[Finding, ...]:
        """The faults of a situation, a case or `events: […]`; none: it is right."""
        return findings_in(self.answer("check", _with_options(request, {"lang": lang or self.lang})).text)

    def schema(self, name: str | None = None) -> dict[str, Any]:
        """The JSON Schema of this name; without one, the list of them."""
        return self._asked("schema", "", None, name=name).data

    def about(self, *, lang: Language | None = None) -> dict[str, Any]:
        """Version, pack, territories and verbs."""
        return self._asked("about", "", lang).data

    def words(self, *, lang: Language | None = None) -> dict[str, Any]:
        """The words of every id of the rules."""
        return self._asked("words", "", lang).data

    def places(self, territory: str | None = None, *, lang: Language | None = None) -> dict[str, Any]:
        """The actors of a territory; without one, of the neutral territory."""
        return self._asked("places", "", lang, territory=territory).data

    def grid(self, answers: Mapping[str, int]) -> str | None:
        """The value of the fact that the evaluation grid settles, or None."""
        value: str | None = self._asked("grid", "", None, answers=dict(answers)).data["value"]
        return value

    def read(self, request: Request, *, date: str | datetime.date | None = None) -> dict[str, Any]:
        """What a situation or a case says, as data."""
        return self._asked("read", request, None, date=date).data

    def test(self, case: Request, *, lang: Language | None = None) -> Answer:
        """A case in its neutral territory, against what it expects."""
        return self._asked("test", case, lang)

    def _asked(self, verb: str, request: Request, lang: Language | None, **options: Any) -> Answer:
        used = {key: value for key, value in options.items() if value is not None and value is not False and value != []}
        language = lang or self.lang
        got = self.answer(verb, _with_options(request, {"lang": language, **used}))
        if got.status > Status.FINDINGS:
            raise AiguillageError(got.status, findings_in(got.text), language)
        return got


def _bytes(text: str | bytes) -> bytes:
    return text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")


def _json(value: Mapping[str, Any]) -> bytes:
    return _bytes(json.dumps(value, default=_plain, allow_nan=False, ensure_ascii=False))


def _plain(value: object) -> object:
    if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
        return value.isoformat()
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"{type(value).__name__}: JSON ?")


def _with_options(request: Request, options: Mapping[str, Any]) -> bytes:
    """The request with these options; a text keeps its lines, so that diagnostics show the right ones."""
    if isinstance(request, Mapping):
        merged = {**(request.get("options") or {}), **options}
        return _json({**request, "options": merged} if merged else request)
    text = _bytes(request).removeprefix(b"\xef\xbb\xbf")
    if not options:
        return text
    added, body = _json(options), text.strip()
    if not (body.startswith(b"{") and body.endswith(b"}")):
        return text + b"\noptions: " + added + b"\n"
    comma = b", " if body[1:-1].strip() else b""
    return text.rstrip()[:-1] + comma + b'"options": ' + added + b"}"
