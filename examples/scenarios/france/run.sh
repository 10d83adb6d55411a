#!/usr/bin/env bash
# Une semaine dans toute la France : fait le territoire à partir de données ouvertes, puis lance la simulation.
# One week in all of France: makes the territory of open data, then runs the simulation.
# Usage : run.sh DATA_FOLDER [WORK_FOLDER] [-- OPTIONS OF simulate]
#   WORK_FOLDER: where the territory goes (default: a temporary folder, named at the end); made once, used again.
#   ENGINE=build/release/aiguillage is the program; PEOPLE=1000 takes so many persons only, for a trial.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../../.." && pwd)
engine=${ENGINE:-$root/build/release/aiguillage}

say() { printf '%s\n' "$1" "$2" >&2; }
[ $# -ge 1 ] || { say "usage : $0 DOSSIER_DES_DONNÉES [DOSSIER_DE_TRAVAIL] [-- options]" \
  "usage: $0 DATA_FOLDER [WORK_FOLDER] [-- options]"; exit 2; }
[ -x "$engine" ] || { say "$engine n'existe pas : construisez-le, ou donnez ENGINE=…" \
  "$engine does not exist: build it, or give ENGINE=…"; exit 2; }
data=$1
shift
work=
if [ $# -ge 1 ] && [ "$1" != -- ]; then work=$1; shift; fi
if [ $# -ge 1 ] && [ "$1" = -- ]; then shift; fi

offices=$data/france_services/liste-fs-20240801.csv
actors=$data/actors/acteurs_france.csv
communes=$data/communes/communes_2026.csv
former=$data/communes/passage_anciens_codes.csv
demand=$data/demand/demande_communes_2026.csv
missing=0
need() { # need FILE FRENCH ENGLISH
  [ -f "$1" ] && return
  missing=1
  say "absent : $1 — $2" "missing: $1 — $3"
}
need "$offices" "liste des France services (ANCT), sur data.gouv.fr : « Liste des structures France services »" \
  "list of France Services (ANCT), on data.gouv.fr: 'Liste des structures France services'"
need "$actors" "un fichier national d'acteurs, aux colonnes de examples/imports/acteurs-france.yaml : annuaire de l'administration (DILA), bibliothèques, médiation numérique, réunis" \
  "a national file of actors with the columns of examples/imports/acteurs-france.yaml: State directory (DILA), libraries, digital mediation, put together"
need "$communes" "les communes et leur mairie : code officiel géographique (Insee), sur insee.fr" \
  "communes and their town halls: code officiel géographique (INSEE), on insee.fr"
need "$former" "ce que sont devenus les anciens codes de commune : Insee, même page" \
  "what former commune codes have become: INSEE, same page"
need "$demand" "habitants, âges, diplômes et pauvreté par commune, aux colonnes de population.yaml : Insee, recensement et Filosofi" \
  "people, ages, diplomas and poverty by commune, with the columns of population.yaml: INSEE, census and Filosofi"
if [ $missing = 1 ]; then
  say "Ce dépôt ne contient aucune de ces données. Rangez-les sous $data, puis relancez." \
    "None of these data are in this repository. Put them under $data, then run again."
  exit 3
fi

work=${work:-$(mktemp -d)}
mkdir -p "$work"
if [ ! -f "$work/territory/territory.snapshot" ]; then
  "$engine" import france-services "$offices" csv "$actors" --mapping "$root/examples/imports/acteurs-france.yaml" \
    aiguillage "$here/everywhere.csv" --communes "$communes" --old-codes "$former" -o "$work/territory" >"$work/import.log" 2>&1 ||
    { tail -n 20 "$work/import.log" >&2; exit 3; }
fi
cp -f "$here/scenario.yaml" "$here/population.yaml" "$work/"
cp -f "$demand" "$work/communes.csv"
[ -z "${PEOPLE:-}" ] || sed -i "s/a_week: [0-9]*/a_week: $PEOPLE/" "$work/scenario.yaml"
say "territoire et population : $work ; constats : import.log, simulate.log" \
  "territory and population: $work; findings: import.log, simulate.log"
"$engine" simulate "$work/scenario.yaml" "$@" 2>"$work/simulate.log" || { status=$?; tail -n 20 "$work/simulate.log" >&2; exit $status; }
