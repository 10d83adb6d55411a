#!/usr/bin/env python3
"""Proves that rules/france is consistent and, given the shared folder, that it says exactly what its tables say.

Usage: check_tables.py --root REPOSITORY [--shared DIR]. Exit 1 on any difference.
"""
import argparse
import csv
import re
import sys
from pathlib import Path

import yaml

HEADER = {"title", "text", "strength", "evidence", "sources", "valid_from", "valid_until", "review_by"}
STRENGTH = {"hard", "strong", "soft"}
EVIDENCE = {"measured", "testimony", "analysis", "law", "public", "judgement", "assumed"}
NEED_KEYS = {"need", "met_by", "at_least", "minutes", "minutes_by_right", "decided", "decided_with_claim", "procedure", "offline", "waiting",
             "vital",
             "needs_no_stop", "sources", "right_from", "rules", "valid_from", "valid_until", "review_by"}
STATE_KEYS = HEADER | {"state", "missing_when", "held_when", "produced_by", "required_by", "new_element", "per_need", "spoken", "covers",
                       "barred_by_consent"}
EFFECTS = {"exclude", "replace_operator", "hand_off", "hand_off_in_time", "not_first", "vital_first", "new_element",
           "offline", "defer", "prefer_help", "same_helper", "check_hand_off", "within_reach", "book_for", "next_date"}
SOURCE_ID = re.compile(r"\b(?:[ERNQO]\d{3}|L\d{2}b?)\b")

# Said in words, not in columns: ranking.csv (urg_critical), U07 and U06, A03, states.csv and matrix.demarches (3.2).
CRITICAL = {"rent_arrears", "energy_arrears", "care_access", "file_unblocking", "file_follow_up", "housing_need",
            "shelter_emergency", "psychological_distress", "release_from_detention", "resource_emergency",
            "violence_safety"}
VITAL = {"resource_emergency": "always", "shelter_emergency": "always", "violence_safety": "always",
         "care_access": "health_state=acute_now"}
NO_STOP = {"rights_review"}
NEW_ELEMENT = {"direct_contact", "mandate", "documents_complete", "language_bridged"}
BARRED = {"mandate", "call_agreed", "transmission_agreed"}
TITLE_MINUTES = "45 passport and 90 licence or vehicle papers"
PARTIAL_NEEDS = {"first_claim", "recurring_declaration", "change_of_situation", "eligibility_check", "form_content",
                 "file_follow_up", "file_unblocking", "appeal", "health_cover", "identity_document"}
COLUMNS = {  # column of matrix.demarches -> operators, rights decided by another operator (or one right of an operator)
    "taxes": (["tax_office"], []), "secure_titles": (["secure_titles_agency"], ["passport", "identity_card"]),
    "stay_permit": (["prefecture"], []), "justice": (["justice_point"], []), "renovation": (["france_renov"], []),
    "energy_voucher": (["energy_voucher_service"], []), "apa_fsl": (["departmental_council"], []),
    "municipal": (["municipal_services"], ["civil_status", "voter_registration"]),
    "housing_dalo": (["housing_operator", "dalo_commission"], []), "over_indebtedness": (["bank_of_france"], []),
    "training_account": ([], ["training_account"]), "school": (["education_service"], [])}


class Report:
    def __init__(self, excuses=()):
        self.passed = self.failed = 0
        self.excuses = {(one["in"], one["row"]): 0 for one in excuses}

    def check(self, holds, message):
        if holds:
            self.passed += 1
        else:
            self.failed += 1
            print(f"FAILED {message}")
        return holds

    def excused(self, what, row):
        """True when tests/beyond_tables.yaml says why this row differs."""
        found = [key for key in self.excuses if key[0] == what and row.startswith(key[1])]
        for key in found:
            self.excuses[key] += 1
        return bool(found)

    def all_excuses_serve(self):
        for (what, row), times in self.excuses.items():
            self.check(times > 0, f"beyond_tables.yaml: nothing differs any more in {what}: {row}")

    def same(self, what, table, pack):
        for row in sorted(table | pack):
            if not (row in table and row in pack) and self.excused(what, row):
                continue
            where = "only in the tables" if row not in pack else "only in the pack"
            self.check(row in table and row in pack, f"{what}: {where}: {row}")


