#!/usr/bin/env python3
"""Writes mutated but valid case files, the same ones for the same seed.

    mutate.py tests/cases --rules rules/france --count 200 --seed 1 -o OUT_DIR
"""
import argparse
import json
import random
import re
import sys
from pathlib import Path

sys.dont_write_bytecode = True
from judge import dump_yaml, quote_codes, read_yaml  # noqa: E402

QUANTITIES = (0, 1, 2, 3, 5, 7, 12, 16, 18, 25, 26, 30, 61, 62, 65, 90, 500, 1200)
LANGUAGES = ("no", "ar", "fr", "en", "tr", "ps", "uk", "prs")
ROUTE_LISTS = ("first_any", "first_never", "never")


class Contract:
    def __init__(self, folder):
        vocabulary, facts = read_yaml(folder / "vocabulary.yaml"), read_yaml(folder / "facts.yaml")
        self.facts = facts["facts"]
        self.values = {key: [value["id"] for value in self.listed(fact, vocabulary, facts)]
                       for key, fact in self.facts.items() if fact["type"] in ("enum", "set")}
        self.codes = [key for key, fact in self.facts.items() if fact["type"] == "code"]
        self.actors = [actor["id"] for actor in vocabulary["actor_types"] if not actor.get("forbidden")]
        self.forbidden = [actor["id"] for actor in vocabulary["actor_types"] if actor.get("forbidden")]
        self.deciders = [actor["id"] for actor in vocabulary["actor_types"] if actor.get("decides")]
        self.needs = [need["id"] for dimension in vocabulary["need_types"].values() for need in dimension]
        self.help = [level["id"] for level in vocabulary["help_levels"]]
        self.handoffs = [mode["id"] for mode in vocabulary["handoff_modes"]]
        self.urgencies = [level["id"] for level in vocabulary["urgency"]]

    @staticmethod
    def listed(fact, vocabulary, facts):
        if "values" in fact:
            return fact["values"]
        root, name = fact["values_from"].split(".")
        return vocabulary[name] if root == "vocabulary" else facts["value_lists"][name]

    def allows(self, key, value):
        fact = self.facts[key]
        kind = fact["type"]
        if kind == "boolean":
            return isinstance(value, bool)
        if kind in ("integer", "number"):
            return isinstance(value, int if kind == "integer" else (int, float)) and not isinstance(value, bool) and value >= 0
        if kind == "code":
            return isinstance(value, str) and re.search(fact["pattern"], value) is not None
        if kind == "enum":
            return value in self.values[key]
        return isinstance(value, list) and len(set(value)) == len(value) and all(item in self.values[key] for item in value)


def listed_once(items):
    return list(dict.fromkeys(items))


