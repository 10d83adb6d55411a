#!/usr/bin/env python3
"""Shows that every check of the second judge can pass and can fail, on hand-written results."""
import copy
import random
import sys
import tempfile
import unittest
from pathlib import Path

sys.dont_write_bytecode = True
import judge  # noqa: E402
import mutate  # noqa: E402

VOCABULARY = {
    "actor_types": [{"id": kind} for kind in ("ccas", "mission_locale", "kiosk", "interpreter", "library", "france_services")]
    + [{"id": "caf", "decides": True}, {"id": "paid_intermediary", "forbidden": True}],
    "help_levels": [{"id": "inform", "covers": []}, {"id": "explain", "covers": ["inform"]}, {"id": "do_with", "covers": ["inform", "explain"]},
                    {"id": "do_for_mandated", "covers": ["inform", "explain"]}, {"id": "unblock", "covers": ["inform"]},
                    {"id": "direct_contact", "covers": ["inform", "unblock"]}, {"id": "decide", "covers": []},
                    {"id": "social_support", "covers": []}],
    "handoff_modes": [{"id": mode, "rank": rank} for rank, mode in enumerate(
        ("tell", "written_note", "booked_appointment", "consented_referral", "warm_call", "escort", "outreach"))],
    "need_types": {"social": [{"id": "resource_emergency"}, {"id": "isolation"}], "administrative": [{"id": "first_claim"}]},
    "urgency": [{"id": level} for level in ("vital", "critical", "deadline", "normal", "minute")],
}
FACTS = {"value_lists": {}, "facts": {
    "language": {"type": "code", "pattern": "^[a-z]{2,3}$"}, "age": {"type": "integer"}, "income": {"type": "number"},
    "alone": {"type": "boolean"}, "housing": {"type": "enum", "values": [{"id": "tenant"}, {"id": "none"}]},
    "asked_at": {"type": "enum", "values_from": "vocabulary.actor_types"}, "refuses": {"type": "set", "values_from": "vocabulary.actor_types"}}}
RULES = judge.make_rules(VOCABULARY, FACTS)


def stop(kind, *levels, after=(), mode="written_note", name=None, check_on_day=7):
    return {"id": name or kind, "after": list(after), "type": kind, "serves": [{"id": "first_claim:rsa", "help": level} for level in levels],
            "handoff": None if mode is None else {"mode": mode, "from": "library", "check_on_day": check_on_day}}


# Two doors at once, then the operator explains and decides.
ROUTE = [stop("ccas", "social_support", mode="warm_call"), stop("library", "do_with", mode=None),
         stop("caf", "decide", after=["ccas"], mode=None)]
NEEDS = [{"need": "first_claim", "right": "rsa", "status": "certain"}, {"need": "isolation", "status": "possible"}]
ASKED = [["age"], ["income", "alone"], ["housing"], ["language"], ["refuses"], ["asked_at"]]


def run(expect=None, stops=None, alternatives=(), needs=None, urgency="normal", asked=None, territory=None, situation=None, next_date=None):
    case = {"case": "T", "situation": situation or {"asked_at": "library"}, "before": {}, "expect": expect or {}}
    if territory is not None:
        case["territory"] = territory
    plans = [{"stops": ROUTE if stops is None else stops, "next_date": next_date}, *({"stops": other, "next_date": None} for other in alternatives)]
    qualification = {"needs": NEEDS if needs is None else needs, "urgency": urgency, "questions": []}
    questions = {"qualification": {"questions": [{"facts": facts} for facts in (ASKED if asked is None else asked)]}}
    checks = judge.judge(case, questions, {"qualification": qualification}, {"plans": [] if stops == "none" else plans}, RULES)
    return {check["check"]: check for check in checks}


def on_route(**route):
    return {"route": route}


TWO_SPOTS = [stop("library", "inform", mode=None), stop("ccas", "inform", mode="tell")]
DOUBLE_CAF = [stop("caf", "inform", "decide"), stop("caf", "decide", after=["caf"], name="again")]