# ---- conditions: one normal form for the tables and for the pack

TRUE = ("and", frozenset())
TOKEN = re.compile(r"\s*(?:(?P<sign>[()&|])|(?P<f1>\w+)\s*(?P<n1>!?)(?:in|has)\s*\{(?P<values>[^}]*)\}"
                   r"|(?P<f2>\w+)\s+(?P<low>\d+)\.\.(?P<high>\d+)"
                   r"|(?P<f3>\w+)\s*(?P<op>!<=|<=|>=|!=|=)\s*(?P<value>\w+)|(?P<word>always))")


def conj(parts):
    flat = set()
    for part in parts:
        flat |= part[1] if part[0] == "and" else {part}
    return flat.pop() if len(flat) == 1 else ("and", frozenset(flat))


def disj(parts):
    flat = set()
    for part in parts:
        flat |= part[1] if part[0] == "or" else {part}
    return flat.pop() if len(flat) == 1 else ("or", frozenset(flat))


def negate(expression):
    if expression[0] == "or":
        return conj(negate(part) for part in expression[1])
    if expression[0] == "in" and len(expression[2]) > 1:
        return conj(negate(("in", expression[1], frozenset([value]))) for value in expression[2])
    return ("not", expression)


def show(expression):
    kind = expression[0]
    if expression == TRUE:
        return "always"
    if kind in ("and", "or"):
        return "(" + {"and": " & ", "or": " | "}[kind].join(sorted(map(show, expression[1]))) + ")"
    if kind == "not":
        return "not " + show(expression[1])
    if kind == "in":
        return f"{expression[1]} in {{{','.join(sorted(expression[2]))}}}"
    return " ".join(str(part) for part in expression)


def of_token(match):
    if match["word"]:
        return TRUE
    if match["f1"]:
        leaf = ("in", match["f1"], frozenset(value.strip() for value in match["values"].split(",")))
        return negate(leaf) if match["n1"] else leaf
    if match["f2"]:
        return ("range", match["f2"], int(match["low"]), int(match["high"]))
    if match["op"] in ("=", "!="):
        leaf = ("in", match["f3"], frozenset([match["value"]]))
    elif match["op"] == ">=":
        leaf = ("range", match["f3"], int(match["value"]), None)
    else:
        leaf = ("range", match["f3"], None, int(match["value"]))
    return negate(leaf) if match["op"].startswith("!") else leaf


def of_table(written):
    """The condition of a table: `&` binds before `|`."""
    written, at, tokens = written.strip(), 0, []
    while at < len(written):
        match = TOKEN.match(written, at)
        if not match:
            raise ValueError(f"condition not understood: {written[at:]}")
        tokens.append(match["sign"] or of_token(match))
        at = match.end()

    def alternatives():
        parts = [conjunction()]
        while tokens and tokens[0] == "|":
            tokens.pop(0)
            parts.append(conjunction())
        return disj(parts)

    def conjunction():
        parts = [operand()]
        while tokens and tokens[0] == "&":
            tokens.pop(0)
            parts.append(operand())
        return conj(parts)

    def operand():
        token = tokens.pop(0)
        if token != "(":
            return token
        inner = alternatives()
        tokens.pop(0)
        return inner

    return alternatives() if tokens else TRUE


def listed(value):
    return value if isinstance(value, list) else [value]


def word(value):
    return str(value).lower() if isinstance(value, bool) else str(value)


def of_pack(node):
    parts = []
    for key, value in (node or {}).items():
        if key in ("any", "all"):
            parts.append((disj if key == "any" else conj)([of_pack(one) for one in value]))
        elif key == "unless":
            parts.append(negate(of_pack(value)))
        elif isinstance(value, dict) and set(value) <= {"at_least", "at_most"}:
            parts.append(("range", key, value.get("at_least"), value.get("at_most")))
        elif isinstance(value, dict):
            parts.append((next(iter(value)), key, frozenset(map(word, listed(next(iter(value.values())))))))
        elif key != "always":
            parts.append(("in", key, frozenset(map(word, listed(value)))))
    return conj(parts)


