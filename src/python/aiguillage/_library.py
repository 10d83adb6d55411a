"""The C library behind the package (aiguillage/abi.h): where it is, and how its functions are called."""

from __future__ import annotations

import ctypes
import functools
import os
from pathlib import Path

VERSION = (0, 1, 0)  # of the interface that is called here
SYSTEM_NAME = f"libaiguillage_abi.so.{VERSION[0]}.{VERSION[1]}"
PACKAGE = Path(__file__).resolve().parent


class File(ctypes.Structure):
    """aig_file"""

    _fields_ = [("name", ctypes.c_char_p), ("bytes", ctypes.c_char_p), ("size", ctypes.c_size_t)]


def rules_dir() -> Path:
    """The folder of the packs: beside this module, in the source tree that it is in, or installed on this system."""
    for folder in (
        PACKAGE / "rules",
        PACKAGE / "../../../rules",
        Path("/usr/local/share/aiguillage/rules"),
        Path("/usr/share/aiguillage/rules"),
    ):
        if (folder / "france" / "pack.yaml").is_file():
            return folder.resolve()
    raise FileNotFoundError("aiguillage : les règles sont introuvables / the packs cannot be found")


def library_path() -> str:
    """The library beside this module; else what AIGUILLAGE_LIBRARY names; else the one of the system."""
    packaged = PACKAGE / "libaiguillage_abi.so"
    return str(packaged) if packaged.is_file() else os.environ.get("AIGUILLAGE_LIBRARY") or SYSTEM_NAME


@functools.cache
def library() -> ctypes.CDLL:
    """The library, loaded once; ctypes lets other threads run while one of its functions does."""
    path = library_path()
    try:
        loaded = ctypes.CDLL(path)
        _declare(loaded)
    except (OSError, AttributeError) as error:
        raise ImportError(
            f"aiguillage : bibliothèque inutilisable ({path}) ; AIGUILLAGE_LIBRARY peut en nommer une autre / "
            f"the library cannot be used; AIGUILLAGE_LIBRARY may name another: {error}"
        ) from error
    found: int = loaded.aig_version()
    if found // 100 != VERSION[0] * 100 + VERSION[1]:
        raise ImportError(f"aiguillage : version {found} de la bibliothèque, {VERSION} attendue / expected ({path})")
    return loaded


def _declare(loaded: ctypes.CDLL) -> None:
    pointer, text, size = ctypes.c_void_p, ctypes.c_char_p, ctypes.c_size_t
    out = ctypes.POINTER(pointer)
    loaded.aig_version.argtypes, loaded.aig_version.restype = [], ctypes.c_uint
    loaded.aig_status_text.argtypes, loaded.aig_status_text.restype = [ctypes.c_int, text], text
    loaded.aig_engine_from_folders.argtypes = [ctypes.POINTER(text), size, text, out, out]
    loaded.aig_engine_from_files.argtypes = [ctypes.POINTER(File), size, text, out, out]
    loaded.aig_engine_free.argtypes = [pointer]
    loaded.aig_answer.argtypes = [pointer, text, text, size, out, ctypes.POINTER(size)]
    loaded.aig_free.argtypes = [pointer]


def encoded(name: str) -> bytes:
    """A name for the library, which refuses what is no UTF-8; it would not see anything after a zero."""
    if "\0" in name:
        raise ValueError("un nom contient un zéro / a name holds a zero")
    return name.encode("utf-8", "surrogatepass")


def taken(text: ctypes.c_void_p, size: int = -1) -> str | None:
    """A text that was given out, which is freed."""
    if not text:
        return None
    try:
        return ctypes.string_at(text, size).decode()
    finally:
        library().aig_free(text)