# check, what it shows, verdict, arguments of run
ROWS = [
    ("questions", "two of four, rounded up, are enough", True, dict(expect={"questions": ["age", "alone", "x", "y"]})),
    ("questions", "one of three is not", False, dict(expect={"questions": ["age", "x", "y"]})),
    ("questions", "two of three are", True, dict(expect={"questions": ["income", "alone", "y"]})),
    ("questions", "the sixth question is too late", False, dict(expect={"questions": ["asked_at"]})),
    ("questions", "five questions are looked at, not five facts", True, dict(expect={"questions": ["refuses"]})),
    ("questions", "no question asked", False, dict(expect={"questions": ["age"]}, asked=[])),
    ("needs.include", "certain, whatever its right", True, dict(expect={"needs": {"include": ["first_claim"]}})),
    ("needs.include", "possible counts as absent", False, dict(expect={"needs": {"include": ["first_claim", "isolation"]}})),
    ("needs.include", "absent", False, dict(expect={"needs": {"include": ["resource_emergency"]}})),
    ("needs.exclude", "possible counts as absent", True, dict(expect={"needs": {"exclude": ["isolation", "resource_emergency"]}})),
    ("needs.exclude", "certain", False, dict(expect={"needs": {"exclude": ["isolation", "first_claim"]}})),
    ("urgency", "equal", True, dict(expect={"urgency": "normal"})),
    ("urgency", "another level", False, dict(expect={"urgency": "vital"})),
    ("route.first_any", "one of two first stops", True, dict(expect=on_route(first_any=["library", "kiosk"]))),
    ("route.first_any", "only later", False, dict(expect=on_route(first_any=["caf"]))),
    ("route.first_any", "decide alone is a first stop", True, dict(expect=on_route(first_any=["caf"]), stops=[stop("caf", "decide")])),
    ("route.first_any", "alternatives do not count", False, dict(expect=on_route(first_any=["kiosk"]), alternatives=[[stop("kiosk", "inform")]])),
    ("route.first_any", "no plan", False, dict(expect=on_route(first_any=["ccas"]), stops="none")),
    ("route.first_never", "later is fine", True, dict(expect=on_route(first_never=["caf", "kiosk"]))),
    ("route.first_never", "one of two first stops", False, dict(expect=on_route(first_never=["library"]))),
    ("route.first_never", "no plan", True, dict(expect=on_route(first_never=["ccas"]), stops="none")),
    ("route.reach", "each group, decide included", True, dict(expect=on_route(reach=[["caf"], ["kiosk", "ccas"]]))),
    ("route.reach", "one group is missed", False, dict(expect=on_route(reach=[["caf"], ["kiosk"]]))),
    ("route.reach", "alternatives do not count", False, dict(expect=on_route(reach=[["kiosk"]]), alternatives=[[stop("kiosk", "inform")]])),
    ("route.reach", "no plan", False, dict(expect=on_route(reach=[["caf"]]), stops="none")),
    ("route.never", "nothing is banned by the case", True, dict()),
    ("route.never", "banned by the case", False, dict(expect=on_route(never=["caf"]))),
    ("route.never", "banned, in an alternative", False, dict(expect=on_route(never=["kiosk"]), alternatives=[[stop("kiosk", "inform")]])),
    ("route.never", "forbidden in the vocabulary", False, dict(alternatives=[ROUTE, [stop("paid_intermediary", "inform")]])),
    ("route.never", "refused", False, dict(situation={"refuses": ["ccas"]})),
    ("route.never", "another one is refused", True, dict(situation={"refuses": ["kiosk"]})),
    ("route.never", "no plan", True, dict(expect=on_route(never=["ccas"]), stops="none")),
    ("route.territory", "every type exists", True, dict()),
    ("route.territory", "absent", False, dict(territory={"absent": ["caf"]})),
    ("route.territory", "another one is absent", True, dict(territory={"absent": ["kiosk"]})),
    ("route.territory", "absent, in an alternative", False, dict(territory={"absent": ["kiosk"]}, alternatives=[[stop("kiosk", "inform")]])),
    ("route.territory", "only", True, dict(territory={"only": ["ccas", "library", "caf"]})),
    ("route.territory", "not among the only ones", False, dict(territory={"only": ["ccas", "library"]})),
    ("route.territory", "no type at all exists", False, dict(territory={"only": []})),
    ("route.handoff_at_least", "equal rank", True, dict(expect=on_route(handoff_at_least="warm_call", first_any=["ccas"]))),
    ("route.handoff_at_least", "too weak", False, dict(expect=on_route(handoff_at_least="escort", first_any=["ccas"]))),
    ("route.handoff_at_least", "the weakest level is a constraint too", False, dict(expect=on_route(handoff_at_least="tell"), stops=[stop("ccas", "inform", mode=None)])),
    ("route.handoff_at_least", "received on the spot", True, dict(expect=on_route(handoff_at_least="outreach", first_any=["library"]))),
    ("route.handoff_at_least", "on the spot, but not where the person is", False,
     dict(expect=on_route(handoff_at_least="tell", first_any=["library"]), situation={"asked_at": "ccas"})),
    ("route.handoff_at_least", "the mode none is no hand-off", True,
     dict(expect=on_route(handoff_at_least="escort"), stops=[stop("library", "inform", mode="none")])),
    ("route.handoff_at_least", "where the person is, but at a later date", False,
     dict(expect=on_route(handoff_at_least="escort"), stops=[stop("library", "inform", mode="booked_appointment")])),
    ("route.handoff_at_least", "the spot does not count when it is not in first_any", False,
     dict(expect=on_route(handoff_at_least="escort", first_any=["ccas"]), stops=TWO_SPOTS)),
    ("route.handoff_at_least", "several first steps, the strongest", True,
     dict(expect=on_route(handoff_at_least="escort", first_any=["ccas", "kiosk"]),
          stops=[stop("ccas", "inform", mode="tell"), stop("kiosk", "inform", mode="escort")])),
    ("route.handoff_at_least", "the strongest, in any order", True,
     dict(expect=on_route(handoff_at_least="escort", first_any=["ccas", "kiosk"]),
          stops=[stop("kiosk", "inform", mode="escort"), stop("ccas", "inform", mode="tell")])),
    ("route.handoff_at_least", "several first steps, none in first_any", False,
     dict(expect=on_route(handoff_at_least="tell", first_any=["caf"]))),
    ("route.handoff_at_least", "a single first step counts whatever first_any", True,
     dict(expect=on_route(handoff_at_least="tell", first_any=["caf"]), stops=[stop("ccas", "inform")])),
    ("route.handoff_at_least", "a later hand-off does not count", False,
     dict(expect=on_route(handoff_at_least="escort"), stops=[stop("ccas", "inform", mode="tell"), stop("kiosk", "inform", after=["ccas"], mode="escort")])),
    ("route.handoff_at_least", "no plan", False, dict(expect=on_route(handoff_at_least="tell"), stops="none")),
    ("route.help", "given or covered", True, dict(expect=on_route(help=["social_support", "explain", "inform", "decide"]))),
    ("route.help", "not given", False, dict(expect=on_route(help=["unblock"]))),
    ("route.help", "direct contact includes unblocking", True, dict(expect=on_route(help=["unblock"]), stops=[stop("ccas", "direct_contact")])),
    ("route.help", "a mandate is not doing with", False, dict(expect=on_route(help=["do_with"]), stops=[stop("ccas", "do_for_mandated")])),
    ("route.help", "no plan", False, dict(expect=on_route(help=["inform"]), stops="none")),
    ("route.stops_at_most", "deciding alone is not counted", True, dict(expect=on_route(stops_at_most=2))),
    ("route.stops_at_most", "one too many", False, dict(expect=on_route(stops_at_most=1))),
    ("route.stops_at_most", "an operator that also informs, once", True, dict(expect=on_route(stops_at_most=1), stops=DOUBLE_CAF)),
    ("route.stops_at_most", "an operator that also informs counts", False, dict(expect=on_route(stops_at_most=0), stops=DOUBLE_CAF)),
    ("route.stops_at_most", "the interpreter counts", False, dict(expect=on_route(stops_at_most=2), stops=[*ROUTE, stop("interpreter", "inform")])),
    ("route.stops_at_most", "no plan", True, dict(expect=on_route(stops_at_most=0), stops="none")),
    ("route.serves", "at that actor, whatever the right", True, dict(expect=on_route(serves={"ccas": ["first_claim"]}))),
    ("route.serves", "deciding is not serving", False, dict(expect=on_route(serves={"caf": ["first_claim"]}))),
    ("route.serves", "another need", False, dict(expect=on_route(serves={"ccas": ["isolation"]}))),
    ("route.handoffs_checked", "each has a date", True, dict(expect=on_route(handoffs_checked=True))),
    ("route.handoffs_checked", "one has none", False,
     dict(expect=on_route(handoffs_checked=True), stops=[stop("ccas", "inform"), stop("kiosk", "inform", check_on_day=None)])),
    ("route.next_date_with", "the one who keeps the file", True,
     dict(expect=on_route(next_date_with=["ccas", "kiosk"]), stops=[{**stop("ccas", "inform"), "id": "s1"}], next_date={"stop": "s1"})),
    ("route.next_date_with", "someone else keeps it", False,
     dict(expect=on_route(next_date_with=["kiosk"]), stops=[{**stop("ccas", "inform"), "id": "s1"}], next_date={"stop": "s1"})),
    ("route.next_date_with", "nobody keeps it", False, dict(expect=on_route(next_date_with=["ccas"]))),
]


