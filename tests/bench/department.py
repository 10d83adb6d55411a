#!/usr/bin/env python3
"""Writes a territory folder of all the actors of one department, for benchmarks: department.py 35 SHARED OUT

SHARED is the folder of shared data (see tests/README.md). Every row of the three files of actors becomes an actor with
a site of its own, also where two files name one place; rows of a type that the vocabulary does not have are counted.
"""
import csv
import json
import re
import sys
from collections import Counter
from pathlib import Path

# Type of the file -> type of the vocabulary. Types that are not here have no like there.
TYPES = {
    "mairie": "town_hall", "mediatheque": "library", "mediatheque_mednum": "library", "library": "library",
    "impots": "tax_office", "tresorerie": "tax_office", "sip": "tax_office", "france_services": "france_services",
    "msap": "france_services", "pmi": "pmi", "centre_social": "social_centre", "centre_social_mednum": "social_centre",
    "info_jeunesse": "youth_information", "cij": "youth_information", "caf": "caf", "clic": "autonomy_point",
    "ccas": "ccas", "cpam": "cpam", "france_travail": "france_travail", "pole_emploi": "france_travail",
    "mission_locale": "mission_locale", "pimms": "pimms", "sous_prefecture": "prefecture", "sous_pref": "prefecture",
    "prefecture": "prefecture", "adil": "housing_information_agency", "banque_de_france": "bank_of_france",
    "carsat": "carsat", "conseil_departemental": "departmental_council", "cg": "departmental_council",
    "cidff": "women_rights_centre", "cidf": "women_rights_centre", "mdph": "mdph", "maison_handicapees": "mdph",
    "msa": "msa", "point_justice": "justice_point", "permanence_juridique": "justice_point", "urssaf": "urssaf",
    "mediation_numerique_mission_locale": "mission_locale", "mediation_numerique_poste": "la_poste",
    "mediation_numerique_mairie": "digital_mediator", "mediation_numerique_epci": "digital_mediator",
    "mediation_numerique_association": "digital_mediator", "mediation_numerique_departement": "digital_mediator",
    "mediation_numerique_autre": "public_digital_space", "anah": "france_renov",
}
FILES = [("acteurs_france.csv", "annee"), ("annuaire_acces_droits_2019.csv", "date_maj"), ("bibliotheques_compact.csv", None)]


def rows(shared, department):
    for name, dated in FILES:
        with open(Path(shared) / "data" / "actors" / name, encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                if row["code_insee_2026"].startswith(department) and row["latitude"]:
                    yield name, row, (row.get(dated) or "2019") if dated else "2019"


def day(text):
    return text if re.fullmatch(r"\d{4}-\d\d-\d\d", text) else f"{text[:4]}-01-01" if text[:4].isdigit() else "2019-01-01"


def write(department, shared, out):
    sites, actors, left = [], [], Counter()
    for name, row, year in rows(shared, department):
        kind = TYPES.get(row.get("type", "library"))
        if kind is None:
            left[row["type"]] += 1
            continue
        number = len(actors) + 1
        point = f"{{latitude: {float(row['latitude']):.7f}, longitude: {float(row['longitude']):.7f}}}"
        title = json.dumps(row["nom"] or kind, ensure_ascii=False)
        sites.append(f'  - {{id: s{number}, name: {title}, commune: "{row["code_insee_2026"]}", point: {point}}}')
        hours = row.get("horaires_osm") or ""
        hours = f", hours: {json.dumps(hours, ensure_ascii=False)}" if hours else ""
        actors.append(f"  - {{id: a{number}, type: {kind}, name: {title}, site: s{number}{hours}, "
                      f"producer: {json.dumps(row.get('source') or name, ensure_ascii=False)}, vintage: {day(year)}}}")
    (out / "actors").mkdir(parents=True, exist_ok=True)
    head = f"territory: {out.name}\ntitle: {{fr: \"{out.name}\", en: \"{out.name}\"}}\nsites:\n"
    (out / "territory.yaml").write_text(head + "\n".join(sites) + "\n", encoding="utf-8")
    (out / "actors" / "all.yaml").write_text("actors:\n" + "\n".join(actors) + "\n", encoding="utf-8")
    print(f"{out}: {len(actors)} actors; without a type of the vocabulary: {sum(left.values())} "
          + ", ".join(f"{kind} {count}" for kind, count in sorted(left.items())), file=sys.stderr)


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    write(sys.argv[1], sys.argv[2], Path(sys.argv[3]))
