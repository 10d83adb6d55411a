#!/usr/bin/env bash
# cli_test.sh ENGINE: exit statuses, streams and messages of the command line.
set -uo pipefail
[ $# -eq 1 ] || { echo "usage: tests/cli_test.sh ENGINE" >&2; exit 2; }
engine=$(realpath "$1")
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 2
export LC_ALL=C.UTF-8
unset NO_COLOR
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
checks=0 failed=0

# fault MESSAGE: the last call did not do what it should.
fault() {
  failed=$((failed + 1))
  echo "FAIL: aiguillage $called: $1" >&2
  head -n 5 "$work/out" "$work/err" >&2
}
# call STATUS ARGUMENT...: runs the engine and checks its exit status.
call() {
  local wanted=$1 got=0
  shift
  called=$*
  env LC_ALL="${locale:-C.UTF-8}" "$engine" "$@" >"$work/out" 2>"$work/err" || got=$?
  checks=$((checks + 1))
  [ "$got" -eq "$wanted" ] || fault "status $got instead of $wanted"
}
# says STREAM TEXT: the stream (out or err) of the last call holds the text.
says() {
  checks=$((checks + 1))
  grep -qF -- "$2" "$work/$1" || fault "std$1 does not say: $2"
}
says_not() {
  checks=$((checks + 1))
  ! grep -qF -- "$2" "$work/$1" || fault "std$1 says: $2"
}
silent() {
  checks=$((checks + 1))
  [ ! -s "$work/$1" ] || fault "std$1 is not empty"
}
is_json() {
  checks=$((checks + 1))
  python3 -c 'import json, sys; json.load(open(sys.argv[1]))' "$work/out" 2>/dev/null || fault "stdout is not JSON"
}

rules=(--pack rules/france)
person=examples/situations/rennes.yaml
place=(--territory examples/territories/rennes)

# Help and version
call 0 --version; silent err
version=$(sed -n 's/^project(aiguillage VERSION \([0-9.]*\).*/\1/p' CMakeLists.txt)
says out "aiguillage $version"
call 0 --help --lang fr; says out "Exemple :"; says out "vérifie jeux de règles"; silent err
call 0 --lang en --help; says out "Example:"; says out "checks packs"
for verb in qualify route test check; do
  call 0 "$verb" --help --lang fr; says out "Emploi"; says out "aiguillage $verb "
  call 0 "$verb" --help --lang en; says out "Example:"; says out "aiguillage $verb "
done
locale=en_GB.UTF-8 call 0 route --help; says out "Example:"
locale=fr_FR.UTF-8 call 0 route --help; says out "Exemple :"

# Wrong usage
call 2; silent out; says err "il manque un verbe"
call 2 routr x.yaml; says err "verbe inconnu : routr"; says err "« route »"
call 2 --lang en tset; says err 'Did you mean "test"?'
call 2 route; says err "il manque : SITUATION"; says err "aiguillage route --help"
call 2 route "$person" --jsn; says err "argument inconnu : --jsn"; says err "« --json »"
call 2 route "$person" --plans 0; says err "nombre de 1 à 9"
call 2 route "$person" --date 2026-02-30; says err "AAAA-MM-JJ"
call 2 route "$person" --json --dot; says err "ne va pas avec"
call 2 qualify "${rules[@]}" "$person" --why isolatoin; silent out; says err "besoin inconnu : isolatoin"; says err "« isolation »"
call 2 qualify "${rules[@]}" "$person" --why ""; silent out; says err "il manque le nom du besoin"
call 2 qualify "${rules[@]}" "$person" --why first_claim:rsaa --lang en; silent out; says err 'Did you mean "rsa"?'
call 2 route "$person" --lang de; says err "ni fr ni en"
cp -r rules/france "$work/bare"; rm -rf "$work/bare/cases"
call 2 test --pack "$work/bare"; silent out; says err "dossier de cas"

# Invalid or unreadable input
printf 'situation:\n  agee: 40\n' >"$work/bad.yaml"
for verb in qualify route check; do
  call 3 "$verb" "${rules[@]}" "$work/none.yaml"; says err "$work/none.yaml: erreur: "
  call 3 "$verb" "${rules[@]}" "$work/bad.yaml"; says err "$work/bad.yaml:2:3: erreur: "
done
call 3 qualify "${rules[@]}" "$work/bad.yaml"; silent out; says err "["
call 3 qualify "${rules[@]}" "$work/bad.yaml" --lang en; says err ":2:3: error: "
call 3 test "${rules[@]}" "$work/none"; silent out; says err "$work/none: erreur: "
call 3 route "${rules[@]}" "$person" --territory "$work/none"; silent out
call 3 qualify --pack "$work/none" "$person"; silent out
call 3 check "${rules[@]}" "$work/bad.yaml" --json; is_json; says out '"errors": 1'

# Results
call 0 qualify "${rules[@]}" "$person"; silent err; says out "Ce qui est sûr"
call 0 qualify "${rules[@]}" "$person" --json; silent err; is_json
call 0 qualify "${rules[@]}" "$person" --why isolation; silent err; says out "Ce besoin est possible"
says out "Ce qui rendrait ce besoin sûr"; says out "chaque semaine ? Non"; says out "france/needs/isolation.yaml:"
call 0 qualify "${rules[@]}" "$person" --why first_claim:apl --lang en; says out "first_claim:apl"; says out "That says nothing about"
call 0 qualify "${rules[@]}" "$person" --why isolation --json; silent err; is_json; says out '"standing": "possible"'
call 0 qualify "${rules[@]}" "$person" --json; says_not out '"not_derived"'
call 0 qualify "${rules[@]}" "$person" --json --ways; silent err; is_json; says out '"not_derived"'; says out '"ways"'
call 2 qualify "${rules[@]}" "$person" --ways; silent out; says err "--ways va avec --json"
call 0 route "${rules[@]}" "$person" "${place[@]}"; silent err; says out "NUMÉRIQUE"; says out "Étape par étape"
call 0 route "${rules[@]}" "$person" "${place[@]}" --lang en; says out "DIGITAL"
says out "what sets them apart"; says_not out "days of waiting ("
call 0 route "${rules[@]}" "$person" "${place[@]}" --json; silent err; is_json; says out '"format": 1'
says out '"second"'; says out '"would_win_if"'; says out '"age_days"'; says out '"why_not": []'
call 2 route "${rules[@]}" "$person" "${place[@]}" --why-not women_right_centre; silent out; says err "acteur inconnu ici"; says err "« women_rights_centre »"
call 2 route "${rules[@]}" "$person" --why-not ""; silent out; says err "il manque le nom du lieu"
call 0 route "${rules[@]}" "$person" "${place[@]}" --lang en --why-not ccas --why-not women_rights_centre; silent err
says out "what sets them apart"; says out "days of waiting ("
says out "The proposed path goes there already."; says out "if the answer is:"; says out "(sensitive)"; says out "This is no advice"
call 0 route "${rules[@]}" "$person" "${place[@]}" --lang en --why-not adil_35; says out "The best path that goes there"
call 0 route "${rules[@]}" "$person" "${place[@]}" --lang en --why-not legal_guardian; says out "it is a matter of the territory"
call 0 route "${rules[@]}" "$person" "${place[@]}" --json --why-not msa --why-not adil_35; is_json; says out '"regime"'; says out '"detour"'
call 0 route "${rules[@]}" "$person" "${place[@]}" --dot; says out "digraph aiguillage {"
call 0 route "${rules[@]}" "$person" --json; says out '"id": "neutral"'
call 0 route "${rules[@]}" "$person" --json --date 2026-12-01; says out '"date": "2026-12-01"'
call 0 check "${rules[@]}" rules/france examples; says out "erreur, 0 avertissement"

# What is wrong in a territory
mkdir -p "$work/village/actors"
cat >"$work/village/territory.yaml" <<'YAML'
territory: village
title: {fr: "Un village", en: "A village"}
sites:
  - {id: here, name: "Mairie", commune: "35238", point: {latitude: 48.11, longitude: -1.68}}
YAML
echo 'actors: [{id: desk, type: town_hall, name: "Mairie", site: here, hours: "Mo 14:00-10:15", producer: "x", vintage: 2026-01-01}]' \
  >"$work/village/actors/all.yaml"
call 0 check "${rules[@]}" examples/territories/rennes; says err "[single-point]"; says err "rennes/actors/social.yaml:85: note:"
call 1 check "${rules[@]}" "$work/village"; says err "village/actors/all.yaml:1: attention: "; says err "[reversed-hours]"
says err "[right-without-operator]"
call 1 check "${rules[@]}" "$work/village" --json --lang en; is_json; silent err; says out '"code": "reversed-hours"'
call 1 check "${rules[@]}" "$work/village" --on 2030-01-01 --lang en; says err "old record"

# The page to print
page="$work/plan.html"
is_xml() {
  checks=$((checks + 1))
  python3 -c 'import sys, xml.dom.minidom as m; m.parse(sys.argv[1])' "$page" 2>"$work/err" || fault "the page is not well-formed"
}
call 0 route "${rules[@]}" "$person" "${place[@]}" --html "$page"; silent out; says err "page écrite : $page"; is_xml
cp "$page" "$work/out"; says out '<html lang="fr">'; says out "De la part de :"; says out "À apporter"
call 0 route "${rules[@]}" "$person" "${place[@]}" --html "$page" --lang en --json; is_json; is_xml
cp "$page" "$work/out"; says out '<html lang="en">'; says out "To bring"
cp "$person" "$work/person.yaml"
call 3 route "${rules[@]}" "$work/person.yaml" --html "$work/person.yaml"; silent out; says err "n'est pas une page HTML"
echo "name: keep me" >"$work/kept.yaml"
call 3 route "${rules[@]}" "$person" --html "$work/kept.yaml" --lang en; silent out; says err "is not replaced"
cp "$work/kept.yaml" "$work/out"; says out "keep me"
call 2 route "${rules[@]}" "$person" --html ""; silent out; says err "il manque le nom du fichier"
cmp -s "$person" "$work/person.yaml" || fault "the situation was written over"
call 3 route "${rules[@]}" "$person" --html "$work/none/plan.html"; silent out; says err "n'a pas pu être écrite"

call 0 check "${rules[@]}" examples/territories/rennes --html "$page"; says err "page écrite : $page"; is_xml
cp "$page" "$work/out"; says out '<html lang="fr">'; says out "Annuaire des partenaires"; says out "<svg role"
call 1 check "${rules[@]}" "$work/village" --html "$page" --lang en; is_xml; cp "$page" "$work/out"; says out "Directory of partners"
call 2 check "${rules[@]}" examples/territories/rennes "$work/village" --html "$page"; silent out; says err "un territoire, et un seul"
call 2 check "${rules[@]}" rules/france --html "$page"; silent out; says err "un territoire, et un seul"
call 3 check "${rules[@]}" "$work/village" --html "$work/kept.yaml" --lang en; silent out; says err "is not replaced"
call 3 check "${rules[@]}" "$work/village" --html "$work/none/page.html"; silent out; says err "n'a pas pu être écrite"

whole() { # FILE: as the last page, for its owner only, and nothing is left beside it
  checks=$((checks + 1))
  cmp -s "$page" "$1" && [ "$(stat -c %a "$1")" = 600 ] && [ "$(find "$work" -name "$(basename "$1").*" | wc -l)" = 0 ] ||
    fault "$1 is not the page, whole and for its owner"
}
call 0 route "${rules[@]}" "$person" "${place[@]}" --html "$page"; whole "$page"
echo '<!DOCTYPE html>' >"$work/old.html"; chmod 644 "$work/old.html"; ln -s old.html "$work/link.html"
call 0 route "${rules[@]}" "$person" "${place[@]}" --html "$work/link.html"; whole "$work/old.html"
[ -L "$work/link.html" ] || fault "the link was replaced"
mkfifo "$work/pipe"; timeout 60 cat "$work/pipe" >"$work/piped" &
call 0 route "${rules[@]}" "$person" "${place[@]}" --html "$work/pipe"; wait $!
cmp -s "$page" "$work/piped" || fault "the page did not go through the pipe"

# A need that nobody can meet is a finding, and is never said as a refusal.
sed -e 's/^case: .*/case: nobody/' -e '/^before:/,/^expect:/{/^expect:/!d}' tests/cases/SC01.yaml |
  sed -e '/^expect:/,/^why:/{/^why:/!d}' -e 's/^why:/territory:\n  only: []\nexpect: {}\nwhy:/' >"$work/nobody.yaml"
call 1 route "${rules[@]}" "$work/nobody.yaml"; says out "Personne ici ne peut"
call 1 route "${rules[@]}" "$work/nobody.yaml" "${place[@]}" --json; is_json; says out '"plans": []'
checks=$((checks + 1))
! grep -qiE "éligible|eligible" "$work/out" || fault "says eligible"

# What happened on the way
first=examples/events/rennes_first_week.yaml second=examples/events/rennes_second_week.yaml
call 0 route "${rules[@]}" "$person" "${place[@]}" --after "$first"; silent err; says out "Ce qui s'est passé"; says out "14 h 30"
says out "Ce qui change au parcours"; cp "$work/out" "$work/first"
call 0 route "${rules[@]}" "$person" "${place[@]}" --after "$first" --html "$page" --lang en; is_xml
cp "$page" "$work/out"; says out "What happened"
call 1 route "${rules[@]}" "$person" "${place[@]}" --after "$first" --after "$second" --lang en; says err "deadline has passed"
says out "The person gave up"; says out "stage: keep the right"
{ cat "$first"; grep -v '^events:\|^#' "$second"; } >"$work/both.yaml"
call 1 route "${rules[@]}" "$person" "${place[@]}" --after "$first" --after "$second" --json; is_json; says out '"followed": {'
cp "$work/out" "$work/cut"
call 1 route "${rules[@]}" "$person" "${place[@]}" --after "$work/both.yaml" --json
cmp -s "$work/out" "$work/cut" || fault "two files do not give the same bytes as one"
call 1 route "${rules[@]}" "$person" --after "$first"; says err "n'est pas un acteur de ce territoire [unknown-actor]"
call 3 route "${rules[@]}" "$person" --after "$work/none.yaml"; silent out; says err "$work/none.yaml: erreur: "
call 3 route "${rules[@]}" "$person" --after "$person"; silent out; says err "events"
printf 'events:\n  - {day: 0, what: done, reason: other}\n' >"$work/events.yaml"
call 3 check "${rules[@]}" "$work/events.yaml"; says err ":2:34: erreur: "

# Cases
mkdir "$work/empty"
call 1 test "${rules[@]}" "$work/empty"; says err "aucun cas"; says out "0 passed, 0 failed"
cp tests/cases/SC19.yaml "$work/SC19.yaml"
sed -i 's/^  urgency: .*/  urgency: minute/' "$work/SC19.yaml"
call 1 test "${rules[@]}" "$work/SC19.yaml"; says out "FAIL SC19"; says out "attendu : minute"; says out "0 passed, 1 failed"
call 1 test "${rules[@]}" "$work/SC19.yaml" --json; is_json; says out '"failed": 1'

# How well cases try the rules
call 1 test "${rules[@]}" "$work/SC19.yaml" --coverage; says out "règle jamais appliquée : "; says out "jamais vraie: "
call 0 test "${rules[@]}" tests/cases --coverage --fired-at-least 1 --seen-at-least 1 --json; is_json; says out '"never_fired"'
call 1 test "${rules[@]}" tests/cases --mutate --every 40; says out "aucun cas n'échoue sans cette règle : "
call 0 test "${rules[@]}" tests/cases --mutate --every 40 --killed-at-least 0 --json; is_json; says out '"killed_by"'
call 1 test "${rules[@]}" "$work/empty" --mutate; says err "aucun cas"
call 2 test "${rules[@]}" tests/cases --mutate --coverage; says err "ne va pas avec"
call 2 test "${rules[@]}" tests/cases --every 2; silent out

call 0 test "${rules[@]}" tests/cases/SC08.yaml --sheet; silent err; says out "Votre avis"; says out "Ce que le cas attend"
call 0 test "${rules[@]}" tests/cases/SC08.yaml --sheet --lang en; says out "Your opinion"
call 2 test "${rules[@]}" tests/cases --sheet --json; says err "ne va pas avec"

# Two packs side by side
mkdir -p "$work/local/needs" "$work/local/sources"
cat >"$work/local/pack.yaml" <<'END'
id: local
version: "0.1.0"
reference_date: 2026-11-01
title: {fr: "Essai", en: "Trial"}
extends: [france]
END
cat >"$work/local/needs/isolation.yaml" <<'END'
need: isolation
rules:
  - id: isolation_everyone
    title: {fr: "Tous", en: "All"}
    text: {fr: "Essai.", en: "Trial."}
    strength: hard
    evidence: assumed
    sources: [assumed]
    when: {asked_at: pmi}
END
call 0 diff rules/france rules/france tests/cases; says out "réponse change : 0/20"
call 1 diff rules/france "rules/france+$work/local" tests/cases; says out "isolation_everyone (ajoutée, local/needs/isolation.yaml:3)"
says out "SC08"; says out "besoin en plus : isolation"; says out "à cause de : isolation_everyone"; says out "change : 1/20"
call 1 diff "rules/france+$work/local" rules/france tests/cases --json; is_json; says out '"change": "removed"'
call 3 diff rules/france "$work/none" tests/cases; silent out
call 2 diff rules/france; says err "il manque"

# Territories of open data.
offices="$work/liste-fs-20240801.csv"
cat >"$offices" <<'END'
id_fs,lib_fs,adresse,insee_com,latitude,longitude,h_lundi,format_fs
1,Espace du Lac,1 rue du Lac,35238,"48,11",-1.68,09:00 - 12:00,Fixe
2,,,35238,48.1,-1.68,,Fixe
3,Espace du Port,,22278,48.5,-2.7,00:00 - 00:00 / 9h-12h,Bus
END
call 0 import "${rules[@]}" france-services "$offices" -o "$work/offices"
says out "3 lus = 2 gardés + 0 fusionnés + 0 joints + 1 refusés"; says err ":3: attention: "; says err "[odd-hours]"
says_not err "/100"
# How far it is, on a terminal only: stderr is one here.
called="import, on a terminal" checks=$((checks + 1))
python3 -c '
import os, pty, subprocess, sys
ours, theirs = pty.openpty()
running = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=theirs)
os.close(theirs)
told = b""
try:
    while piece := os.read(ours, 4096):
        told += piece