class Mutation:
    """One case under mutation. No choice is ever made from a Python set: its order changes from run to run."""

    def __init__(self, case, contract, chance):
        self.case, self.contract, self.chance = case, contract, chance
        self.situation, self.before, self.expect = case["situation"], case["before"], case["expect"]
        self.expect.setdefault("needs", {})
        self.route = self.expect.setdefault("route", {})

    # -- values

    def other(self, items, current=None):
        left = [item for item in items if item != current]
        return self.chance.choice(left) if left else current

    def actor(self):
        """Half the time an actor that the case is about, so that verdicts stay near their border."""
        near = [kind for key in ("first_any", "first_never") for kind in self.route.get(key, [])]
        near += [kind for group in self.route.get("reach", []) for kind in group]
        near = [kind for kind in near if kind in self.contract.actors]
        return self.chance.choice(near if near and self.chance.random() < 0.5 else self.contract.actors)

    def quantity(self, kind, current):
        near = [] if current is None else [max(0, current - 1), current + 1, current * 2]
        if kind == "number" and self.chance.random() < 0.3:
            return self.chance.choice(QUANTITIES) + 0.5
        return self.other([*QUANTITIES, *near], current)

    def set_value(self, key, current):
        allowed = self.contract.values[key]
        if current and self.chance.random() < 0.5:
            gone = self.chance.choice(current)
            return [item for item in current if item != gone]
        if self.chance.random() < 0.2:
            return []
        return listed_once([*(current or []), *self.chance.sample(allowed, min(len(allowed), self.chance.randint(1, 2)))])

    def value(self, key, current=None):
        kind = self.contract.facts[key]["type"]
        if kind == "boolean":
            return self.other([True, False], current)
        if kind in ("integer", "number"):
            return self.quantity(kind, current)
        if kind == "code":
            return self.other(LANGUAGES, current)
        return self.other(self.contract.values[key], current) if kind == "enum" else self.set_value(key, current)

    # -- facts

    def drop_fact(self):
        if len(self.situation) > 3:
            key = self.chance.choice(list(self.situation))
            del self.situation[key]
            self.before.pop(key, None)

    def change_fact(self):
        key = self.chance.choice(list(self.situation))
        self.situation[key] = self.value(key, self.situation[key])

    def add_fact(self):
        unknown = [key for key in self.contract.facts if key not in self.situation]
        if unknown:
            key = self.chance.choice(unknown)
            self.situation[key] = self.value(key)
            if self.chance.random() < 0.3:
                self.before[key] = self.situation[key]

    def move_before(self):
        key = self.chance.choice(list(self.situation))
        if key in self.before:
            del self.before[key]
        else:
            self.before[key] = self.situation[key]

    def add_refusal(self):
        self.situation["refuses"] = listed_once([*self.situation.get("refuses", []), *(self.actor() for _ in range(self.chance.randint(1, 2)))])

    # -- expectations

    def change_list(self, items, pick):
        way = self.chance.choice(("add", "swap", "drop"))
        items = list(items)
        if items and way != "add":
            items.pop(self.chance.randrange(len(items)))
        if way != "drop" or not items:
            items.append(pick())
        return listed_once(items)

    def change_route_list(self):
        key = self.chance.choice(ROUTE_LISTS)
        self.route[key] = self.change_list(self.route.get(key, []), self.actor)

    def change_reach(self):
        groups = self.route.get("reach", [])
        if not groups or self.chance.random() < 0.3:
            self.route["reach"] = [*groups, listed_once(self.actor() for _ in range(self.chance.randint(1, 2)))]
        else:
            index = self.chance.randrange(len(groups))
            groups[index] = self.change_list(groups[index], self.actor)

    def change_stops(self):
        self.route["stops_at_most"] = max(1, self.route.get("stops_at_most", 3) + self.chance.choice((-2, -1, 1)))

    def change_help(self):
        self.route["help"] = self.change_list(self.route.get("help", []), lambda: self.chance.choice(self.contract.help))

    def change_handoff(self):
        self.route["handoff_at_least"] = self.other(self.contract.handoffs, self.route.get("handoff_at_least"))

    def change_urgency(self):
        self.expect["urgency"] = self.other(self.contract.urgencies, self.expect.get("urgency"))

    def change_needs(self):
        needs = self.expect["needs"]
        key, opposite = self.chance.choice((("include", "exclude"), ("exclude", "include")))
        from_opposite = needs.get(opposite) or []
        pool = from_opposite if from_opposite and self.chance.random() < 0.4 else self.contract.needs
        needs[key] = self.change_list(needs.get(key, []), lambda: self.chance.choice(pool))
        needs[opposite] = [need for need in from_opposite if need not in needs[key]]

    def change_questions(self):
        askable = [key for key in self.situation if key not in self.before]
        if askable:
            self.expect["questions"] = self.change_list(self.expect.get("questions", []), lambda: self.chance.choice(askable))

    def drop_constraint(self):
        if self.route:
            del self.route[self.chance.choice(list(self.route))]

    def set_territory(self):
        if self.chance.random() < 0.6:
            self.case["territory"] = {"absent": listed_once(self.actor() for _ in range(self.chance.randint(1, 6)))}
        else:
            size = self.chance.randint(len(self.contract.actors) // 6, len(self.contract.actors) * 3 // 4)
            self.case["territory"] = {"only": listed_once([*self.chance.sample(self.contract.actors, size), *(self.actor() for _ in range(4))])}

    # -- validity

    def settle_facts(self):
        for key in list(self.before):
            self.before[key] = self.situation[key]
        if len(self.before) >= len(self.situation):
            del self.before[list(self.before)[-1]]
        if not self.before:
            key = list(self.situation)[0]
            self.before[key] = self.situation[key]
        asked = [key for key in self.expect.get("questions", []) if key in self.situation and key not in self.before]
        self.expect.pop("questions", None)
        if asked:
            self.expect = {"questions": asked, **self.expect}
            self.case["expect"] = self.expect

    def settle_route(self):
        """No expectation contradicts another of the same case, and no list is left empty."""
        route = self.route
        wanted = [kind for group in route.get("reach", []) for kind in group] + route.get("first_any", [])
        for key, clash in (("first_never", route.get("first_any", [])), ("never", wanted)):
            if key in route:
                route[key] = [kind for kind in route[key] if kind not in clash]
        for key in ("first_never", "never"):
            if key in route and not route[key]:
                del route[key]

    def settle_paths(self):
        """Keeps the listed paths whose judgement is beyond doubt under the new expectations."""
        for key, keep in (("acceptable", self.surely_right), ("wrong", self.surely_wrong)):
            if key in self.route:
                self.route[key] = [path for path in self.route[key] if keep(path)]
                if not self.route[key]:
                    del self.route[key]

    def impossible(self, kind):
        territory = self.case.get("territory", {})
        return (kind in self.route.get("never", []) or kind in self.contract.forbidden or kind in self.situation.get("refuses", [])
                or kind in territory.get("absent", []) or ("only" in territory and kind not in territory["only"]))

    def unreached(self, path):
        return any(not any(kind in group for kind in path) for group in self.route.get("reach", []))

    def surely_right(self, path):
        route = self.route
        return (path[0] in route.get("first_any", path) and path[0] not in route.get("first_never", []) and not self.unreached(path)
                and not any(self.impossible(kind) for kind in path) and len(set(path)) <= route.get("stops_at_most", len(path)))

    def surely_wrong(self, path):
        route = self.route
        counted = [kind for kind in set(path) if kind not in self.contract.deciders]
        return (not any(kind in route.get("first_any", path) for kind in path) or path[0] in route.get("first_never", [])
                or self.unreached(path) or any(self.impossible(kind) for kind in path) or len(counted) > route.get("stops_at_most", len(path)))

    def run(self):
        changes = (self.drop_fact, self.change_fact, self.change_fact, self.add_fact, self.add_fact, self.move_before, self.add_refusal,
                   self.change_route_list, self.change_route_list, self.change_reach, self.change_stops, self.change_help, self.change_handoff,
                   self.change_urgency, self.change_needs, self.change_questions, self.drop_constraint, self.set_territory)
        unchanged = json.dumps([self.route, self.case.get("territory"), self.situation.get("refuses")])
        for _ in range(self.chance.randint(1, 5)):
            self.chance.choice(changes)()
        self.settle_facts()
        self.settle_route()
        if json.dumps([self.route, self.case.get("territory"), self.situation.get("refuses")]) != unchanged:
            self.settle_paths()
        return self.case


def faults(case, contract):
    """What makes a case file invalid; a mutant has none."""
    situation, before, expect = case["situation"], case["before"], case["expect"]
    needs, route, territory = expect.get("needs", {}), expect["route"], case.get("territory", {})
    actors = [*contract.actors, *contract.forbidden]
    named = [kind for key in ROUTE_LISTS for kind in route.get(key, [])]
    named += [kind for key in ("reach", "acceptable", "wrong") for group in route.get(key, []) for kind in group]
    named += [kind for key in territory for kind in territory[key]]
    yield from (f"value of {key}" for key, value in situation.items() if not contract.allows(key, value))
    yield from (f"before: {key}" for key, value in before.items() if key not in situation or situation[key] != value)
    yield from (f"question {key}" for key in expect.get("questions", []) if key in before or key not in situation)
    yield from (f"actor {kind}" for kind in named if kind not in actors)
    yield from (f"need {need}" for key in needs for need in needs[key] if need not in contract.needs)
    yield from (f"help {level}" for level in route.get("help", []) if level not in contract.help)
    if len(before) >= len(situation):
        yield "before is not a strict part of situation"
    if len(territory) > 1:
        yield "territory: absent and only"
    if route.get("handoff_at_least", contract.handoffs[0]) not in contract.handoffs or expect["urgency"] not in contract.urgencies:
        yield "hand-off mode or urgency"
    if not isinstance(route.get("stops_at_most", 1), int) or route.get("stops_at_most", 1) < 1:
        yield "stops_at_most"


def write_mutant(case, contract, folder):
    bad = list(faults(case, contract))
    if bad:
        raise ValueError(f"{case['case']} would not be valid: {bad}")
    plain = json.loads(json.dumps(case))   # no object is shared any more, so YAML writes no anchor
    for key in ("situation", "before"):
        plain[key] = quote_codes(plain[key], contract.codes)
    (folder / f"{case['case']}.yaml").write_text(dump_yaml(plain), encoding="utf-8")


def parse_arguments():
    parser = argparse.ArgumentParser(description="Writes mutated but valid case files.")
    parser.add_argument("cases", type=Path, metavar="CASES_DIR")
    parser.add_argument("--rules", required=True, type=Path, help="folder of vocabulary.yaml and facts.yaml")
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("-o", "--output", required=True, type=Path, metavar="OUT_DIR")
    return parser.parse_args()


def main():
    arguments = parse_arguments()
    contract, chance = Contract(arguments.rules), random.Random(arguments.seed)
    paths = sorted(arguments.cases.rglob("*.yaml"))
    arguments.output.mkdir(parents=True, exist_ok=True)
    if not paths or any(arguments.output.iterdir()):
        print("no case to mutate" if not paths else f"{arguments.output} is not empty", file=sys.stderr)
        return 2
    for number in range(arguments.count):
        case = read_yaml(chance.choice(paths))
        case["case"] = f"{case['case']}_m{number:04d}"
        write_mutant(Mutation(case, contract, chance).run(), contract, arguments.output)
    print(f"{arguments.count} mutants of {len(paths)} cases, seed {arguments.seed}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
