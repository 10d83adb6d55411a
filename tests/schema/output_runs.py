"""Every verb on every case, example and territory, with the options that change what it prints."""
import os
import re
import shutil
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
RULES = ROOT / "rules/france"
CASES, SITUATIONS, EVENTS = ROOT / "tests/cases", ROOT / "examples/situations", ROOT / "examples/events"
RENNES = ROOT / "examples/territories/rennes"
WOMAN, UNKNOWNS = SITUATIONS / "rennes.yaml", SITUATIONS / "unknowns.yaml"
FIRST, SECOND = EVENTS / "rennes_first_week.yaml", EVENTS / "rennes_second_week.yaml"
# However few cases are taken: a next date to set, needs that nobody can meet, needs that ask for no stop.
MORE = [CASES / "SC09.yaml", RULES / "cases/actors/caf_digital_point_new_job_no_news.yaml",
        RULES / "cases/needs/provisional_number_refused.yaml"]
PLACES = ["ccas", "pimms", "interpreter", "departmental_social_service", "women_rights_centre", "caf", "kiosk", "justice_point"]
FORMATS = ["lamednum", "data-inclusion", "geojson", "csv", "dot", "hsds", "graphml"]
# Stories in the neutral territory that make every part of `followed`, and closings for each kind of reason.
STORIES = {
    "closings": """events:
  - {day: 0, actor: ccas, what: refused, reason: capacity_full, until: 9, needs: [rent_arrears]}
  - {day: 1, actor: france_services, what: closed}
  - {day: 1, actor: social_centre, what: saturated, until: 30}
  - {day: 2, actor: pimms, what: refused, reason: wrong_organism}
  - {day: 2, actor: digital_mediator, what: refused, reason: user_declined}
""",
    "appointment": """events:
  - {day: 0, actor: ccas, what: booked, needs: [rent_arrears], for: 4, at: "14:30", owner: social_centre}
  - {day: 1, actor: ccas, what: cancelled}
  - {day: 1, actor: departmental_social_service, what: booked, needs: [rent_arrears, social_assessment], for: 3}
  - {day: 2, what: renounced, needs: [rights_review], stage: be_received}
  - {day: 6, actor: france_services, what: received}
""",
    "missed": """events:
  - {day: 0, actor: ccas, what: booked, needs: [rent_arrears], for: 2}
  - {day: 2, actor: ccas, what: no_show}
  - {day: 3, actor: pimms, what: reopened}
  - {day: 4, actor: no_such_place, what: received}
""",
}
LAMEDNUM = """id,nom,pivot,source,code_insee,latitude,longitude,typologie,telephone,services,date_maj,couleur
1,Médiathèque de la Gare,,hub,35238,48.1000,-1.6000,BIB,+33299000000,chose inconnue,2022-01-01,rouge
2,MEDIATHEQUE GARE,,dora,35238,48.1003,-1.6000,BIB,+33299111111,b,2024-01-01,
3,CCAS du Lac,11000001500012,hub,35238,,,CCAS,,,2024-01-01,
4,CCAS de Rennes au Lac,11000001500012,dora,35238,,,CCAS,,,2024-01-01,
5,,,hub,35238,48.1,-1.6,BIB,,,2024-01-01,
6,Sans lieu,,hub,,,,BIB,,,2024-01-01,
"""
SSD = ROOT / "examples/scenarios/seine_saint_denis/scenario.yaml"
WRONG = {  # calls that are refused: nothing on stdout, whatever --json says
    "qualify": [(3, ["none.yaml"]), (2, []), (2, [UNKNOWNS, "--why", "no_such_need"]), (3, [FIRST])],
    "route": [(3, ["none.yaml"]), (2, [UNKNOWNS, "--plans", "0"]), (2, [UNKNOWNS, "--why-not", "nobody"]),
              (3, [UNKNOWNS, "--territory", "none"]), (3, [WOMAN, "--after", UNKNOWNS])],
    "ask": [(3, ["none.yaml"]), (2, [UNKNOWNS, "--no-such-option"])],
    "test": [(3, ["none.yaml"]), (2, [CASES, "--coverage", "--mutate"])],
    "check": [(2, ["--on", "yesterday"]), (2, [CASES, "--html", "page.html"])],
    "diff": [(3, [RULES, "none", CASES]), (2, [RULES])],
    "import": [(2, ["no-such-format", "none.csv", "-o", "there"]), (3, ["lamednum", "none.csv", "-o", "there"])],
    "export": [(2, [RENNES, "--format", "paper"]), (3, ["none", "--format", "csv"])],
    "population": [(3, ["none.yaml"]), (2, ["none.yaml", "--draw", "0"]), (3, [CASES / "SC01.yaml"])],
    "simulate": [(3, ["none.yaml"]), (2, ["none.yaml", "--threads", "0"]), (3, [CASES / "SC01.yaml"])],
    "compare": [(3, ["none.yaml", "none.yaml"]), (2, ["none.yaml"]), (2, ["none.yaml", "none.yaml", "--policy-a", "guess"])],
    "site": [(3, ["none.yaml", "--add", "1"]), (2, ["none.yaml"]), (2, [SSD, "--add", "1", "--type", "castle"])],
    "schema": [(2, ["no_such_schema"]), (2, ["need", "state"])],
}