except OSError:  # the other end is closed
    pass
sys.exit(running.wait() != 0 or b"fait : 100/100" not in told)' \
  "$engine" import "${rules[@]}" france-services "$offices" -o "$work/offices" || fault "no progress on a terminal"
for file in territory.yaml actors/35.yaml actors/22.yaml merges.csv import.json; do
  [ -s "$work/offices/$file" ] || fault "no $file"
done
call 1 route "${rules[@]}" "$person" --territory "$work/offices" --plans 1; says out "Espace du Lac"; silent err
call 0 import "${rules[@]}" france-services "$offices" --department 22 -o "$work/offices/" --json --lang en; is_json
says out '"elsewhere": 1'; [ ! -e "$work/offices/actors/35.yaml" ] || fault "the file of a department that is gone is left"
echo "# corrigé" >>"$work/offices/actors/22.yaml"
call 2 import "${rules[@]}" france-services "$offices" -o "$work/offices"; says err "a été corrigé depuis son import"
grep -q corrigé "$work/offices/actors/22.yaml" || fault "a correction is lost"
call 2 import "${rules[@]}" france-services "$offices" -o "$work/Mon Territoire"; says err "lettres minuscules"
call 2 import "${rules[@]}" france-services "$offices" -o "$work/y" --department ille; says err "n'est pas un code de département"
mkdir "$work/mine"; echo kept >"$work/mine/notes.txt"
call 2 import "${rules[@]}" france-services "$offices" -o "$work/mine"; says err "choisissez un autre dossier"
call 2 import "${rules[@]}" france-service "$offices" -o "$work/x"; says err "vouliez-vous écrire « france-services »"
call 2 import "${rules[@]}" csv "$offices" -o "$work/x"; says err "--mapping"
call 2 import "${rules[@]}" france-services -o "$work/x"; says err "il manque les fichiers"
call 3 import "${rules[@]}" lamednum "$offices" -o "$work/x" --lang en; says err "is missing"; [ ! -e "$work/x" ] || fault "a folder is made"
call 3 import "${rules[@]}" france-services "$work/none.csv" -o "$work/x"; silent out
mapped=(csv examples/imports/exemple.csv --mapping examples/imports/exemple.yaml)
call 3 import "${rules[@]}" "${mapped[@]}" -o "$work/x"; says err "--vintage AAAA-MM-JJ"
call 0 import "${rules[@]}" "${mapped[@]}" --vintage 2026-01-01 -o "$work/x"; says out "x : 2 acteurs, 2 lieux"
call 0 import "${rules[@]}" hsds examples/imports/hsds -o "$work/hsds" --lang en; says out "hsds: 2 actors, 2 sites"; silent err
call 0 import --help; says out "hsds"
call 3 import "${rules[@]}" hsds examples/imports/hsds/services.csv -o "$work/none" --lang en; says err "given: service; give the folder"
call 0 check "${rules[@]}" rules/imports examples/imports
# The snapshot opens in place of the files, as long as they are what it was made of.
call 1 route "${rules[@]}" "$person" --territory "$work/x" --plans 1 --json; is_json; cp "$work/out" "$work/with"
mv "$work/x/territory.snapshot" "$work/kept.snapshot"
call 1 route "${rules[@]}" "$person" --territory "$work/x" --plans 1 --json; silent err
cmp -s "$work/out" "$work/with" || fault "the snapshot does not answer as the files do"
mv "$work/kept.snapshot" "$work/x/territory.snapshot"; echo >>"$work/x/territory.yaml"
call 1 route "${rules[@]}" "$person" --territory "$work/x" --plans 1; says err "les fichiers du territoire ont changé"

