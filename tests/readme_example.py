#!/usr/bin/env python3
"""The local pack shown in rules/README.md is right: it checks clean, its case passes with it and fails without it.
What README.md shows of the engine's answers, line by line but for […], is what the engine prints.

Usage: tests/readme_example.py ENGINE
"""
import re
import subprocess
import sys
import tempfile
from pathlib import Path

root = Path(__file__).resolve().parent.parent
france = str(root / "rules" / "france")
text = (root / "rules" / "README.md").read_text(encoding="utf-8")
shown = re.findall(r"`([\w/]+\.yaml)`(?: :)?\n+```yaml\n(.*?)```", text, re.DOTALL)
failed = 0


def run(wanted, *arguments):
    global failed
    done = subprocess.run([sys.argv[1], *arguments], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    if done.returncode != wanted:
        failed += 1
        print(f"FAILED {' '.join(arguments)}: exit status {done.returncode} instead of {wanted}\n{done.stdout}")


with tempfile.TemporaryDirectory() as scratch:
    pack = Path(scratch) / "mon_departement"
    for name, content in shown:
        (pack / name).parent.mkdir(parents=True, exist_ok=True)
        (pack / name).write_text(content, encoding="utf-8")
    names = {name for name, _ in shown}
    if not {"pack.yaml", "cases/peu_de_cars.yaml"} <= names or len(names) < 5:
        failed += 1
        print(f"FAILED the example was not found whole: {sorted(names)}")
    else:
        run(0, "check", "--pack", france, "--pack", str(pack))
        run(0, "test", "--pack", france, "--pack", str(pack), str(pack / "cases"))
        run(1, "test", "--pack", france, str(pack / "cases"))
readme = (root / "README.md").read_text(encoding="utf-8")
answers = re.findall(r"```\n\$ build/release/aiguillage (.*?)\n(.*?)```", readme, re.DOTALL)
for command, answer in answers:
    printed = subprocess.run([sys.argv[1], *command.split(), "--pack", france], cwd=root, stdout=subprocess.PIPE, text=True,
                             check=False).stdout
    for part in answer.split("[…]\n"):
        if part not in printed:
            failed += 1
            print(f"FAILED README.md: `aiguillage {command}` does not print:\n{part}")
if not answers:
    failed += 1
    print("FAILED README.md shows no answer of the engine")
print(f"readme_example: {len(answers)} answers, {len(shown)} files, {failed} failed")
sys.exit(1 if failed else 0)
