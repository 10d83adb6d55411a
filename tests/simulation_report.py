#!/usr/bin/env python3
"""The files that `simulate` writes, of a short run of Seine-Saint-Denis: the page is well formed, stands alone, in both languages; each
picture is named and has a table with the same figures; no count under 11 is published, in any file; two runs, on one thread and
on two, give the same bytes; the manifest names no folder.

Usage: tests/simulation_report.py ENGINE
"""
import csv
import io
import json
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

import yaml

root = Path(__file__).resolve().parent.parent
engine = sys.argv[1]
failed = 0
WEEKS = 2
SQUARE = [[2.3, 48.9], [2.4, 48.9], [2.4, 49.0], [2.3, 49.0], [2.3, 48.9]]


def check(holds, message):
    global failed
    if not holds:
        failed += 1
        print(f"FAILED {message}")


def run(*arguments):
    return subprocess.run([engine, *map(str, arguments)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, check=False)


def short_scenario(folder):
    told = yaml.safe_load((root / "examples/scenarios/seine_saint_denis/scenario.yaml").read_text(encoding="utf-8"))
    source = root / "examples/scenarios/seine_saint_denis"
    for key in ("territory", "population"):
        told[key] = str((source / told[key]).resolve())
    told["packs"] = [str((source / pack).resolve()) for pack in told.get("packs", [])]
    told["arrivals"]["a_week"] = 90
    told["weeks"] = told["replications"] = WEEKS
    file = folder / "short.yaml"
    file.write_text(yaml.safe_dump(told, allow_unicode=True), encoding="utf-8")
    return file


def borders(folder):
    """One square that is an area, one that is none, one that is no ring."""
    def feature(properties, ring):
        return {"type": "Feature", "properties": properties, "geometry": {"type": "Polygon", "coordinates": [ring]}}
    file = folder / "borders.geojson"
    file.write_text(json.dumps({"type": "FeatureCollection", "features": [
        feature({"area": "T6"}, SQUARE), feature({"code": "none"}, SQUARE), feature({"area": "T7"}, [[1, 2]])]}))
    return file


def words(element):
    return " ".join("".join(element.itertext()).split())


def check_page(text, language):
    for never in ("<script", "http://", "https://", "src=", "@import", str(root)):
        check(never not in text, f"{language}: the page holds {never}")
    check("url(" not in re.sub(r"url\(#hatch\d\)", "", text), f"{language}: the page fetches something")
    page = ET.fromstring(text.split("\n", 1)[1])
    check(page.get("lang") == language, f"{language}: the page says lang {page.get('lang')}")
    ids = [one.get("id") for one in page.iter() if one.get("id")]
    check(len(ids) == len(set(ids)), f"{language}: an id stands twice")
    pictures = 0
    for section in page.iter("section"):
        drawn = [one for one in section.iter("svg") if one.get("role") == "img"]
        tables = list(section.iter("table"))
        check(not drawn or tables, f"{language}: {section.get('id')}: a picture without a table")
        cells = {words(cell) for table in tables for cell in table.iter("td")}
        for table in tables:
            check(table.find("caption") is not None, f"{language}: {section.get('id')}: a table without caption")
        for svg in drawn:
            pictures += 1
            named = svg.get("aria-labelledby").split()
            check([svg.find("title").get("id"), svg.find("desc").get("id")] == named, f"{language}: a picture without a name")
            for figure in svg.iter("text"):
                if figure.get("class") == "figure" and words(figure) != "100 %":
                    check(words(figure) in cells, f"{language}: {section.get('id')}: {words(figure)} stands in no table")
    check(pictures >= 6, f"{language}: {pictures} pictures")
    return {words(one) for one in page.iter("td") if re.fullmatch(r"[\d\s.,%±]+", words(one))}


def check_counts(name, text):
    """Counts are empty, 0 or at least 11; so is what a row tells by its sum when one cell is hidden."""
    if name in ("access.csv", "path.csv"):  # places and shares of inhabitants (check_access); means over all who have a path
        return
    for line in csv.DictReader(io.StringIO(text)):
        if name == "places.csv":
            check(float(line["visits_a_week"]) * WEEKS >= 11, f"{name}: {line}")
            continue
        counts = [value for key, value in line.items() if key not in ("areas", "public", "reason", "kind", "from_type", "to_type",
                                                                       "dimension", "mode", "stop")]
        check(all(value == "" or float(value) == 0 or float(value) >= 11 for value in counts), f"{name}: {line}")
        if name == "outcomes.csv":
            check(sum(value == "" for value in counts) != 1, f"{name}: the sum tells the cell that is hidden: {line}")


def check_publics(text, everybody):
    """A public is published with what all people leave beside it: neither is small."""
    lines = list(csv.DictReader(io.StringIO(text)))
    check(any(line["people"] and line["reached"] for line in lines), "publics.csv: nothing is published")
    for line in lines:
        check(line["people"] != "" or not any(line[key] for key in line if key != "public"), f"publics.csv: {line}")
        for key in line:
            if key != "public" and line[key]:
                left = int(everybody[key]) - int(line[key])  # empty there: it could not be here
                check(left == 0 or left >= 10, f"publics.csv: {left} are left beside {line}")  # means are rounded


def check_exclusions(folder, scenario):
    """Where only the first places of the territory are left, most people have a need that nobody can meet, for reasons that are told."""
    told = yaml.safe_load(scenario.read_text(encoding="utf-8"))
    few = folder / "few" / Path(told["territory"]).name
    shutil.copytree(told["territory"], few)
    files = sorted((few / "actors").iterdir())
    for file in files:
        kept = yaml.safe_load(file.read_text(encoding="utf-8"))
        kept["actors"] = [one for one in kept["actors"] if one["type"] in ("library", "digital_mediator")]
        file.write_text(yaml.safe_dump(kept, allow_unicode=True), encoding="utf-8") if kept["actors"] else file.unlink()
    told["territory"] = str(few)
    told["capacity"] = [{"actor_type": "library", "minutes_a_day": 600, "sources": ["assumed"]}]
    (folder / "few.yaml").write_text(yaml.safe_dump(told, allow_unicode=True), encoding="utf-8")
    done = run("simulate", folder / "few.yaml", "--lang", "fr", "--csv", folder / "fewcsv", "--html", folder / "few.html", "--json")
    check(done.returncode == 0, f"few places: {done.stderr}")
    result = json.loads(done.stdout)
    all_of = result["exclusions"]["people"]
    reasons = {one["reason"]: one["people"] for one in result["exclusions"]["reasons"]}
    check(all_of is not None and reasons.get("absent") == all_of, f"few places: everybody lacks a type of place: {all_of}, {reasons}")
    check(all(one is None or one >= 11 and (all_of == one or all_of - one >= 10) for one in reasons.values()), f"few places: {reasons}")
    lines = list(csv.DictReader(io.StringIO((folder / "fewcsv/exclusions.csv").read_text(encoding="utf-8"))))
    check({line["reason"]: line["people"] for line in lines} == {key: "" if one is None else str(one) for key, one in
                                                                 {**reasons, "*": all_of}.items()}, "few places: the table")
    check('id="exclusions"' in (folder / "few.html").read_text(encoding="utf-8"), "few places: no chapter")
    check_page((folder / "few.html").read_text(encoding="utf-8"), "fr")


def check_access(text, page):
    """A line for each area and dimension; figures of places near, which the page shows too."""
    lines = list(csv.DictReader(io.StringIO(text)))
    check(len(lines) == 3 * len({line["area"] for line in lines}) and len({line["area"] for line in lines}) == 4, "areas of access.csv")
    shown = {words(cell) for section in ET.fromstring(page.split("\n", 1)[1]).iter("section") if section.get("id") == "access"
             for cell in section.iter("td")}
    for line in lines:
        near = int(line["places"]) + int(line["places_without_time"])
        check((line["white_zone"] == "yes") == (near == 0), f"access.csv: {line}")
        check((line["minutes_by_person"] != "") == (int(line["places"]) > 0), f"access.csv: {line}")
        check(0 <= float(line["people_without_percent"]) <= 100 and (near > 0 or line["nearest_metres"] == ""), f"access.csv: {line}")
        check(line["places"] in shown, f"access.csv: {line['places']} places stand in no table of the page")


def files_of(folder, scenario, language, threads):
    to = folder / f"{language}{threads}"
    to.mkdir()
    done = run("simulate", scenario, "--lang", language, "--threads", threads, "--html", to / "page.html", "--csv", to / "csv",
               "--geojson", to / "map.geojson", "--manifest", to / "manifest.json", "--borders", borders(folder), "--json")
    check(done.returncode == 0, f"{language}: exit status {done.returncode}\n{done.stderr}")
    files = {str(file.relative_to(to)): file.read_text(encoding="utf-8") for file in sorted(to.rglob("*")) if file.is_file()}
    return {**files, "json": done.stdout}


with tempfile.TemporaryDirectory() as made:
    where = Path(made)
    scenario = short_scenario(where)
    french = files_of(where, scenario, "fr", 1)
    english = files_of(where, scenario, "en", 2)
    figures = check_page(french["page.html"], "fr")
    check(len(figures) > 20 and len(figures) == len(check_page(english["page.html"], "en")), "the languages differ in their figures")
    for name, text in french.items():
        if name != "page.html" and name != "json":
            check(text == english[name], f"{name}: one thread and two differ")
        if name.endswith(".csv"):
            check_counts(Path(name).name, text)
    check(sum(name.endswith(".csv") for name in french) == 9, "nine tables")
    check_publics(french["csv/publics.csv"], list(csv.DictReader(io.StringIO(french["csv/outcomes.csv"])))[-1])
    check_access(french["csv/access.csv"], french["page.html"])
    result = json.loads(french["json"])
    for line in csv.DictReader(io.StringIO(french["csv/path.csv"])):
        check(float(line["by_person"]) == result["path"][line["measure"]]["mean"], f"path.csv: {line}")
    check(result["path"]["travel_kilometres"]["mean"] > 0, "nobody goes anywhere")
    manifest = json.loads(french["manifest.json"])
    check({key: manifest[key] for key in manifest if key != "format"} == result["manifest"], "two manifests")
    check(made not in french["manifest.json"] and str(root) not in french["manifest.json"], "the manifest names a folder")
    check(re.fullmatch("[0-9a-f]{16}", manifest["population"]["hash"]), "no hash")
    features = json.loads(french["map.geojson"])["features"]
    areas = [one["properties"] for one in features if one["properties"]["kind"] == "area"]
    check([one["area"] for one in areas] == ["T6"], "the areas with a border")
    check_exclusions(where, scenario)
    scenario.write_text(scenario.read_text(encoding="utf-8").replace("seed: 1", "seed: 2"), encoding="utf-8")
    run("simulate", scenario, "--manifest", where / "other.json", "--csv", where / "other")
    same = {name: (where / "other" / f"{name}.csv").read_text(encoding="utf-8") == french[f"csv/{name}.csv"]
            for name in ("outcomes", "access")}
    check(same == {"outcomes": False, "access": True}, "help nearby tells of the people who were drawn")
    other = json.loads((where / "other.json").read_text(encoding="utf-8"))
    check(other["scenario"]["hash"] != manifest["scenario"]["hash"], "another scenario, the same hash")
    check(other["population"] == manifest["population"], "the same population, another hash")
    (where / "wrong.geojson").write_text("[]")
    check(run("simulate", scenario, "--borders", where / "wrong.geojson").returncode == 3, "borders that are none")

print("simulation_report:", f"{failed} failed" if failed else "ok")
sys.exit(1 if failed else 0)