class Runs:
    """The calls of the command line and of the C interface, and what they gave: (schema, call, text)."""

    def __init__(self, engine, answers, work, one_in, check):
        self.engine, self.answers = str(Path(engine).resolve()), answers and str(Path(answers).resolve())
        self.work, self.one_in, self.check, self.calls = work, one_in, check, []
        self.cases = sorted(CASES.glob("*.yaml"))[::one_in]

    def call(self, schema, *arguments, status=(0, 1), typed=""):
        self.calls.append((schema, [str(one) for one in arguments], status, typed))

    def run(self, call):
        schema, arguments, status, typed = call
        done = subprocess.run([self.engine, *arguments, "--json", "--pack", str(RULES)] if arguments[0] != "diff"
                              else [self.engine, *arguments, "--json"],
                              input=typed.encode(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=self.work, check=False)
        what = "aiguillage " + " ".join(arguments).replace(f"{ROOT}/", "") + " --json"
        self.check(done.returncode in status, f"{what}: status {done.returncode}: {done.stderr.decode()[:200]}")
        if schema is None:
            self.check(done.stdout == b"" and done.stderr != b"", f"{what}: refused, and something on stdout, or nothing on stderr")
            return None
        return schema, what, done.stdout.decode()

    def all(self):
        for add in (self.persons, self.whys, self.followed, self.tests, self.checks, self.differences, self.schemas_of_files,
                    self.populations, self.simulations, self.asked, self.refused, self.imports, self.exports):
            add()
        with ThreadPoolExecutor(2) as pool:
            outputs = [one for one in pool.map(self.run, self.calls) if one]
        return outputs + self.after_import() + (self.interface() if self.answers else [])

    def persons(self):
        for number, file in enumerate([*self.cases, *sorted(SITUATIONS.glob("*.yaml")), *MORE]):
            self.call("qualify", "qualify", file, "--lang", "fr")
            if number % 4 == 0:
                self.call("qualify", "qualify", file, "--ways", "--lang", "en")
            there = ["--territory", RENNES] if number % 2 else []
            self.call("route", "route", file, *there, "--lang", "fr", "--date", "2026-11-24")
            self.call("route", "route", file, "--plans", 1 + number % 9, "--why-not", PLACES[number % 8],
                      "--why-not", PLACES[(number + 3) % 8], "--lang", "en")
        for file in sorted(SITUATIONS.glob("*.yaml")):
            self.call("route", "route", file, "--territory", RENNES, "--why-not", "library", "--why-not", "ccas_villejean")

    def whys(self):
        needs = sorted(file.stem for file in (RULES / "needs").glob("*.yaml"))
        for number, need in enumerate(needs[::3 * self.one_in]):
            self.call("why", "qualify", (UNKNOWNS, WOMAN)[number % 2], "--why", need, "--lang", ("fr", "en")[number % 2])
        self.call("why", "qualify", WOMAN, "--why", "first_claim:rsa")

    def followed(self):
        there = ["--territory", RENNES]
        self.call("route", "route", WOMAN, "--after", FIRST, *there)
        self.call("route", "route", WOMAN, "--after", FIRST, "--after", SECOND, *there, "--lang", "en")
        self.call("route", "route", WOMAN, "--after", FIRST, "--date", "2026-12-20", *there, "--why-not", "ccas_villejean")
        for name, story in STORIES.items():
            (self.work / f"{name}.yaml").write_text(story, encoding="utf-8")
            self.call("route", "route", WOMAN, "--after", f"{name}.yaml")
            self.call("route", "route", CASES / "SC02.yaml", "--after", f"{name}.yaml")

    def tests(self):
        self.call("test", "test", *self.cases)
        self.call("test", "test", *self.cases[:2], "--baselines")
        self.call("coverage", "test", *self.cases, "--coverage")
        self.call("mutation", "test", *self.cases[:2], "--mutate", "--every", 60)
        self.call("test", "test", self.mixed_cases())
        (self.work / "empty").mkdir()
        self.call("test", "test", "empty", status=(1,))

    def mixed_cases(self):
        """Each case with the route, needs and urgency that the next one expects: checks that fail."""
        folder = self.work / "mixed"
        folder.mkdir()
        texts = [file.read_text(encoding="utf-8") for file in self.cases]
        expected = [re.search(r"^  needs:\n(?: .*\n)+", text, re.M)[0] for text in texts]
        for file, text, own, other in zip(self.cases, texts, expected, expected[1:] + expected[:1]):
            (folder / file.name).write_text(text.replace(own, other), encoding="utf-8")
        return folder

    def checks(self):
        mapping = ROOT / "examples/imports/exemple.yaml"
        self.call("diagnostics", "check", RULES, RENNES, CASES, SITUATIONS, EVENTS, mapping, ROOT / "examples/scenarios", "--lang", "en")
        self.call("diagnostics", "check", "--on", "2032-01-01")
        self.call("diagnostics", "check", "none.yaml", status=(3,))
        for kind in ("situation", "case", "events", "population", "yaml"):
            self.call("diagnostics", "check", ROOT / "tests/invalid" / kind, status=(3,))

    def differences(self):
        """Against a copy where a rule is missing and figures are others."""
        copy = self.work / "france"
        shutil.copytree(RULES, copy, copy_function=os.symlink)
        next((copy / "routing").glob("a21_*.yaml")).unlink()
        ranking = copy / "ranking.yaml"
        text = ranking.read_text(encoding="utf-8")
        ranking.unlink()
        ranking.write_text(re.sub(r"(?m)^(\s*\w+: )(\d+)$", lambda one: f"{one[1]}{int(one[2]) + 1}", text), encoding="utf-8")
        for packs in ((RULES, copy), (copy, RULES), (RULES, RULES)):
            self.call("diff", "diff", *packs, *self.cases)

    def schemas_of_files(self):
        self.call("schemas", "schema", "--lang", "fr")
        self.call("schema_files", "schema", "need", "state", "--to", "written")

    def populations(self):
        for number, file in enumerate(sorted((ROOT / "examples/scenarios").glob("*/population.yaml"))):
            self.call("population", "population", file, "--lang", ("fr", "en")[number % 2])
            self.call("people", "population", file, "--draw", 30, "--seed", number)

    def simulations(self):
        """The scenarios made short: a week, two replications."""
        for file in sorted((ROOT / "examples/scenarios").glob("*/scenario.yaml")):
            text = file.read_text(encoding="utf-8")
            land = re.search(r"(?m)^territory: (.*)$", text)[1]
            if not (file.parent / land).exists():
                print(f"outputs_test: {file.relative_to(ROOT)} is not run: its territory is made by run.sh, from files that are not here")
                continue
            folder = self.work / "scenarios" / file.parent.name
            folder.mkdir(parents=True)
            for key, value in (("weeks", "1"), ("replications", "2"), ("arrivals", "{a_week: 20, sources: [assumed]}")):
                text = re.sub(rf"(?m)^{key}: .*$", f"{key}: {value}", text)
            for key in ("territory", "population"):
                text = re.sub(rf"(?m)^{key}: (.*)$", lambda one, key=key: f"{key}: {(file.parent / one[1]).resolve()}", text)
            text = re.sub(r"(?m)^packs: \[(.*)\]$", lambda one: f"packs: [{(file.parent / one[1]).resolve()}]", text)
            (folder / "scenario.yaml").write_text(text, encoding="utf-8")
            self.call("simulation", "simulate", folder / "scenario.yaml", "--lang", "en")
            self.call("siting", "site", folder / "scenario.yaml", "--add", 2, "--type", "pimms")
            if "habits:" in text:
                for number, policy in enumerate(("habit", "nearest")):
                    self.call("comparison", "compare", folder / "scenario.yaml", folder / "scenario.yaml",
                              "--policy-a", policy, "--lang", ("fr", "en")[number])
        self.call("simulation", "simulate", self.without_neighbours(folder))

    def without_neighbours(self, folder):
        """The last scenario, the helpline, without the places around it: some needs find nobody."""
        lone = folder / "solidarite_numerique"
        shutil.copytree(ROOT / "examples/territories/solidarite_numerique", lone)
        (lone / "actors/autour.yaml").unlink()
        text = (folder / "scenario.yaml").read_text(encoding="utf-8")
        (folder / "lone.yaml").write_text(re.sub(r"(?m)^territory: .*$", f"territory: {lone.name}", text), encoding="utf-8")
        return folder / "lone.yaml"

    def asked(self):
        self.call("route", "ask", CASES / "SC01.yaml", typed="q\n")
        self.call("route", "ask", UNKNOWNS, "--territory", RENNES, "--lang", "en", typed="1\n?\nq\n")

    def refused(self):
        for verb, calls in WRONG.items():
            for status, arguments in calls:
                self.call(None, verb, *arguments, status=(status,))

    def imports(self):
        (self.work / "places.csv").write_text(LAMEDNUM, encoding="utf-8")
        examples = ROOT / "examples/imports"
        self.call("import", "import", "lamednum", "places.csv", "-o", "places")
        self.call("import", "import", "csv", examples / "exemple.csv", "--mapping", examples / "exemple.yaml", "--vintage",
                  "2026-01-01", "--commune", "22113", "-o", "example", "--lang", "en")

    def after_import(self):
        """What the imports left in their folders."""
        files = [self.work / one / "import.json" for one in ("places", "example")]
        return [("import", f"{file.parent.name}/import.json", file.read_text(encoding="utf-8")) for file in files]

    def exports(self):
        for one in FORMATS:
            self.call("export", "export", RENNES, "--format", one, "-o", f"rennes.{one}")

    def interface(self):
        """The same and more of the C interface: one line a request, VERB FILE OPTIONS."""
        events = re.sub(r"\n *", " ", STORIES["closings"].split("events:")[1].replace("\n  - ", ", ").strip(", \n"))
        asked = []
        for file in [*self.cases, *sorted(SITUATIONS.glob("*.yaml"))]:
            asked += [("route", f"route {file} territory: rennes"), ("ask", f"ask {file} lang: en"),
                      ("diagnostics", f"check {file} ")]
        asked += [("about", "about - lang: en"), ("about", "about - "), ("schemas", "schema - "),
                  ("words", "words - lang: en"), ("words", "words - "), ("places", "places - territory: rennes"), ("places", "places - "),
                  ("grid", "grid - answers: {}"), ("diagnostics", "grid - answers: {no_such_item: 1}"), ("diagnostics", "grid - "),
                  *((verb, f"{verb} {file} ") for file in self.cases for verb in ("test", "read")), ("read", f"read {WOMAN} "), ("diagnostics", f"test {WOMAN} "),
                  ("route", f"route {WOMAN} html: true, dot: true, why_not: [pimms], after: [{events}]"),
                  ("why", f"qualify {UNKNOWNS} why: isolation"), ("qualify", f"qualify {UNKNOWNS} ways: true"),
                  ("ask", f"ask {UNKNOWNS} passed: [request_right, request_organism], territory: rennes"),
                  ("ask", "ask empty.yaml "), ("diagnostics", "ask - "),
                  ("diagnostics", f"check {FIRST} "), ("diagnostics", "no_such_verb - "), ("diagnostics", "route - plans: 0"),
                  ("diagnostics", "route - territory: nowhere"), ("diagnostics", "about - no_such_option: 1"),
                  ("diagnostics", "route none.yaml lang: de"),
                  ("diagnostics", f"check {ROOT / 'tests/invalid/situation/unknown_value.yaml'} "),
                  ("diagnostics", f"route {WOMAN} why_not: [nobody]"), ("diagnostics", f"qualify {WOMAN} why: nothing")]
        (self.work / "empty.yaml").write_text("situation: {}\n", encoding="utf-8")
        done = subprocess.run([self.answers, str(RULES), str(RENNES)], input="".join(line + "\n" for _, line in asked).encode(),
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=self.work, check=False)
        self.check(done.returncode == 0, f"{self.answers}: status {done.returncode}: {done.stderr.decode()[:200]}")
        texts = re.findall(r"^== (\w+ .*)\n((?:(?!== ).*\n)*)== status (\d+)$", done.stdout.decode(), re.M)
        self.check(len(texts) == len(asked), f"{len(texts)} answers to {len(asked)} requests")
        outputs = []
        for (schema, line), (echo, text, status) in zip(asked, texts):
            self.check(echo == line and int(status) <= 3, f"{line}: answered as {echo}, status {status}")
            outputs.append((schema, f"C interface: {line}".replace(f"{ROOT}/", ""), text))
        return outputs