def whole(*nodes):
    """when and unless of a file and of its line, as one condition."""
    parts = []
    for node in nodes:
        parts.append(of_pack(node.get("when")))
        if "unless" in node:
            parts.append(negate(of_pack(node["unless"])))
    return conj(parts)


# ---- reading

def read(path):
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def folder(root, name):
    return {path.stem: read(path) for path in sorted((root / name).glob("*.yaml"))}


def table(path):
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return list(csv.DictReader(lines))


def cited(words):
    return set(SOURCE_ID.findall(words)) | ({"assumed"} if "assumed" in words else set())


class Pack:
    def __init__(self, root):
        self.root = root
        self.vocabulary, self.facts_file = read(root / "vocabulary.yaml"), read(root / "facts.yaml")
        for name in ("pack", "claims", "ranking", "urgency"):
            setattr(self, name, read(root / f"{name}.yaml"))
        for name in ("needs", "states", "competence", "routing", "sources"):
            setattr(self, name, folder(root, name))
        self.questions = read(root / "questions.yaml") if (root / "questions.yaml").exists() else {"groups": []}
        self.rights = {one["id"]: one for one in self.facts_file["value_lists"]["rights"]}
        self.facts = dict(self.facts_file["facts"])
        for part in folder(root, "facts").values():
            self.facts |= part["facts"]
        self.dimension = {one["id"]: lane for lane, all_of in self.vocabulary["need_types"].items() for one in all_of}
        self.names = {key: {one["id"] for one in self.vocabulary[key]} for key in (
            "actor_types", "actor_groups", "dimensions", "help_levels", "handoff_modes", "urgency", "consent_kinds")}
        self.names |= {"needs": set(self.dimension), "rights": set(self.rights), "states": set(self.states),
                       "facts": set(self.facts)}
        self.register = {one["id"] for part in self.sources.values() for one in part["sources"]} | {"assumed"}

    def values(self, fact):
        """The ids that a fact may take; None for a number or a code."""
        about = self.facts[fact]
        if about["type"] == "boolean":
            return {"true", "false"}
        if "values_from" in about:
            place, name = about["values_from"].split(".")
            source = self.facts_file["value_lists"] if place == "value_lists" else self.vocabulary
            return {one["id"] for one in source[name]}
        return {one["id"] for one in about["values"]} if "values" in about else None


# ---- internal consistency

