#!/usr/bin/env python3
"""Second judge of case files, written from the case format alone: it reads nothing but the JSON of the command line.

    judge.py tests/cases --engine build/aiguillage --rules rules/france [--compare]
"""
import argparse
import json
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import yaml

CHECKS = ("questions", "needs.include", "needs.exclude", "urgency", "route.first_any", "route.first_never", "route.reach",
          "route.never", "route.territory", "route.handoff_at_least", "route.help", "route.stops_at_most", "route.serves", "route.handoffs_checked", "route.next_date_with")
ALWAYS = ("route.never", "route.territory")
NOT_A_HANDOFF = -1
CALL_SECONDS = 120
TEST_SECONDS = 3600


class EngineFault(Exception):
    """The engine did not give a result that can be judged."""


class Quoted(str):
    """A text that must stay quoted in YAML, such as the language "no"."""


yaml.SafeDumper.add_representer(
    Quoted, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", str(text), style='"'))


@dataclass(frozen=True)
class Rules:
    forbidden: tuple
    covers: dict
    handoff_rank: dict
    code_facts: tuple


def read_yaml(path):
    return yaml.safe_load(Path(path).read_text(encoding="utf-8"))


def make_rules(vocabulary, facts):
    return Rules(
        forbidden=tuple(actor["id"] for actor in vocabulary["actor_types"] if actor.get("forbidden")),
        covers={level["id"]: tuple(level["covers"]) for level in vocabulary["help_levels"]},
        handoff_rank={mode["id"]: mode["rank"] for mode in vocabulary["handoff_modes"]},
        code_facts=tuple(key for key, fact in facts["facts"].items() if fact["type"] == "code"))


def quote_codes(facts, code_facts):
    return {key: Quoted(value) if key in code_facts else value for key, value in facts.items()}


def dump_yaml(document):
    return yaml.safe_dump(document, sort_keys=False, allow_unicode=True, width=1000)


# ---- the checks

def verdict(name, passed, expected, got):
    return {"check": name, "pass": bool(passed), "expected": expected, "got": got}


def judge_questions(expected, asked):
    """At least half of the listed facts, rounded up, are settled by the first five questions."""
    questions = [question["facts"] for question in asked["qualification"]["questions"][:5]]

    def found(first):
        return [fact for fact in expected if any(fact in facts for facts in questions[:first])]
    needed = (len(expected) + 1) // 2
    got = {"asked": questions, "among_first_3": found(3), "among_first_5": found(5), "needed": needed}
    return verdict("questions", len(found(5)) >= needed, expected, got)


def judge_qualification(expect, asked, qualified):
    qualification = qualified["qualification"]
    certain = list(dict.fromkeys(need["need"] for need in qualification["needs"] if need["status"] == "certain"))
    needs = expect.get("needs") or {}
    checks = []
    if expect.get("questions"):
        checks.append(judge_questions(expect["questions"], asked))
    if needs.get("include"):
        checks.append(verdict("needs.include", all(need in certain for need in needs["include"]), needs["include"], certain))
    if needs.get("exclude"):
        checks.append(verdict("needs.exclude", not any(need in certain for need in needs["exclude"]), needs["exclude"], certain))
    if expect.get("urgency") is not None:
        checks.append(verdict("urgency", qualification["urgency"] == expect["urgency"], expect["urgency"], qualification["urgency"]))
    return checks


def every_step(node):
    """Each step found anywhere in a result: main route, alternatives and fallbacks."""
    if isinstance(node, list):
        for item in node:
            yield from every_step(item)
    elif isinstance(node, dict):
        if isinstance(node.get("type"), str) and isinstance(node.get("serves"), list):
            yield node
        for item in node.values():
            yield from every_step(item)


def types_of(steps):
    return list(dict.fromkeys(step["type"] for step in steps))


def levels_of(step):
    return {served["help"] for served in step["serves"]}


def judge_handoff(least, first, first_any, asked_at, rules):
    """With several first steps, those that satisfy first_any count, the strongest of them."""
    counted = first
    if len(first) > 1 and first_any:
        counted = [step for step in first if step["type"] in first_any]
    got, passed = [], False
    for step in counted:
        mode = (step["handoff"] or {}).get("mode") or "none"
        on_the_spot = mode == "none" and step["type"] == asked_at
        if mode != "none" and mode not in rules.handoff_rank:
            raise EngineFault(f"unknown hand-off mode {mode}")
        rank = rules.handoff_rank.get(mode, NOT_A_HANDOFF)
        passed = passed or on_the_spot or rank >= rules.handoff_rank[least]
        got.append({"type": step["type"], "mode": "on the spot" if on_the_spot else mode})
    return verdict("route.handoff_at_least", passed, least, got)


def judge_help(wanted, steps, rules):
    given = set()
    for step in steps:
        for level in levels_of(step):
            given.add(level)
            given.update(rules.covers[level])
    return verdict("route.help", all(level in given for level in wanted), wanted, sorted(given))


def judge_stops(most, steps):
    """An actor type whose every step only decides is not counted."""
    counted = [kind for kind in types_of(steps)
               if any(levels_of(step) != {"decide"} for step in steps if step["type"] == kind)]
    return verdict("route.stops_at_most", len(counted) <= most, most, counted)


def judge_serves(serves, steps):
    """Ours alone (tests/README.md): each need is served at a step of the actor, otherwise than by deciding."""
    got = {}
    for step in steps:
        got.setdefault(step["type"], []).extend(need["id"].partition(":")[0] for need in step["serves"] if need["help"] != "decide")
    return verdict("route.serves", all(need in got.get(kind, []) for kind, needs in serves.items() for need in needs), serves, got)


def judge_follow_up(route, plan):
    """Ours alone: every hand-off has a date on which it is checked; one of these actors keeps the file."""
    checks = []
    if route.get("handoffs_checked"):
        missing = [step["type"] for step in plan["stops"] if step["handoff"] and step["handoff"]["check_on_day"] is None]
        checks.append(verdict("route.handoffs_checked", not missing, True, missing))
    if route.get("next_date_with"):
        kept = plan["next_date"] and plan["next_date"]["stop"]
        keepers = [step["type"] for step in plan["stops"] if kept is not None and step["id"] == kept]
        checks.append(verdict("route.next_date_with", any(kind in route["next_date_with"] for kind in keepers), route["next_date_with"], keepers))
    return checks


def judge_never(route, refused, types, rules):
    banned = list(dict.fromkeys([*(route.get("never") or []), *rules.forbidden, *refused]))
    return verdict("route.never", not any(kind in banned for kind in types), banned, [kind for kind in types if kind in banned])


def judge_territory(territory, types):
    missing = [kind for kind in types if kind in (territory.get("absent") or [])
               or ("only" in territory and kind not in (territory["only"] or []))]
    return verdict("route.territory", not missing, territory, missing)


def judge_main_route(route, steps, asked_at, rules):
    first = [step for step in steps if not step["after"]]
    first_types, types = types_of(first), types_of(steps)
    checks = []
    if route.get("first_any"):
        checks.append(verdict("route.first_any", any(kind in route["first_any"] for kind in first_types), route["first_any"], first_types))
    if route.get("first_never"):
        checks.append(verdict("route.first_never", not any(kind in route["first_never"] for kind in first_types), route["first_never"], first_types))
    if route.get("reach"):
        checks.append(verdict("route.reach", all(any(kind in group for kind in types) for group in route["reach"]), route["reach"], types))
    if route.get("handoff_at_least") is not None:
        checks.append(judge_handoff(route["handoff_at_least"], first, route.get("first_any"), asked_at, rules))
    if route.get("help"):
        checks.append(judge_help(route["help"], steps, rules))
    if route.get("stops_at_most") is not None:
        checks.append(judge_stops(route["stops_at_most"], steps))
    if route.get("serves"):
        checks.append(judge_serves(route["serves"], steps))
    return checks


def judge(case, asked, qualified, routed, rules):
    """The checks of one case, in the order of CHECKS, from three results of the command line."""
    expect = case["expect"]
    route = expect.get("route") or {}
    plans = routed["plans"]
    anywhere = types_of(every_step(routed))
    checks = judge_qualification(expect, asked, qualified)
    checks += judge_main_route(route, plans[0]["stops"] if plans else [], case["situation"].get("asked_at"), rules)
    checks += judge_follow_up(route, plans[0] if plans else {"stops": [], "next_date": None})
    checks.append(judge_never(route, case["situation"].get("refuses") or [], anywhere, rules))
    checks.append(judge_territory(case.get("territory") or {}, anywhere))
    return sorted(checks, key=lambda check: CHECKS.index(check["check"]))


# ---- the engine

class Engine:
    def __init__(self, path, options):
        self.path = str(Path(path).resolve()) if Path(path).exists() else path
        self.options = options

    def __call__(self, verb, path, seconds=CALL_SECONDS):
        command = [self.path, verb, str(path), "--json", *self.options]
        try:
            done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=seconds)
        except (OSError, subprocess.TimeoutExpired, UnicodeDecodeError) as fault:
            raise EngineFault(f"{verb}: {fault}") from fault
        if done.returncode not in (0, 1):
            raise EngineFault(f"{verb}: exit status {done.returncode}: {done.stderr.strip()[:300]}")
        try:
            return json.loads(done.stdout)
        except json.JSONDecodeError as fault:
            raise EngineFault(f"{verb}: not JSON: {fault}; {done.stderr.strip()[:300]}") from fault


