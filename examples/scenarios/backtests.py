#!/usr/bin/env python3
"""What the published figures of the sources say, beside what the engine and its scenarios give: target, figure, verdict.

backtests.py [ENGINE]   BT01 to BT20. Targets: tables of the five source documents, named by each line; tolerances: assumed.
A line is `holds`, `does not hold`, `set`: the figure is what the scenario was made from, so that it proves nothing, or `not tested`,
with the reason. The sources measure no loss, no wait and no success: nothing here validates those. Exit status 1: one does not hold.
"""
import csv
import io
import json
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
ENGINE = str(Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "build/release/aiguillage").resolve())
DRAWN = 20000
WALKED = 150  # persons who are qualified and routed one by one


def run(*arguments):
    done = subprocess.run([ENGINE, *map(str, arguments)], capture_output=True, text=True, check=False, cwd=ROOT)
    if done.returncode not in (0, 1):
        sys.exit(f"backtests: {' '.join(map(str, arguments))}: {done.stderr}")
    return done.stdout


def drawn(scenario, count):
    return list(csv.DictReader(io.StringIO(run("population", HERE / scenario / "population.yaml", "--draw", count))))


def share(rows, holds):
    return 100 * sum(1 for one in rows if holds(one)) / len(rows)


def ranks(values):
    """The mean of the ranks of those that are equal."""
    order = sorted(values, reverse=True)
    return [order.index(one) + (order.count(one) + 1) / 2 for one in values]


def spearman(a, b):
    x, y = ranks(a), ranks(b)
    mean_x, mean_y = sum(x) / len(x), sum(y) / len(y)
    above = sum((p - mean_x) * (q - mean_y) for p, q in zip(x, y))
    below = (sum((p - mean_x) ** 2 for p in x) * sum((q - mean_y) ** 2 for q in y)) ** 0.5
    return above / below if below else 0.0


def rho(published, found):
    return spearman(list(published.values()), [found.get(one, 0) for one in published])


RENNES = drawn("rennes", DRAWN)
BRETAGNE = json.loads(run("simulate", HERE / "bretagne/scenario.yaml", "--json"))


def facts_of(file, count):
    """Persons as situations, from one call."""
    return json.loads(run("population", HERE / file / "population.yaml", "--draw", count, "--json"))["people"]


def ask(verb, person, *options):
    with tempfile.NamedTemporaryFile("w", suffix=".yaml", encoding="utf-8") as file:
        json.dump({"situation": person["situation"]}, file)
        file.flush()
        return json.loads(run(verb, file.name, "--json", *options))


def visits():
    by_type = Counter()
    for place in BRETAGNE["places"]:
        by_type[place["type"]] += place["visits_a_week"]["mean"]
    return by_type


def destinations():
    seen = visits()
    operators = ("caf", "cpam", "msa", "carsat", "france_travail", "tax_office", "urssaf", "secure_titles_agency", "prefecture",
                 "departmental_council", "energy_voucher_service", "la_poste", "education_service", "mdph", "municipal_services")
    return {"france_services": seen["france_services"], "operator": sum(seen[one] for one in operators), "ccas": seen["ccas"],
            "town_hall": seen["town_hall"], "pimms": seen["pimms"], "association": seen["rights_association"],
            "public_writer": seen["public_writer"], "rights_defender": seen["rights_defender_delegate"]}


def bt01():
    published = {"france_services": 101, "operator": 92, "ccas": 56, "town_hall": 39, "pimms": 30, "association": 29,
                 "public_writer": 7, "rights_defender": 7}
    found = rho(published, destinations())
    return "ρ ≥ 0.85", f"ρ {found:.2f} (visits under the engine, Bretagne)", found >= 0.85