class Consistency:
    def __init__(self, pack, report):
        self.pack, self.report = pack, report

    def all(self):
        self.names_of_files()
        for name in sorted(self.pack.root.rglob("*.yaml")):
            self.texts_and_sources(read(name), str(name.relative_to(self.pack.root)))
        for need, doc in self.pack.needs.items():
            self.need(doc, f"needs/{need}.yaml")
        for state, doc in self.pack.states.items():
            self.state(doc, f"states/{state}.yaml")
        for actor, doc in self.pack.competence.items():
            self.competence(doc, f"competence/{actor}.yaml")
        for rule, doc in self.pack.routing.items():
            self.routing(doc, f"routing/{rule}.yaml")
        self.lists()

    def keys(self, node, allowed, required, where):
        self.report.check(set(node) <= set(allowed), f"{where}: unknown keys {sorted(set(node) - set(allowed))}")
        self.report.check(set(required) <= set(node), f"{where}: missing keys {sorted(set(required) - set(node))}")

    def known(self, kind, ids, where):
        for one in listed(ids):
            self.report.check(one in self.pack.names[kind], f"{where}: {one!r} is not in {kind}")

    def references(self, ids, where):
        for one in ids:
            need, _, right = one.partition(":")
            self.known("needs", need, where)
            if right:
                self.known("rights", right, where)

    def header(self, node, where):
        self.report.check(node.get("strength") in STRENGTH, f"{where}: strength {node.get('strength')!r}")
        self.report.check(node.get("evidence") in EVIDENCE, f"{where}: evidence {node.get('evidence')!r}")
        self.report.check({"title", "text", "sources"} <= set(node), f"{where}: title, text and sources are required")

    def conditions(self, node, where, kinds=("right", "operator")):
        for key in ("when", "unless", "missing_when", "held_when"):
            if key in node:
                self.condition(node[key], f"{where} ({key})", kinds)

    def condition(self, node, where, kinds):
        lists = {"right": "rights", "operator": "actor_types", "urgency": "urgency", "need": "needs",
                 "dimension": "dimensions"}
        if not self.report.check(isinstance(node, dict) and bool(node), f"{where}: a condition is a mapping"):
            return
        for key, value in node.items():
            if key in ("any", "all", "unless"):
                for one in listed(value):
                    self.condition(one, where, kinds)
            elif key in lists:
                self.report.check(key in kinds, f"{where}: {key} has no meaning here")
                self.known(lists[key], value, where)
            elif key == "always":
                self.report.check(value is True, f"{where}: always is true")
            elif self.report.check(key in self.pack.facts, f"{where}: {key!r} is not a fact"):
                self.fact(key, value, where)

    def fact(self, fact, value, where):
        values = self.pack.values(fact)
        if isinstance(value, dict) and set(value) <= {"at_least", "at_most"}:
            self.report.check(self.pack.facts[fact]["type"] in ("integer", "number"), f"{where}: {fact} is no number")
        elif isinstance(value, dict) and "empty" in value:
            self.report.check(self.pack.facts[fact]["type"] == "set", f"{where}: {fact} is no set")
        else:
            for one in listed(value.get("lacks", []) if isinstance(value, dict) else value):
                self.report.check(values is not None and word(one) in values, f"{where}: {fact} has no value {one!r}")

    def texts_and_sources(self, node, where):
        if isinstance(node, list):
            for one in node:
                self.texts_and_sources(one, where)
        if not isinstance(node, dict):
            return
        if "fr" in node or "en" in node:
            self.report.check(all(str(node.get(key) or "").strip() for key in ("fr", "en")),
                              f"{where}: both languages are needed: {node}")
        for key, value in node.items():
            if key in ("title", "text", "meaning"):
                self.report.check(isinstance(value, dict) and set(value) == {"fr", "en"}, f"{where}: {key} {value!r}")
            if key in ("sources", "source") and isinstance(value, list) and not where.startswith("sources/"):
                self.report.check(bool(value), f"{where}: no source")
                for one in value:
                    self.report.check(one in self.pack.register, f"{where}: source {one!r} is not in the register")
            self.texts_and_sources(value, where)

    def names_of_files(self):
        pack, same = self.pack, self.report.check
        same(pack.pack["id"] == pack.root.name, f"pack.yaml: id {pack.pack['id']!r}")
        for part, key in (("needs", "need"), ("states", "state"), ("competence", "actor"), ("routing", "id")):
            for name, doc in getattr(pack, part).items():
                same(doc.get(key) == name, f"{part}/{name}.yaml: {key} is {doc.get(key)!r}")
        for name, doc in pack.sources.items():
            for one in doc["sources"]:
                same(one["id"].startswith(name) and one["statement"], f"sources/{name}.yaml: {one['id']}")
        self.report.same("needs with a file", pack.names["needs"], set(pack.needs))

    def need(self, doc, where):
        self.keys(doc, NEED_KEYS, ["need", "met_by", "at_least", "minutes", "waiting", "sources", "rules"], where)
        self.known("help_levels", doc["met_by"] + [doc["at_least"]], where)
        self.report.check(doc["waiting"] in ("digital", "normal", "critical"), f"{where}: waiting {doc['waiting']!r}")
        for one in doc.get("minutes_by_right", []):
            self.known("rights", one["rights"], where)
        for key in ("decided", "vital"):
            self.conditions(doc.get(key, {}), f"{where} {key}")
        for one in doc.get("right_from", {}).get("of", []):
            self.keys(one, ["fact", "right", "only", "when"], [], where)
            self.known("facts", one["fact"], where) if "fact" in one else self.known("rights", one["right"], where)
            self.known("rights", one.get("only", []), where)
            self.conditions(one, f"{where} right_from")
        for rule in doc["rules"]:
            at = f"{where} {rule.get('id')}"
            self.keys(rule, HEADER | {"id", "when", "unless", "social_check"}, ["id", "when"], at)
            self.header(rule, at)
            self.conditions(rule, at)

    def state(self, doc, where):
        self.keys(doc, STATE_KEYS, ["state", "required_by"], where)
        self.header(doc, where)
        self.conditions(doc, where)
        made, wanted = doc.get("produced_by", {}), doc["required_by"]
        self.keys(made, ["needs", "help", "actors", "handoffs", "on_the_spot"], [], where)
        self.keys(wanted, ["needs", "decisions", "help", "help_outside_operators", "actors", "handoffs",
                           "minutes_at_least"], [], where)
        for side in (made, wanted):
            self.references(side.get("needs", []) + side.get("decisions", []), where)
            self.known("help_levels", side.get("help", []) + side.get("help_outside_operators", []), where)
            self.known("actor_types", side.get("actors", []), where)
            self.known("handoff_modes", side.get("handoffs", []), where)
        self.known("consent_kinds", doc.get("barred_by_consent", []), where)

    def competence(self, doc, where):
        self.keys(doc, ["actor", "partial_for", "when", "unless", "serves"], ["actor", "serves"], where)
        self.known("actor_types", doc["actor"], where)
        self.known("actor_types", doc.get("partial_for", {}).get("operators", []), where)
        self.known("rights", doc.get("partial_for", {}).get("rights", []), where)
        self.conditions(doc, where)
        for line in doc["serves"]:
            required = ["needs", "grade", "help", "sources"]
            self.keys(line, required + ["when", "unless"], required, where)
            self.known("needs", line["needs"], where)
            self.known("help_levels", line["help"], where)
            self.report.check(line["grade"] in ("competent", "partial"), f"{where}: grade {line['grade']!r}")
            self.conditions(line, f"{where} {line['needs'][0]}")

    def routing(self, doc, where):
        self.keys(doc, HEADER | {"id", "when", "unless", "then"}, ["id", "then"], where)
        self.header(doc, where)
        self.conditions(doc, where, ("right", "operator", "urgency", "need", "dimension"))
        self.report.check(len(doc["then"]) == 1 and set(doc["then"]) <= EFFECTS, f"{where}: then {list(doc['then'])}")
        effect, value = next(iter(doc["then"].items()))
        if effect in ("hand_off", "hand_off_in_time", "book_for"):
            self.known("handoff_modes", value, where)
        if not isinstance(value, dict):
            return
        kinds = {"actors": "actor_types", "groups": "actor_groups", "dimensions": "dimensions", "help": "help_levels",
                 "actors_in": "facts", "from": "actor_types", "by": "actor_types", "rights": "rights", "needs": "needs",
                 "doors": "facts", "actor": "actor_types"}
        for node in [value] + value.get("except", []):
            self.keys(node, set(kinds) | {"deciding_too", "any_procedure", "except", "when"}, [], where)
            self.conditions(node, where)
            for key in set(node) & set(kinds):
                self.known(kinds[key], node[key], f"{where} {key}")

    def lists(self):
        for one in self.pack.urgency["levels"]:
            where = f"urgency.yaml {one.get('id')}"
            self.keys(one, HEADER | {"id", "level", "when", "unless"}, ["id", "level", "when"], where)
            self.known("urgency", one["level"], where)
            self.header(one, where)
            self.conditions(one, where, ("right", "operator", "need", "dimension"))
        for name, one in self.pack.ranking["values"].items():
            self.keys(one, ["value", "unit", "meaning", "source"], ["value", "unit", "meaning", "source"], name)
            said = set(SOURCE_ID.findall(one["source"]))
            self.report.check(said <= self.pack.register, f"ranking.yaml {name}: source {one['source']!r}")
        for one in self.pack.claims["claims"]:
            self.known("rights", one["rights"], "claims.yaml")
            self.known("needs", one["need"], "claims.yaml")
        for one in self.pack.claims.get("requests", []):
            self.keys(one, ["request", "right"], ["request", "right"], "claims.yaml")
            self.known("rights", one["right"], "claims.yaml")
        self.known("needs", self.pack.claims["default"], "claims.yaml")
        for group in self.pack.questions["groups"]:
            self.known("facts", group["facts"], f"questions.yaml {group['id']}")


