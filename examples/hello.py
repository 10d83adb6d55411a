"""Who to see, and for what: hello.py SITUATION [TERRITORY]; without a territory, a neutral one."""

import sys
from pathlib import Path

import aiguillage

if len(sys.argv) < 2:
    sys.exit(2)
folders = [aiguillage.rules_dir() / "france", *map(Path, sys.argv[2:3])]
try:
    with aiguillage.Engine.from_folders(folders, lang="en") as engine:
        territory = folders[1].resolve().name if len(folders) > 1 else None
        answer = engine.route(Path(sys.argv[1]).read_text(encoding="utf-8"), territory=territory, plans=1)
except (aiguillage.AiguillageError, OSError) as error:
    print(error, file=sys.stderr)
    sys.exit(3)

for plan in answer.data["plans"]:
    for stop in plan["stops"]:
        print(f"day {stop['day']}, {stop['name']}{' (decides)' if stop['decides'] else ''}")
        for served in stop["serves"]:
            print(f"  {served['id']}: {served['help']}")
sys.exit(answer.status)