def run_case(path, engine, rules, scratch):
    case = read_yaml(path)
    name = case["case"]
    try:
        if name != path.stem:
            raise EngineFault(f"{path.name} holds the case {name}")
        before = Path(scratch) / f"{name}.before.yaml"
        before.write_text(dump_yaml({"situation": quote_codes(case.get("before") or {}, rules.code_facts)}), encoding="utf-8")
        checks = judge(case, engine("qualify", before), engine("qualify", path), engine("route", path), rules)
    except EngineFault as fault:
        return {"case": name, "passed": False, "checks": [], "error": str(fault)}
    except (KeyError, TypeError, AttributeError, IndexError) as fault:
        return {"case": name, "passed": False, "checks": [], "error": f"unexpected shape of a result: {fault!r}"}
    return {"case": name, "passed": all(check["pass"] for check in checks), "checks": checks}


def run_all(paths, engine, rules):
    with tempfile.TemporaryDirectory() as scratch, ThreadPoolExecutor(max_workers=2) as pool:
        yield from pool.map(lambda path: run_case(path, engine, rules, scratch), paths)


# ---- agreement with the engine's own judge

def by_name(results):
    return {result["case"]: result for result in results}


def vacuous(check):
    return check["check"] not in ALWAYS and check["pass"] and check["expected"] in ([], {}, None)


