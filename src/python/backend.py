"""Builds the package (PEP 517) with Python and CMake alone: pip has nothing to fetch.

Settings of pip (--config-settings) and variables: build-dir=FOLDER, else build/python of the repository; CMAKE_ARGS, more
arguments of CMake; CXX, the compiler.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import io
import os
import re
import shlex
import shutil
import subprocess
import sysconfig
import tarfile
import tomllib
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

HERE = Path(__file__).resolve().parent
Settings = Mapping[str, str] | None
Contents = dict[str, bytes]  # of an archive, by name
SOURCES = ["CMakeLists.txt", "LICENSE", "include", "src", "rules", "tests/tests.cmake"]
OPTIONS = {
    "CMAKE_BUILD_TYPE": "Release",
    "AIGUILLAGE_CLI": "OFF",
    "AIGUILLAGE_TESTS": "OFF",
    "AIGUILLAGE_BENCH": "OFF",
    "AIGUILLAGE_WERROR": "OFF",
    "BUILD_SHARED_LIBS": "OFF",
}


def _root() -> Path:
    """The sources of the library: in an sdist, a folder of it; in the repository, its root."""
    for folder in (HERE / "native", HERE.parents[1]):
        if (folder / "include/aiguillage/abi.h").is_file():
            return folder
    raise SystemExit("aiguillage : sources introuvables, pip >= 21.3 ? / the sources cannot be found")


def _project() -> dict[str, str]:
    project: dict[str, str] = tomllib.loads((HERE / "pyproject.toml").read_text())["project"]
    version = re.search(r"project\(aiguillage VERSION ([0-9.]+)", (_root() / "CMakeLists.txt").read_text())
    if version is None:
        raise SystemExit("CMakeLists.txt: no version")
    return {**project, "version": version[1]}


def _stem() -> str:
    return f"aiguillage-{_project()['version']}"


def _metadata() -> bytes:
    project = _project()
    lines = [
        "Metadata-Version: 2.1",
        "Name: aiguillage",
        f"Version: {project['version']}",
        f"Summary: {project['description']}",
        "License: MIT",
        *(f"Classifier: {one}" for one in project["classifiers"]),
        f"Requires-Python: {project['requires-python']}",
        "Description-Content-Type: text/markdown",
        "",
        (HERE / project["readme"]).read_text(encoding="utf-8"),
    ]
    return "\n".join(lines).encode()


def _dist_info() -> Contents:
    platform = re.sub(r"[-.]", "_", sysconfig.get_platform())
    tag = f"py3-none-{platform}"
    wheel = f"Wheel-Version: 1.0\nGenerator: aiguillage\nRoot-Is-Purelib: false\nTag: {tag}\n"
    licence = (_root() / "LICENSE").read_bytes()
    return {"METADATA": _metadata(), "WHEEL": wheel.encode(), "LICENSE": licence}


def _files(folder: Path) -> Iterator[Path]:
    kept = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return (path for path in kept if "__pycache__" not in path.parts and not path.name.startswith("."))


def _library(folder: Path) -> Path:
    """The library of the C interface, built."""
    if shutil.which("cmake") is None:
        raise SystemExit("cmake manque : tests/setup.sh python / cmake is missing: tests/setup.sh python")
    arguments = [f"-D{key}={value}" for key, value in OPTIONS.items()] + shlex.split(os.environ.get("CMAKE_ARGS", ""))
    if shutil.which("ninja") and "CMAKE_GENERATOR" not in os.environ and not (folder / "CMakeCache.txt").exists():
        arguments += ["-G", "Ninja"]
    subprocess.run(["cmake", "-S", _root(), "-B", folder, *arguments], check=True)
    jobs = os.environ.get("CMAKE_BUILD_PARALLEL_LEVEL") or str(os.cpu_count() or 1)
    subprocess.run(["cmake", "--build", folder, "--target", "aiguillage_abi", "--parallel", jobs], check=True)
    return folder / "libaiguillage_abi.so"


def build_wheel(wheel_directory: str, config_settings: Settings = None, metadata_directory: str | None = None) -> str:
    library = _library(Path((config_settings or {}).get("build-dir") or _root() / "build/python").resolve())
    contents = {f"aiguillage/{path.name}": path.read_bytes() for path in _files(HERE / "aiguillage")}
    rules = _root() / "rules"
    contents |= {f"aiguillage/rules/{path.relative_to(rules)}": path.read_bytes() for path in _files(rules)}
    contents["aiguillage/libaiguillage_abi.so"] = library.read_bytes()
    info = _dist_info()
    contents |= {f"{_stem()}.dist-info/{name}": content for name, content in info.items()}
    tag = info["WHEEL"].decode().split("Tag: ")[1].strip()
    name = f"{_stem()}-{tag}.whl"
    _write_wheel(Path(wheel_directory) / name, contents)
    return name


def _write_wheel(to: Path, contents: Contents) -> None:
    record = f"{_stem()}.dist-info/RECORD"
    lines = []
    for name, content in contents.items():
        digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
        lines.append(f"{name},sha256={digest},{len(content)}\n")
    lines.append(f"{record},,\n")
    with zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {**contents, record: "".join(lines).encode()}.items():
            entry = zipfile.ZipInfo(name)  # of 1980: the same bytes whenever it is made
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o100644 << 16
            archive.writestr(entry, content)


def prepare_metadata_for_build_wheel(metadata_directory: str, config_settings: Settings = None) -> str:
    folder = Path(metadata_directory) / f"{_stem()}.dist-info"
    folder.mkdir()
    for name, content in _dist_info().items():
        (folder / name).write_bytes(content)
    return folder.name


def build_sdist(sdist_directory: str, config_settings: Settings = None) -> str:
    root = _root()
    given = [root / name for name in SOURCES]
    native = [path for one in given for path in ([one] if one.is_file() else _files(one))]
    native = [path for path in native if root / "src/python" not in path.parents]
    contents = {f"native/{path.relative_to(root)}": path.read_bytes() for path in native}
    own = [HERE / "pyproject.toml", HERE / "backend.py", HERE / "README.md", *_files(HERE / "aiguillage")]
    contents |= {str(path.relative_to(HERE)): path.read_bytes() for path in own}
    contents["PKG-INFO"] = _metadata()
    name = f"{_stem()}.tar.gz"
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as archive:
        for path_in, content in contents.items():
            entry = tarfile.TarInfo(f"{_stem()}/{path_in}")
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))
    (Path(sdist_directory) / name).write_bytes(gzip.compress(packed.getvalue(), mtime=0))
    return name