# ---- the tables of the shared folder

class Tables:
    def __init__(self, pack, report, shared, cases):
        self.pack, self.report, self.domain = pack, report, shared / "domain"
        self.contract, self.cases = shared / "contract", cases
        self.claims = {right: one["need"] for one in pack.claims["claims"] for right in one["rights"]}

    def all(self):
        self.copies()
        for part in (self.needs, self.states, self.urgency, self.ranking, self.competence, self.partial, self.claim):
            part()

    def copies(self):
        pairs = [(self.contract / name, self.pack.root / name) for name in ("vocabulary.yaml", "facts.yaml")]
        names = {path.name for where in (self.contract / "cases", self.cases) for path in where.glob("*.yaml")}
        pairs += [(self.contract / "cases" / name, self.cases / name) for name in sorted(names)]
        for original, copy in pairs:
            same = original.exists() and copy.exists() and original.read_bytes() == copy.read_bytes()
            self.report.check(same, f"{copy.name} is not identical to the original")

    def right_of_table(self, written):
        """`a/b` = the first known, `a+b` = one for each, `{..}` = only these, `[..]` = under this condition."""
        parts = re.findall(r"([a-z_]+)(?:\{([^}]*)\})?(?:\[([^\]]*)\])?", written)
        take = "each" if "+" in re.sub(r"\[[^\]]*\]", "", written) else "first"
        return take, [self.right_row(name, only.split(",") if only else [], of_table(when))
                      for name, only, when in parts]

    def right_row(self, name, only, when):
        kind = "fact" if name in self.pack.facts else "right"
        return f"{kind} {name} only {{{','.join(sorted(only))}}} when {show(when)}"

    def minutes_of_table(self, row):
        by_right = {right: int(minutes) for minutes, rights in
                    re.findall(r"(\d+) for right in \{([^}]*)\}", row["source"]) for right in rights.split(",")}
        if TITLE_MINUTES in row["source"]:
            by_right |= {"passport": 45, "driving_licence": 90, "vehicle_registration": 90}
        return sorted((right, minutes) for right, minutes in by_right.items() if minutes != int(row["minutes"]))

    def need_of_table(self, row):
        decides = row["operator_decides"]
        condition = show(of_table(decides.partition(" and ")[2])) if decides != "no" else None
        take, rights = self.right_of_table(row["right"])
        need, lane = row["need"], row["dimension"]
        return {"dimension": lane, "met_by": sorted(row["levels"].split("|")), "at_least": row["min_level"],
                "minutes": int(row["minutes"]), "minutes_by_right": self.minutes_of_table(row), "decided": condition,
                "procedure": row["need"] in PARTIAL_NEEDS, "offline": row["offline"] == "yes",
                "right_from": (take, rights) if rights else None,
                "waiting": "digital" if lane == "digital" else "critical" if need in CRITICAL else "normal",
                "vital": show(of_table(VITAL[need])) if need in VITAL else None, "needs_no_stop": need in NO_STOP,
                "requires": sorted(filter(None, row["requires"].split("|"))), "sources": sorted(cited(row["source"]))}

    def need_of_pack(self, need, doc):
        by_right = [(right, one["minutes"]) for one in doc.get("minutes_by_right", []) for right in one["rights"]]
        decided, vital = (show(whole(doc[key])) if key in doc else None for key in ("decided", "vital"))
        origin = doc.get("right_from")
        rights = origin and [self.right_row(one.get("fact") or one["right"], one.get("only", []), whole(one))
                             for one in origin["of"]]
        return {"dimension": self.pack.dimension.get(need), "met_by": sorted(doc["met_by"]),
                "at_least": doc["at_least"], "minutes": doc["minutes"],
                "minutes_by_right": sorted(one for one in by_right if one[1] != doc["minutes"]), "decided": decided,
                "procedure": doc.get("procedure", False), "offline": doc.get("offline", False),
                "right_from": (origin["take"], rights) if origin else None,
                "waiting": doc["waiting"], "vital": vital, "needs_no_stop": doc.get("needs_no_stop", False),
                "requires": self.required_of(need), "sources": sorted(doc["sources"])}

    def required_of(self, need):
        found = set()
        for state, doc in self.pack.states.items():
            for key, mark in (("needs", ""), ("decisions", "@decide")):
                if any(one.split(":")[0] == need for one in doc["required_by"].get(key, [])):
                    found.add(state + mark)
        return sorted(found)

    def needs(self):
        wanted = {row["need"]: self.need_of_table(row) for row in table(self.domain / "needs.csv")}
        found = {need: self.need_of_pack(need, doc) for need, doc in self.pack.needs.items()}
        self.report.same("needs", *({f"{need}: {key} = {value}" for need, fields in side.items()
                                     for key, value in fields.items()} for side in (wanted, found)))

    def required_by_table(self, written):
        found = set()
        for one in written.split("|"):
            at = re.fullmatch(r"decide:(\w+) at (\w+)", one)
            if at:
                found |= {f"decide:{at[1]}:{right}" for right, need in self.claims.items()
                          if need == at[1] and self.pack.rights[right]["operator"] == at[2]}
            elif not one.startswith("return:"):
                found.add(one)
        return sorted(found)

    def state_of_table(self, row):
        when, made = row["already_true_when"], row["produced_by"]
        if "or a direct contact (A15)" in row["source"]:  # the step that needs the state is skipped then
            made += "|level:unblock|level:direct_contact"
        return {"true": "never" if when == "never" else show(of_table(when)),
                "produced_by": [] if made == "none in one plan" else sorted(made.split("|")),
                "required_by": self.required_by_table(row["required_by"]), "sources": sorted(cited(row["source"])),
                "new_element": row["state"] in NEW_ELEMENT or "return:already_sent_by" in row["required_by"],
                "per_need": "produced for the need it is given for" in row["source"],
                "barred": ["refusal"] if row["state"] in BARRED else []}

    def state_of_pack(self, doc):
        made, wanted = doc.get("produced_by", {}), doc["required_by"]
        kinds = (("need", "needs"), ("decide", "decisions"), ("level", "help"), ("actor", "actors"),
                 ("handoff", "handoffs"))
        tokens = [[f"{kind}:{one}" for kind, key in kinds for one in side.get(key, [])] for side in (made, wanted)]
        tokens[0] += ["stop:own"] if made.get("on_the_spot") else []
        tokens[1] += [f"level:{one} by non_operator" for one in wanted.get("help_outside_operators", [])]
        if "minutes_at_least" in wanted:
            tokens[1].append(f"stops of {wanted['minutes_at_least']} minutes or more")
        true = "never"
        if "missing_when" in doc:
            true = show(negate(of_pack(doc["missing_when"])))
        elif "held_when" in doc:
            true = show(of_pack(doc["held_when"]))
        return {"true": true, "produced_by": sorted(tokens[0]), "required_by": sorted(tokens[1]),
                "sources": sorted(doc["sources"]), "new_element": doc.get("new_element", False),
                "per_need": doc.get("per_need", False), "barred": doc.get("barred_by_consent", [])}

    def states(self):
        wanted = {row["state"]: self.state_of_table(row) for row in table(self.domain / "states.csv")}
        found = {state: self.state_of_pack(doc) for state, doc in self.pack.states.items()}
        self.report.same("states", *({f"{state}: {key} = {value}" for state, fields in side.items()
                                      for key, value in fields.items()} for side in (wanted, found)))

    def urgency(self):
        def row(rank, level, condition, sources):
            return f"{rank:02} {level} when {show(condition)} sources {sorted(sources)}"
        certain = negate(("in", "dimension", frozenset(["administrative", "social"])))  # head of urgency.csv
        wanted = {row(rank, one["level"], conj([of_table(one["condition"])] + [certain] * (one["level"] == "minute")),
                      cited(one["source"])) for rank, one in enumerate(table(self.domain / "urgency.csv"))}
        found = {row(rank, one["level"], whole(one), one["sources"])
                 for rank, one in enumerate(self.pack.urgency["levels"])}
        self.report.same("urgency", wanted, found)

    def ranking(self):
        wanted = {one["parameter"]: (float(one["value"]), one["unit"], one["source"])
                  for one in table(self.domain / "ranking.csv")}
        found = {name: (float(one["value"]), one["unit"], one["source"])
                 for name, one in self.pack.ranking["values"].items()}
        for name in sorted(set(found) - set(wanted)):
            self.report.check(found.pop(name)[2] == "assumed", f"ranking: {name} is not in the table nor assumed")
        self.report.same("ranking", set(map(str, wanted.items())), set(map(str, found.items())))

    def competence(self):
        def row(need, actor, grade, levels, condition, sources):
            return f"{actor} {grade} {need} {sorted(levels)} when {show(condition)} sources {sorted(sources)}"
        grades = {"competent": "C", "partial": "P"}
        wanted = {row(one["need"], one["actor"], one["grade"], one["levels"].split("|"), of_table(one["condition"]),
                      cited(one["source"])) for one in table(self.domain / "competence.csv")}
        rows = [row(need, actor, grades.get(line["grade"]), line["help"], whole(doc, line), line["sources"])
                for actor, doc in self.pack.competence.items() for line in doc["serves"] for need in line["needs"]]
        self.report.check(len(rows) == len(set(rows)), "competence: a row is said twice")
        self.report.same("competence", wanted, set(rows))

    def partial(self):
        """C becomes P only where an actor is C for a procedure; a right is listed when its operator is not."""
        text = (self.domain / "knowledge.md").read_text(encoding="utf-8")
        block = re.search(r"```csv id=matrix\.demarches\n(.*?)```", text, re.S)[1]
        able = {row["actor"] for row in table(self.domain / "competence.csv")
                if row["grade"] == "C" and row["need"] in PARTIAL_NEEDS}
        wanted = set()
        for row in csv.DictReader(block.splitlines()):
            columns = [COLUMNS.get(name, ([name], [])) for name, grade in row.items() if grade == "P"]
            operators = {one for column in columns for one in column[0]}
            rights = {one for column in columns for one in column[1] if self.pack.rights[one]["operator"]
                      not in operators}
            wanted |= {f"{row['actor']} {one}" for one in operators | rights if row["actor"] in able}
        found = {f"{actor} {one}" for actor, doc in self.pack.competence.items()
                 for ids in doc.get("partial_for", {}).values() for one in ids}
        self.report.same("partial_for", wanted, found)

    def claim(self):
        lines = (self.domain / "needs.csv").read_text(encoding="utf-8").splitlines()
        head = " ".join(line.lstrip("# ") for line in lines if line.startswith("#"))
        default, exceptions = re.search(r"The claim of a right is (\w+), except: (.*?)\.", head).groups()
        wanted = {f"{right.strip()} = {need.strip()}" for part in exceptions.split(";")
                  for rights, need in [part.split("=")] for right in rights.split(",")}
        self.report.same("claims", wanted | {default}, {f"{right} = {need}" for right, need in self.claims.items()}
                         | {self.pack.claims["default"]})


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--root", type=Path, required=True, help="the repository")
    parser.add_argument("--shared", type=Path, help="the shared folder that holds domain/ and contract/")
    options = parser.parse_args()
    report = Report(yaml.safe_load((options.root / "tests" / "beyond_tables.yaml").read_text(encoding="utf-8")))
    pack = Pack(options.root / "rules" / "france")
    Consistency(pack, report).all()
    if options.shared and options.shared.is_dir():
        Tables(pack, report, options.shared, options.root / "tests" / "cases").all()
        report.all_excuses_serve()
    else:
        print(f"skipped: no shared folder ({options.shared or 'not given'}): the pack was not compared with its tables")
    print(f"{report.passed} passed, {report.failed} failed")
    return 1 if report.failed else 0


if __name__ == "__main__":
    sys.exit(main())