class Checks(unittest.TestCase):
    def test_rows(self):
        for name, shows, expected, arguments in ROWS:
            with self.subTest(check=name, shows=shows):
                self.assertIs(run(**arguments)[name]["pass"], expected)

    def test_every_check_passes_once_and_fails_once(self):
        self.assertEqual({(name, expected) for name, _, expected, _ in ROWS},
                         {(name, expected) for name in judge.CHECKS for expected in (True, False)})

    def test_an_unconstrained_check_is_absent(self):
        self.assertEqual(tuple(run()), judge.ALWAYS)
        self.assertEqual(tuple(run(expect={"questions": [], "needs": {"include": [], "exclude": []}, "route": {"never": [], "help": []}})), judge.ALWAYS)

    def test_all_checks_in_order(self):
        expect = {"questions": ["age"], "needs": {"include": ["first_claim"], "exclude": ["isolation"]}, "urgency": "normal",
                  "route": {"first_any": ["ccas"], "first_never": ["kiosk"], "reach": [["caf"]], "handoff_at_least": "tell",
                            "help": ["inform"], "stops_at_most": 3, "serves": {"ccas": ["first_claim"]}, "handoffs_checked": True,
                            "next_date_with": ["ccas"]}}
        self.assertEqual(tuple(run(expect=expect)), judge.CHECKS)

    def test_recall_at_three_is_reported(self):
        got = run(expect={"questions": ["age", "language"]})["questions"]["got"]
        self.assertEqual((got["among_first_3"], got["among_first_5"]), (["age"], ["age", "language"]))

    def test_steps_outside_the_plans_are_seen(self):
        nested = copy.deepcopy(ROUTE)
        nested[0]["fallbacks"] = [stop("paid_intermediary", "inform")]
        self.assertFalse(run(stops=nested)["route.never"]["pass"])
        self.assertTrue(run(stops=nested, expect=on_route(stops_at_most=2))["route.stops_at_most"]["pass"])