def bt03():
    outcomes = [one["outcomes"] for one in BRETAGNE["areas"] if one["areas"] == ["without_office"]]
    if not outcomes:
        return "≥ 99 %", None, "the area without an office is not published by itself: some of its cells are under 11 persons"
    whole = outcomes[0]
    left = [whole["no_path"], whole["partly"]]
    if None in left:
        return "≥ 99 %", None, "cells under 11 persons"
    found = 100 - 100 * sum(left) / sum(one or 0 for one in whole.values())
    return "≥ 99 %", f"{found:.1f} %", found >= 99


def bt04():
    by_place = {one["actor"]: one["visits_a_week"]["mean"] for one in BRETAGNE["places"]}
    offices = by_place.get("france_services_avec", 0) / 27
    others = sum(count for actor, count in by_place.items() if actor.startswith("mediateurs_")) / 128
    found = offices / others if others else 0
    return "2.37 ± 15 %", f"{found:.2f} ({offices:.1f} and {others:.1f} a week)", abs(found / (19.04 / 8.05) - 1) <= 0.15


def bt06():
    published = {"interior": 6.17, "health_insurance": 5.60, "family_fund": 4.85, "taxes": 4.81, "energy_voucher": 4.75, "job_centre": 4.24,
                 "pension_fund": 4.08, "training_account": 3.57, "post": 3.10, "farm_fund": 2.92, "commune": 2.65, "urssaf": 2.19,
                 "school": 2.17, "mdph": 1.85, "department": 1.78, "justice": 1.63, "parcoursup": 1.53, "region": 1.28}
    found = rho(published, Counter(one["trait:site"] for one in RENNES))
    return "ρ ≥ 0.9", f"ρ {found:.2f} (drawn, Rennes)", "set" if found >= 0.9 else False


def kiosks(autonomy):
    """Of some people of this autonomy: whose plan has a kiosk."""
    people = [one for one in facts_of("rennes", 4 * WALKED) if one["situation"].get("digital_autonomy") in autonomy][:WALKED]
    sent = sum(any(stop["type"] == "kiosk" for plan in ask("route", one, "--plans", "1")["plans"] for stop in plan["stops"]) for one in people)
    return sent, len(people)


def bt12():
    sent, people = kiosks(("partly_autonomous", "fully_assisted"))
    others, autonomous = kiosks(("autonomous",))
    return ("0 of those who are not autonomous", f"{sent} of {people} (of those who are: {others} of {autonomous})",
            sent == 0 if others else "nobody is sent to one")


def bt13():
    published = {"computer": 31.7, "tablet": 19.5, "printer": 12.2, "scanner": 7.3}
    off = [abs(share(RENNES, lambda one, what=what: what in one["equipment"].split()) - percent) for what, percent in published.items()]
    off.append(abs(share(RENNES, lambda one: "phone" in one["equipment"]) - 97.6))
    off.append(abs(share(RENNES, lambda one: one["internet_home"] not in ("none", "")) - 68.3))
    return "± 3 points", f"{max(off):.1f} points at most (drawn, Rennes)", "set" if max(off) <= 3 else False


def bt14():
    helps = Counter()
    for one in facts_of("rennes", WALKED):
        one["situation"].pop("wants", None)
        for need in ask("qualify", one)["qualification"]["needs"]:
            if need["status"] == "certain" and need["dimension"] != "social":
                helps[need["help"]] += 1
    together, teach, instead = helps["do_with"] + helps["explain"], helps["teach"], helps["do_for_mandated"]
    return "with > teach > instead", f"{together} > {teach} > {instead}?", together > teach > instead


def bt15():
    published = {"interior": 6.23, "taxes": 5.41, "health_insurance": 5.35, "family_fund": 5.33, "job_centre": 5.11,
                 "energy_voucher": 4.92, "school": 3.64}
    by_site = defaultdict(list)
    for one in RENNES:
        by_site[one["trait:site"]].append(one["trait:stuck"] == "yes")
    found = rho(published, {site: sum(all_) / len(all_) for site, all_ in by_site.items()})
    return "ρ ≥ 0.9", f"ρ {found:.2f} (drawn, Rennes)", "set" if found >= 0.9 else False