def compare_case(name, ours, theirs):
    mine = {check["check"]: check for check in ours["checks"]}
    other = {check["check"]: check for check in theirs["checks"]}
    for check in [*mine, *(check for check in other if check not in mine)]:
        here, there = mine.get(check), other.get(check)
        if here is None or there is None:
            if not vacuous(here or there):
                yield f"{name} {check}: only {'the second judge' if here else 'the engine'} has it: {json.dumps(here or there, ensure_ascii=False)}"
        elif here["pass"] is not there["pass"]:
            yield (f"{name} {check}: second judge {here['pass']}, engine {there['pass']}; expected {json.dumps(here['expected'], ensure_ascii=False)}; "
                   f"second judge got {json.dumps(here['got'], ensure_ascii=False)}; engine got {json.dumps(there.get('got'), ensure_ascii=False)}")
    if ours["passed"] is not theirs["passed"]:
        yield f"{name}: second judge says passed={ours['passed']}, engine says passed={theirs['passed']}"


def compare(results, tested):
    """Every disagreement between the second judge's results and the output of `test --json`."""
    ours, theirs = by_name(results), by_name(tested["cases"])
    found = []
    for name in [*ours, *(name for name in theirs if name not in ours)]:
        if name not in theirs or name not in ours:
            found.append(f"{name}: judged by {'the second judge' if name in ours else 'the engine'} only")
        elif "error" in ours[name]:
            found.append(f"{name}: no result to judge: {ours[name]['error']}")
        else:
            found.extend(compare_case(name, ours[name], theirs[name]))
    if len(tested["cases"]) != len(theirs) or len(results) != len(ours):
        found.append("a case name is used twice")
    passed = sum(result["passed"] is True for result in tested["cases"])
    if (tested["passed"], tested["failed"]) != (passed, len(tested["cases"]) - passed):
        found.append(f"the engine's totals {tested['passed']} passed, {tested['failed']} failed are not those of its own cases")
    return found


