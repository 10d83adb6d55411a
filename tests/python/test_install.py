"""`pip install` fetches nothing, and what it installs needs nothing of the repository. Builds the library."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
from pathlib import Path

from conftest import RENNES, ROOT

PACKAGE = ROOT / "src/python"
PERSON = ROOT / "examples/situations/rennes.yaml"
LOOK = """
import importlib.metadata, base64, hashlib
import aiguillage, aiguillage._library
print(aiguillage.rules_dir(), aiguillage._library.library_path(), importlib.metadata.version("aiguillage"), sep="\\n")
for file in importlib.metadata.files("aiguillage"):
    if file.hash:
        digest = base64.urlsafe_b64encode(hashlib.sha256(file.read_binary()).digest()).rstrip(b"=").decode()
        assert digest == file.hash.value, file
"""


def environment() -> dict[str, str]:
    """Nothing of the build tree, and no way out."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("AIGUILLAGE_", "PYTHON", "PIP_"))}
    nowhere = {key: "http://127.0.0.1:9" for key in ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY")}
    # The flags are those of the preset that this runs after, so that the compiler cache has the objects already.
    built = {"CXX": os.environ["AIGUILLAGE_CXX"], "CMAKE_ARGS": "-DAIGUILLAGE_WERROR=ON"}
    return {**kept, **nowhere, **built, "PIP_DISABLE_PIP_VERSION_CHECK": "1"}


def run(*words: object, cwd: Path) -> str:
    done = subprocess.run(
        list(map(str, words)), cwd=cwd, env=environment(), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-4000:]
    return done.stdout


def test_pip_install(tmp_path: Path) -> None:
    venv = tmp_path / "venv"
    run(sys.executable, "-m", "venv", venv, cwd=tmp_path)
    setting = f"build-dir={tmp_path / 'build'}"
    run(venv / "bin/pip", "install", "--no-index", "--config-settings", setting, ".", cwd=PACKAGE)
    rules, library, version = run(venv / "bin/python", "-c", LOOK, cwd=tmp_path).splitlines()
    assert Path(rules).is_relative_to(venv) and Path(library).is_relative_to(venv)
    assert f"VERSION {version} " in (ROOT / "CMakeLists.txt").read_text(encoding="utf-8")
    said = run(venv / "bin/python", ROOT / "examples/hello.py", PERSON, RENNES, cwd=tmp_path)
    built = subprocess.run(
        [sys.executable, "-B", ROOT / "examples/hello.py", PERSON, RENNES], capture_output=True, text=True, check=True
    )
    assert said.startswith("day ") and said == built.stdout
    run(venv / "bin/pip", "uninstall", "--yes", "aiguillage", cwd=tmp_path)
    assert not list(venv.rglob("aiguillage*"))


def test_sdist_holds_all_sources(tmp_path: Path) -> None:
    make = f"import backend; print(backend.build_sdist({str(tmp_path)!r}))"
    name = run(sys.executable, "-B", "-c", make, cwd=PACKAGE).strip()
    with tarfile.open(tmp_path / name) as archive:
        archive.extractall(tmp_path)
    unpacked = tmp_path / name.removesuffix(".tar.gz")
    options = ["-DAIGUILLAGE_CLI=OFF", "-DAIGUILLAGE_TESTS=OFF", "-DAIGUILLAGE_BENCH=OFF"]
    run("cmake", "-S", unpacked / "native", "-B", tmp_path / "sources", "-G", "Ninja", *options, cwd=tmp_path)
    for folder, pattern in (("src", "*.cc"), ("src", "*.h"), ("include", "*.h"), ("rules", "*.yaml")):
        kept = {path.relative_to(unpacked / "native") for path in (unpacked / "native" / folder).rglob(pattern)}
        assert kept and kept == {path.relative_to(ROOT) for path in (ROOT / folder).rglob(pattern)}
    again = f"import backend; print(backend._root(), backend.build_sdist({str(tmp_path)!r}))"
    assert run(sys.executable, "-B", "-c", again, cwd=unpacked).split() == [str(unpacked / "native"), name]