# Export
land=examples/territories/rennes
call 0 export "$land" "${rules[@]}" --format geojson --lang en; is_json; says err " kept + "; says err "link = escort"
call 0 export "$land" "${rules[@]}" --format csv --losses "$work/losses.csv"; silent err
says out "id,name,actor_type,siret"
checks=$((checks + 1)); grep -q "^lost,link,escort," "$work/losses.csv" || fault "the losses are not told"
call 0 export "$land" "${rules[@]}" --format lamednum -o "$work/places.csv" --json; is_json; silent err
call 0 import lamednum "$work/places.csv" "${rules[@]}" --no-merge -o "$work/again" --lang en; says out "95 kept"
call 0 export "$land" "${rules[@]}" --format hsds -o "$work/services.json" --json; is_json; silent err
call 0 import hsds "$work/services.json" "${rules[@]}" --no-merge -o "$work/again_hsds" --lang en; says out "95 kept"
call 2 export "$land" "${rules[@]}" --format geojsn --lang en; says err 'did you mean "geojson"'; silent out
call 3 export "$land" "${rules[@]}" --format csv --mapping rules/imports/france-services.yaml --lang en
says err "'writes'"; silent out
call 3 export "$work" "${rules[@]}" --format csv; silent out

echo "cli_test: $checks checks, $failed failed"
[ "$failed" -eq 0 ]
