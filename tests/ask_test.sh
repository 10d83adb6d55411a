#!/usr/bin/env bash
# ask_test.sh ENGINE: whole interviews typed ahead, one answer per line.
set -uo pipefail
[ $# -eq 1 ] || { echo "usage: tests/ask_test.sh ENGINE" >&2; exit 2; }
engine=$(realpath "$1")
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 2
export LC_ALL=C.UTF-8
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
checks=0 failed=0

fault() {
  failed=$((failed + 1))
  echo "FAIL: aiguillage $called: $1" >&2
  head -n 12 "$work/out" >&2
  head -n 5 "$work/err" >&2
}
# talk STATUS LINES ARGUMENT...: the lines (\n between them) are typed; checks the exit status.
talk() {
  local wanted=$1 lines=$2 got=0
  shift 2
  called="ask $* <<< $(printf '%q' "$lines")"
  printf '%b' "$lines" | "$engine" ask --pack rules/france "$@" >"$work/out" 2>"$work/err" || got=$?
  checks=$((checks + 1))
  [ "$got" -eq "$wanted" ] || fault "status $got instead of $wanted"
}
says() {
  checks=$((checks + 1))
  tr '\n' ' ' <"$work/$1" | tr -s ' ' | grep -qF -- "$2" || fault "std$1 does not say: $2"
}
says_not() {
  checks=$((checks + 1))
  ! tr '\n' ' ' <"$work/$1" | tr -s ' ' | grep -qF -- "$2" || fault "std$1 says: $2"
}
# saved LINE...: the saved file holds each of these lines.
saved() {
  local line
  for line in "$@"; do
    checks=$((checks + 1))
    grep -qxF -- "$line" "$work/saved.yaml" || fault "not saved: $line"
  done
}
not_saved() {
  checks=$((checks + 1))
  ! grep -qF -- "$1" "$work/saved.yaml" || fault "saved: $1"
}
save() { rm -f "$work/saved.yaml"; talk "$@" --save "$work/saved.yaml"; }

printf 'situation:\n  request: use_computer\n  asked_at: library\n' >"$work/start.yaml"

# Stopping: at once, and at the end of the input; the plan is shown all the same; no colours.
talk 0 'q\n'; says out "Qu'est-ce qui vous amène aujourd'hui ?"; says out "Parcours proposé"
talk 0 ''; says out "Parcours proposé"
talk 0 'Q\n' --lang en; says out "What brings you here today?"; says out "Proposed"; says_not out $'\033'
talk 0 'quit\n' --lang en; says out "Certain: nothing yet"
talk 0 '2\nq\n' --lang en; says out "Likely first stop: digital mediator"

# The first answer, by number, by name or in words; what is wrong is asked again.
save 0 'obtain_certificate\nq\n'; saved "  request: obtain_certificate"; says out "Premier arrêt probable"
save 0 'IMPRIMER UN DOCUMENT\nq\n'; saved "  request: print_document"
save 0 '1\nq\n'; saved "  request: print_document"
save 0 'blabla\n1\nq\n'; says out "Je n'ai pas compris : répondez par un seul numéro"; saved "  request: print_document"
save 0 '999\n1\nq\n' --lang en; says out "Not understood: answer with one number"; saved "  request: print_document"

# Nothing said is nothing known, and is not asked again.
save 0 'nsp\nq\n'; saved "situation: {}"
save 0 '\nje ne sais pas\np\npp\nq\n'; saved "situation: {}"
checks=$((checks + 1))
[ "$(grep -cF "Qu'est-ce qui vous amène" "$work/out")" -eq 1 ] || fault "what was passed over is asked again"
save 0 "i don't know\nskip\nq\n" --lang en; saved "situation: {}"

# Going back, and choosing an answer to change.
save 0 'r\n1\nr\n2\nq\n'; says out "C'est la première question."; saved "  request: scan_or_send_documents"
not_saved print_document
save 0 '1\nm\n1\n3\nq\n'; says out "Numéro de la réponse à modifier"; saved "  request: obtain_certificate"
save 0 '1\nm\n1\nnsp\nq\n'; saved "situation: {}"
save 0 'm\n1\nm\n7\nq\n'; says out "Il n'y a pas encore de réponse à modifier."; saved "  request: print_document"
save 0 '1\nm\n' ; saved "  request: print_document"

# Every prompt takes the commands and asks again what it did not understand.
save 0 '1\nm\n?\n1\n3\nq\n'; says out "pp passer toute la question"; saved "  request: obtain_certificate"
save 0 '1\nm\nx\n1\nblabla\n3\nq\n'; says out "Je n'ai pas compris"; saved "  request: obtain_certificate"
save 0 '1\nm\n1\nr\nq\n'; saved "  request: print_document"
save 0 '1\nm\nq\n2\n'; saved "  request: print_document"
talk 0 "$(printf 'pp\\n%.0s' {1..60})?\nblabla\n\n" "$work/start.yaml"

# Help says what the question may change; a sensitive question says why it is asked.
talk 0 '?\nq\n'; says out "Cette question peut changer :"; says out "pp passer toute la question"
talk 0 'help\nq\n' --lang en; says out "This question may change:"
talk 0 "$(printf 'p\\n%.0s' {1..200})" "$work/start.yaml"
says out "Question sensible : la personne peut la passer (p). Elle est posée parce que la réponse peut changer : "
says out "Aucune réponse ne peut plus changer"
talk 0 "$(printf 'pp\\n%.0s' {1..100})" "$work/start.yaml" --lang en
says out "Sensitive question: the person may skip it (p)."; says out "No answer can change the certain needs"

# A question that settles several facts asks them one after the other; none of a set is an answer.
printf 'situation: {request: online_procedure_blocked, request_right: transport_card}\n' >"$work/online.yaml"
# answer_to START QUESTION ANSWER: what to type to reach the question by passing, then the answer, in $typed.
answer_to() {
  local before count
  before=$(printf 'p\n%.0s' {1..200} | "$engine" ask --pack rules/france "$1" | tr '\n' '~' | tr -s ' ~' |
    sed "s/~ *\([^~>]\)/ \1/g; s/$2.*/FOUND/" | tr '~' '\n')
  checks=$((checks + 1))
  called="ask $1"
  [[ $before == *FOUND* ]] || fault "$2 is never asked"
  count=$(grep -o '> p' <<<"$before" | wc -l)
  typed=$3
  [ "$count" -eq 0 ] || typed=$(printf 'p\\n%.0s' $(seq 1 "$count"))$3
}
answer_to "$work/start.yaml" "De combien vivez-vous par mois" '0\nmoins\n2\nq\n'
save 0 "$typed" "$work/start.yaml"; saved "  income_monthly: 0" "  request: use_computer"
says out "Je n'ai pas compris"
answer_to "$work/start.yaml" "Qui avez-vous déjà vu pour cela ?" '0\nq\n'
save 0 "$typed" "$work/start.yaml"; saved "  already_sent_by: []"

# Where only some answers are sensitive, that is said; gone back to, a question keeps the reason that it is asked for.
answer_to "$work/start.yaml" "Quelles aides ou pensions recevez-vous" 'q\n'
talk 0 "$typed" "$work/start.yaml"; says out "Certaines réponses sont sensibles : la personne peut passer (p)."
answer_to "$work/start.yaml" "êtes-vous en sécurité" '1\nr\nq\n'
talk 0 "$typed" "$work/start.yaml"; says out "1 oui, peur de quelqu'un 2 non, en sécurité"
checks=$((checks + 2))
tr '\n' ' ' <"$work/out" | tr -s ' ' | grep -o "peut changer : [^.?]*\. 1 oui, peur" | sort -u >"$work/reasons"
[ "$(wc -l <"$work/reasons")" -eq 1 ] || fault "the reason of a question changes when it is gone back to"
grep -q "violences" "$work/reasons" || fault "the reason of the question is not its own"

# The common grid: five items; one not answered leaves the fact unknown; going back leaves the grid.
answer_to "$work/online.yaml" "Grille commune d'évaluation" 'g\n2\n2\n2\n1\n1\nq\n'
save 0 "$typed" "$work/online.yaml"; saved "  digital_autonomy: autonomous"; says out "La grille donne : "
answer_to "$work/online.yaml" "Grille commune d'évaluation" 'g\n0\n2\n0\n1\n1\nq\n'
save 0 "$typed" "$work/online.yaml"; saved "  digital_autonomy: fully_assisted"
answer_to "$work/online.yaml" "Grille commune d'évaluation" 'g\n2\n9\n?\n2\n2\n1\n1\nq\n'
save 0 "$typed" "$work/online.yaml"; saved "  digital_autonomy: autonomous"; says out "répondez par un numéro, de 0 à 2"
answer_to "$work/online.yaml" "Grille commune d'évaluation" 'g\n2\np\n2\n2\n2\nq\n'
save 0 "$typed" "$work/online.yaml"; not_saved digital_autonomy; says out "le fait reste inconnu"
answer_to "$work/online.yaml" "Grille commune d'évaluation" 'g\n2\nr\n1\nq\n'
save 0 "$typed" "$work/online.yaml"; saved "  digital_autonomy: fully_assisted"
answer_to "$work/online.yaml" "Grille commune d'évaluation" 'g\n2\nq\n'
save 0 "$typed" "$work/online.yaml"; not_saved digital_autonomy; says_not out "La grille donne"

# What is saved is read by the other verbs; nothing is replaced without a yes.
save 0 '1\nq\n' --date 2026-11-24; saved "date: 2026-11-24"; says err "enregistré :"
checks=$((checks + 1))
"$engine" qualify --pack rules/france "$work/saved.yaml" >/dev/null || fault "qualify does not read what was saved"
for no in 'n\n1\nq\n' ''; do
  talk 3 "$no" --save "$work/saved.yaml"; says err "l'entretien n'a pas commencé"; saved "  request: print_document"
  says_not out "Qu'est-ce qui vous amène"
done
talk 0 'o\n2\nq\n' --save "$work/saved.yaml"; saved "  request: scan_or_send_documents"
talk 3 '1\nq\n' --save "$work/none/saved.yaml"; says err "le dossier n'existe pas"; says_not out "Qu'est-ce"
talk 2 '1\nq\n' --save ""; says err "il manque le nom du fichier"; says_not out "Qu'est-ce"
talk 3 '1\nq\n' --save "$work"; says err "c'est un dossier"; says_not out "Qu'est-ce"
talk 3 '1\nq\n' --save /dev/null --lang en; says err "cannot be written"; says_not out "What brings"

# Answers are kept as they are given: nobody reads the end, or the interview is broken off.
rm -f "$work/saved.yaml"
printf '1\nq\n' | "$engine" ask --pack rules/france --save "$work/saved.yaml" 2>/dev/null | head -2 >"$work/out"
called="ask | head -2"; saved "  request: print_document"
rm -f "$work/saved.yaml"; mkfifo "$work/typing"
"$engine" ask --pack rules/france --save "$work/saved.yaml" <"$work/typing" >"$work/out" 2>&1 &
broken=$!
exec 3>"$work/typing"; printf '1\n' >&3
for _ in {1..100}; do [ -e "$work/saved.yaml" ] && break; sleep 0.1; done
kill -KILL "$broken"; wait "$broken" 2>/dev/null; exec 3>&-
called="ask, killed"; saved "  request: print_document"

# Cases start from what was known on arrival; --json keeps the dialogue apart; wrong input and wrong use.
talk 0 'q\n' tests/cases/SC01.yaml --json --lang en; says err "> "; says_not out "> "
checks=$((checks + 1))
python3 -c 'import json, sys; json.load(open(sys.argv[1]))' "$work/out" 2>/dev/null || fault "stdout is not JSON"
talk 0 'q\n' --territory examples/territories/rennes; says out "Rennes"
cp tests/cases/SC01.yaml "$work/absent.yaml"
printf 'territory:\n  absent: [rights_association]\n' >>"$work/absent.yaml"
talk 0 'q\n' tests/cases/SC01.yaml --territory examples/territories/rennes; says out "La Cimade"
talk 0 'q\n' "$work/absent.yaml" --territory examples/territories/rennes; says_not out "La Cimade"
talk 3 'q\n' "$work/none.yaml"
talk 3 'q\n' --territory "$work/none"
talk 2 'q\n' --date demain
talk 2 'q\n' one.yaml two.yaml

echo "ask_test: $checks checks, $failed failed"
[ "$failed" -eq 0 ]