def bt16():
    published = {"procedure": 6.14, "question": 5.97, "understand": 5.51, "use_equipment": 3.14, "training": 3.14, "own_device": 2.68,
                 "connection": 2.35, "repair": 1.62}
    found = rho(published, Counter(one["trait:reason"] for one in RENNES))
    return "ρ ≥ 0.9", f"ρ {found:.2f} (drawn, Rennes)", "set" if found >= 0.9 else False


def bt17():
    checks = json.loads(run("population", HERE / "seine_saint_denis/population.yaml", "--json"))["checks"]
    held = sum(one["holds"] for one in checks)
    return "± 1 point each", f"{held} of {len(checks)} hold", "set" if held == len(checks) else False


def bt18():
    people = facts_of("seine_saint_denis", WALKED)
    digital = sum(any(need["status"] == "certain" and need["dimension"] == "digital" for need in ask("qualify", one)["qualification"]["needs"])
                  for one in people)
    found = 100 * digital / len(people)
    return "18 ± 2 %", f"{found:.0f} % have a certain digital need (drawn, Seine-Saint-Denis)", abs(found - 18) <= 2


def no(reason):
    return lambda: ("", None, reason)


TESTS = [
    ("BT01", "first exits, by rank (lab2023.referral_destinations)", bt01),
    ("BT02", "2.44 exits by professional (lab2023.referral_destinations)", no("a scenario has places, not single professionals")),
    ("BT03", "a whole path without a France Services (lab2023.fs_on_territory_x_support)", bt03),
    ("BT04", "load of a France Services beside others (lab2023.persons_per_week_by_FS)", bt04),
    ("BT05", "weekly load: 9.97, 5, 14.44 (lab2023.persons_per_week)", no("one place stands for many mediators: no distribution over them")),
    ("BT06", "mix of procedures, by rank (lab2023.sites)", bt06),
    ("BT07", "technical acts > explain > unblock (lab2023.help_types)", no("tasks inside one visit are not simulated")),
    ("BT08", "no direct contact at operators (lab2023.direct_contacts)", no("contacts of single professionals are not in the data")),
    ("BT09", "individual ≫ collective (lab2023.modality)", no("the vocabulary has no collective help")),
    ("BT10", "explain > escort > appointment (esc2021.referral_modes)", no("the habits of a scenario are set from it; the engine's modes are rules")),
    ("BT11", "trained staff escort more (esc2021.referral_modes)", no("training of staff is not in the data")),
    ("BT12", "no kiosk for who is not autonomous (esc2021.qualitative_numbers)", bt12),
    ("BT13", "equipment (esc2021.users_equipment)", bt13),
    ("BT14", "help by default: with, teach, instead (esc2021.users_wishes)", bt14),
    ("BT15", "difficulty by domain, by rank (esc2021.users_difficulty_domain)", bt15),
    ("BT16", "reasons for coming, by rank (esc2021.users_reasons)", bt16),
    ("BT17", "illectronism (ssd2024.illectronism)", bt17),
    ("BT18", "users of social services with a digital difficulty (ssd2024.difficulty_rate)", bt18),
    ("BT19", "individual support for the vulnerable (ssd2024.survey)", no("the source gives an opinion of professionals, no count of cases")),
    ("BT20", "minutes by session (esc2021.qualitative_numbers)", no("the minutes of the pack are set from it")),
]


def main():
    failed = 0
    for name, what, test in TESTS:
        target, figure, verdict = test()
        if figure is None:
            said = f"not tested: {verdict}"
        else:
            said = {True: "holds", False: "does not hold"}.get(verdict, verdict)
            failed += verdict is False
        print(f"{name} {what}: {'target ' + target + ', ' if target else ''}{'figure ' + figure + ', ' if figure else ''}{said}", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
