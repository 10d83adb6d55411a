"""Routes a table of people over a territory, and shows how many of them each actor receives.

load.py TABLE TERRITORY [--plot FILE]. The table is CSV with one person a row: id, date, latitude, longitude and facts of the
vocabulary; an empty cell is unknown, `|` separates the values of a list. The plot needs python3-matplotlib. The people of
situations/week.csv are imagined; they live at public places.
"""

import argparse
import csv
import os
import sys
from collections import Counter
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import aiguillage

URGENCIES = {"vital": "#67001f", "critical": "#b2182b", "deadline": "#ef8a62", "minute": "#d1e5f0", "normal": "#4393c3"}
Load = dict[str, Counter[str]]  # name of an actor → urgency → people


def fact(cell: str, schema: dict[str, Any]) -> Any:
    """A cell as its fact wants it; what it cannot be stays a text, and the engine says so."""
    if schema.get("type") == "array":
        return cell.split("|")
    if cell in ("true", "false"):
        return cell == "true"
    if schema.get("type") in ("integer", "number") and cell.isdecimal():
        return int(cell)
    return cell


def people_of(table: Path, engine: aiguillage.Engine) -> dict[str, dict[str, Any]]:
    """Situations, by id."""
    kinds = engine.schema("situation")["definitions"]["known_facts"]["properties"]
    people: dict[str, dict[str, Any]] = {}
    with table.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            known = {name: cell for name, cell in row.items() if cell}
            name = known.pop("id", str(len(people) + 1))
            home = {key: float(known.pop(key)) for key in ("latitude", "longitude") if key in known}
            person: dict[str, Any] = {"home": home} if home else {}
            if "date" in known:
                person["date"] = known.pop("date")
            people[name] = {**person, "situation": {key: fact(cell, kinds.get(key, {})) for key, cell in known.items()}}
    return people


def route_all(engine: aiguillage.Engine, people: dict[str, dict[str, Any]], territory: str) -> list[dict[str, Any]]:
    """What is said of each, in order; the threads share the engine."""

    def routed(name: str) -> dict[str, Any]:
        try:
            return engine.route(people[name], territory=territory, plans=1).data
        except aiguillage.AiguillageError as error:
            raise ValueError(f"{name} : {error}") from error

    with ThreadPoolExecutor(os.cpu_count()) as threads:
        return list(threads.map(routed, people))


def load_of(answers: Iterable[dict[str, Any]]) -> Load:
    """Who receives how many people, the most first; a person counts once for each actor of the first plan."""
    load: Load = {}
    for answer in answers:
        for name in {stop["name"] for plan in answer["plans"][:1] for stop in plan["stops"]}:
            load.setdefault(name, Counter())[answer["qualification"]["urgency"]] += 1
    return dict(sorted(load.items(), key=lambda one: (-one[1].total(), one[0])))


def plot(load: Load, to: Path) -> None:
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot

    figure, axes = pyplot.subplots(figsize=(9, 1.2 + 0.3 * len(load)), layout="constrained")
    names, left = list(load), [0] * len(load)
    for urgency, colour in URGENCIES.items():
        widths = [load[name][urgency] for name in names]
        axes.barh(names, widths, left=left, color=colour, label=urgency)
        left = [before + width for before, width in zip(left, widths)]
    axes.invert_yaxis()
    axes.xaxis.get_major_locator().set_params(integer=True)
    axes.set_xlabel("personnes reçues / people received")
    axes.legend(title="urgence / urgency")
    figure.savefig(to)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("table", type=Path)
    parser.add_argument("territory", type=Path)
    parser.add_argument("--plot", type=Path, help="a picture: .png, .svg, .pdf")
    asked = parser.parse_args()
    with aiguillage.Engine.from_folders([aiguillage.rules_dir() / "france", asked.territory]) as engine:
        answers = route_all(engine, people_of(asked.table, engine), asked.territory.resolve().name)
    load = load_of(answers)
    for name, people in load.items():
        print(f"{people.total():4}  {name}")
    unmet = sum(bool(answer["unmet"]) for answer in answers)
    print(f"{len(answers)} personnes, dont {unmet} avec un besoin sans réponse / people, {unmet} of them with a need unmet")
    if asked.plot:
        plot(load, asked.plot)
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (aiguillage.AiguillageError, OSError, ValueError) as error:
        sys.exit(f"load.py : {error}")
    except ModuleNotFoundError as error:
        sys.exit(f"load.py : apt-get install python3-{error.name} ({error})")