def tested(*cases):
    passed = sum(case["passed"] for case in cases)
    return {"cases": list(cases), "passed": passed, "failed": len(cases) - passed}


def result(name="T", failing=(), extra=()):
    checks = [{"check": check, "pass": check not in failing, "expected": ["x"], "got": []} for check in ("urgency", "route.never")]
    return {"case": name, "checks": [*checks, *extra], "passed": not failing}


class Agreement(unittest.TestCase):
    def test_same_verdicts(self):
        self.assertEqual(judge.compare([result(), result("U", ["urgency"])], tested(result("U", ["urgency"]), result())), [])

    def test_an_empty_list_constrains_nothing_on_either_side(self):
        empty = {"check": "needs.exclude", "pass": True, "expected": [], "got": []}
        self.assertEqual(judge.compare([result()], tested(result(extra=[empty]))), [])
        self.assertEqual(len(judge.compare([result()], tested(result(extra=[{**empty, "expected": ["x"]}])))), 1)

    def test_never_and_territory_are_always_present(self):
        free = {"check": "route.territory", "pass": True, "expected": {}, "got": []}
        self.assertEqual(len(judge.compare([result(extra=[free])], tested(result()))), 1)

    def test_disagreements(self):
        without_never = result()
        without_never["checks"].pop()
        wrong_total = tested(result())
        wrong_total["passed"] = 2
        rows = [("other verdict", result(), tested(result(failing=["urgency"])), 2),
                ("other reason", result(failing=["urgency"]), tested(result(failing=["route.never"])), 2),
                ("missing check", result(), tested(without_never), 1),
                ("aggregate", result(), tested({**result(), "passed": False}), 1),
                ("missing case", result(), tested(), 1),
                ("other case", result(), tested(result(), result("U")), 1),
                ("no result", {"case": "T", "passed": False, "checks": [], "error": "exit status 3"}, tested(result(failing=["urgency"])), 1),
                ("twice", result(), tested(result(), result()), 1),
                ("totals", result(), wrong_total, 1)]
        for shows, ours, theirs, count in rows:
            with self.subTest(shows=shows):
                self.assertEqual(len(judge.compare([ours], theirs)), count)