def compare_with_engine(results, engine, folder):
    try:
        return compare(results, engine("test", folder, TEST_SECONDS))
    except EngineFault as fault:
        return [str(fault)]
    except (KeyError, TypeError, AttributeError) as fault:
        return [f"unexpected shape of the output of test: {fault!r}"]


# ---- output

def case_line(result):
    if "error" in result:
        return f"{result['case']} FAILED: {result['error']}"
    recall = ""
    for check in result["checks"]:
        if check["check"] == "questions":
            got, total = check["got"], len(check["expected"])
            recall = f"  (questions: {len(got['among_first_3'])}/{total} in the first 3, {len(got['among_first_5'])}/{total} in the first 5)"
    failed = [f"{check['check']} expected {json.dumps(check['expected'])} got {json.dumps(check['got'])}"
              for check in result["checks"] if not check["pass"]]
    return f"{result['case']} {'FAILED' if failed else 'passed'}{recall}" + (": " + "; ".join(failed) if failed else "")


def parse_arguments():
    parser = argparse.ArgumentParser(description="Judges case files from the JSON of the command line alone.")
    parser.add_argument("cases", type=Path, metavar="CASES_DIR")
    parser.add_argument("--engine", required=True, help="the aiguillage program")
    parser.add_argument("--rules", required=True, type=Path, help="folder of vocabulary.yaml and facts.yaml")
    parser.add_argument("--pack", help="handed to the engine")
    parser.add_argument("--lang", help="handed to the engine")
    parser.add_argument("--json", action="store_true", help="print the verdicts as JSON")
    parser.add_argument("--compare", action="store_true", help="also demand the verdicts of the engine's own `test`")
    parser.add_argument("--agreement-only", action="store_true", help="with --compare: failed cases do not change the exit status")
    arguments = parser.parse_args()
    if arguments.agreement_only and not arguments.compare:
        parser.error("--agreement-only goes with --compare")
    return arguments


def main():
    arguments = parse_arguments()
    rules = make_rules(read_yaml(arguments.rules / "vocabulary.yaml"), read_yaml(arguments.rules / "facts.yaml"))
    engine = Engine(arguments.engine, [word for option in ("pack", "lang") if getattr(arguments, option)
                                       for word in ("--" + option, getattr(arguments, option))])
    paths = sorted(arguments.cases.rglob("*.yaml"))
    results = []
    for result in run_all(paths, engine, rules):
        results.append(result)
        if not arguments.json:
            print(case_line(result), flush=True)
    passed = sum(result["passed"] for result in results)
    failed = len(results) - passed
    disagreements = compare_with_engine(results, engine, arguments.cases) if arguments.compare else []
    if arguments.json:
        summary = {"cases": results, "passed": passed, "failed": failed}
        print(json.dumps({**summary, "disagreements": disagreements} if arguments.compare else summary, ensure_ascii=False, indent=1))
    else:
        for line in disagreements:
            print("DISAGREEMENT", line)
        print(f"{passed} passed, {failed} failed")
        if arguments.compare:
            print(f"{len(disagreements)} disagreements on {sum(len(result['checks']) for result in results)} checks")
    verdicts_count = not arguments.agreement_only
    return 1 if disagreements or not results or (failed and verdicts_count) else 0


if __name__ == "__main__":
    sys.exit(main())