CASE = {"case": "T", "situation": {"asked_at": "library", "age": 19, "alone": True, "language": "no", "income": 0, "housing": "none"},
        "before": {"asked_at": "library", "language": "no"},
        "expect": {"questions": ["age", "income"], "needs": {"include": ["first_claim"], "exclude": []}, "urgency": "normal",
                   "route": {"first_any": ["ccas"], "first_never": ["kiosk"], "reach": [["caf"]], "handoff_at_least": "tell", "help": ["inform"],
                             "stops_at_most": 2, "acceptable": [["ccas", "caf"]], "wrong": [["kiosk"]]}}}


class Mutants(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        for name, document in (("vocabulary", VOCABULARY), ("facts", FACTS)):
            (self.folder / f"{name}.yaml").write_text(judge.dump_yaml(document), encoding="utf-8")
        self.contract = mutate.Contract(self.folder)

    def mutants(self, seed, count=300):
        chance = random.Random(seed)
        return [mutate.Mutation(copy.deepcopy(CASE), self.contract, chance).run() for _ in range(count)]

    def test_same_seed_same_mutants(self):
        self.assertEqual(self.mutants(4), self.mutants(4))
        self.assertNotEqual(self.mutants(4), self.mutants(5))

    def test_mutants_are_valid_and_survive_writing(self):
        self.assertEqual(list(mutate.faults(CASE, self.contract)), [])
        for case in self.mutants(6):
            self.assertEqual(list(mutate.faults(case, self.contract)), [])
            mutate.write_mutant(case, self.contract, self.folder)
            self.assertEqual(judge.read_yaml(self.folder / "T.yaml"), case)

    def test_codes_stay_quoted_and_booleans_plain(self):
        mutate.write_mutant(CASE, self.contract, self.folder)
        text = (self.folder / "T.yaml").read_text(encoding="utf-8")
        self.assertEqual(text.count('language: "no"'), 2)
        self.assertIn("alone: true", text)

    def test_invalid_cases_are_seen(self):
        breaks = [lambda case: case["situation"].update(age=-1), lambda case: case["situation"].update(alone="yes"),
                  lambda case: case["situation"].update(language="Norsk"), lambda case: case["situation"].update(housing="castle"),
                  lambda case: case["situation"].update(refuses=["ccas", "ccas"]), lambda case: case["before"].update(language="fr"),
                  lambda case: case["before"].update(case["situation"]), lambda case: case["expect"]["questions"].append("language"),
                  lambda case: case["expect"].update(urgency="soon"), lambda case: case["expect"]["needs"]["exclude"].append("gold"),
                  lambda case: case["expect"]["route"]["first_any"].append("wizard"), lambda case: case["expect"]["route"].update(stops_at_most=0),
                  lambda case: case["expect"]["route"].update(help=["magic"]), lambda case: case.update(territory={"absent": [], "only": []})]
        for number, spoil in enumerate(breaks):
            with self.subTest(number=number):
                case = copy.deepcopy(CASE)
                spoil(case)
                self.assertNotEqual(list(mutate.faults(case, self.contract)), [])


if __name__ == "__main__":
    unittest.main()
