#!/usr/bin/env python3
"""What the program prints and writes as JSON is what src/report/schemas says: nothing else, and nothing less.

Every output must be valid by its schema, read strictly: a key that no schema describes is a failure, and so is a described
key that no output has, a key that is not required and always there, a closed list that is not the one of the code, a place
where anything goes. Small faults put into outputs must be refused; a key more must be taken by the schemas as published.

Usage: tests/schema/outputs_test.py ENGINE [--answers PROGRAM] [--one-in N]
ENGINE is the command line. PROGRAM (tests/abi/answers.cc) gives the answers of the C interface; without it they are not looked
at, which is said. --one-in N takes one case out of N (for slow builds).
"""
import argparse
import json
import sys
import tempfile
import time
from pathlib import Path

import jsonschema

sys.path.insert(0, str(Path(__file__).parent))
import output_schemas as schemas  # noqa: E402
from output_runs import Runs  # noqa: E402

# What a host may rely on: keys of the contract, which stay required.
CONTRACT = {
    "route": ["format", "pack/id", "pack/version", "pack/hash", "territory/id", "territory/hash", "provisional",
              "qualification/urgency", "qualification/questions/*/facts", "qualification/questions/*/text",
              "qualification/questions/*/decides", "qualification/questions/*/weight", "qualification/questions/*/sensitive",
              *(f"qualification/needs/*/{key}" for key in ("id", "need", "right", "operator", "dimension", "status", "help",
                                                           "urgency")),
              *(f"qualification/needs/*/because/*/{key}" for key in ("rule", "file", "line", "source", "text")),
              *(f"plans/*/cost/{key}" for key in ("days", "travel_minutes", "handoffs", "loss_risk")),
              *(f"plans/*/stops/*/{key}" for key in ("id", "after", "actor", "type", "name", "day", "requires", "produces")),
              "plans/*/stops/*/serves/*/id", "plans/*/stops/*/serves/*/help",
              *(f"plans/*/stops/*/handoff/{key}" for key in ("mode", "from", "owner", "check_on_day", "note/tell", "note/keep")),
              *(f"plans/*/stops/*/because/*/{key}" for key in ("rule", "source", "text")),
              "plans/*/lanes/digital", "plans/*/lanes/administrative", "plans/*/lanes/social",
              "unmet/*/id", "unmet/*/why/*/actor_type", "unmet/*/why/*/rule", "unmet/*/why/*/text", "waived/*/id", "waived/*/by",
              "why_not/*/actor", "why_not/*/rule", "why_not/*/text", "why_not/*/would_change"],
    "qualify": ["format", "pack/id", "provisional", "qualification/urgency", "qualification/needs", "qualification/questions"],
    "test": ["cases/*/case", *(f"cases/*/checks/*/{key}" for key in ("check", "pass", "expected", "got"))],
}
# Keys that only the C interface gives, and schemas that only it uses.
OF_INTERFACE = {"route/html", "route/dot"}
SCHEMAS_OF_INTERFACE = {"ask", "about", "words", "places", "grid", "read"}
failures = []
checks = 0


def check(holds, message):
    global checks
    checks += 1
    if not holds:
        failures.append(message)
        if len(failures) <= 40:
            print(f"FAILED {message}")
    return holds


def one_key_each(pairs):
    made = dict(pairs)
    if len(made) < len(pairs):
        raise ValueError(f"a key twice among {[key for key, _ in pairs]}")
    return made


def parsed(text):
    return json.loads(text, object_pairs_hook=one_key_each)


class Seen:
    """Which keys, lists and values of each schema outputs have; documents in which each place is found."""

    def __init__(self):
        self.objects = {}  # by the identity of a table of keys: [its place, how often, how often each key, the table, required]
        self.places = {}  # by (schema, place): the smallest document with it, and its path there

    def add(self, name, schema, document, size):
        def visit(here, value, at, place):
            old = self.places.get((name, place, value is None))
            if old is None or size < old[0]:
                self.places[name, place, value is None] = (size, document, at)
            if isinstance(value, dict) and "properties" in here:
                keys = here["properties"]
                entry = self.objects.setdefault(id(keys), [name + place, 0, {}, keys, here.get("required", [])])
                entry[1] += 1
                for key in value:
                    entry[2][key] = entry[2].get(key, 0) + 1
        schemas.walk(schema, document, visit)


def check_form(written, whole):
    """The schemas as files: well-formed, named, without holes, and closed as the code closes them."""
    for name, schema in written.items():
        jsonschema.Draft202012Validator.check_schema(schema)
        check(schema.get("$id") == f"aiguillage:{name}", f"{name}: its $id is {schema.get('$id')}")
        check(" / " in schema.get("title", ""), f"{name}: no title in both languages")
        check("description" in schema, f"{name}: no description")
        for words, comment in schemas.closed_lists(schema):
            wrong = schemas.not_in_code(words, comment)
            check(not wrong, f"{name}: {words[:3]}…: {wrong}")
        for part in schema.get("$defs", {}):
            used = f"aiguillage:{name}#/$defs/{part}"
            check(any(one == used or one.startswith(used + "/") for one in whole.used), f"{used} is used nowhere")
    for name, schema in whole.by_name.items():
        for hole in schemas.holes_of(schema):
            check(False, f"{name} takes anything at {hole}")


def check_contract(strict):
    for name, paths in CONTRACT.items():
        for path in paths:
            here = strict.by_name[name]
            for step in path.split("/"):
                here = next((one for one in here.get("anyOf", []) if one.get("type") != "null"), here)
                known = step == "*" and "items" in here or step in here.get("required", [])
                if not check(known, f"{name}: {path} is in the contract and not required"):
                    break
                here = here["items"] if step == "*" else here["properties"][step]


def check_outputs(outputs, strict, seen):
    """Each output is valid by its schema; the same bytes are looked at once."""
    valid = {name: schemas.validator(schema) for name, schema in strict.by_name.items()}
    looked_at = set()
    for name, what, text in outputs:
        if (name, text) in looked_at:
            continue
        looked_at.add((name, text))
        try:
            document = parsed(text)
        except ValueError as wrong:
            check(False, f"{what}: not JSON: {wrong}")
            continue
        why = schemas.refusal(valid[name], document)
        if check(why is None, f"{what}: not {name}: {why}"):
            seen.add(name, strict.by_name[name], document, len(text))
    return len(looked_at)


def tables_of(schema, name, found, place=""):
    """All tables of keys of a schema, by identity, each with the first place where it stands."""
    if "properties" in schema:
        found.setdefault(id(schema["properties"]), (name + place, schema["properties"]))
    for key, one in schema.get("properties", {}).items():
        tables_of(one, name, found, f"{place}/{key}")
    for key in ("items", "additionalProperties"):
        if isinstance(schema.get(key), dict):
            tables_of(schema[key], name, found, f"{place}/*")
    for one in schema.get("anyOf", []) if "type" not in schema else []:
        tables_of(one, name, found, place)


def check_all_seen(strict, seen, interface):
    """No schema says more than outputs do."""
    tables = {}
    for name, schema in strict.by_name.items():
        if interface or name not in SCHEMAS_OF_INTERFACE:
            tables_of(schema, name, tables)
    for one, (place, keys) in tables.items():
        _, times, of_key, _, required = seen.objects.get(one, (place, 0, {}, keys, []))
        for key in keys:
            if interface or f"{place}/{key}" not in OF_INTERFACE:
                check(key in of_key, f"no output has {place}/{key}")
            check(key in required or of_key.get(key, 0) < times or times == 0, f"{place}/{key} is always there and not required")


def check_mutants(strict, published, seen):
    """Small faults at every place of outputs are refused; a key more is taken by the schemas as published."""
    tried = 0
    valid, bearing = ({name: schemas.validator(one) for name, one in all_of.by_name.items()} for all_of in (strict, published))
    for (name, place, _), (_, document, at) in sorted(seen.places.items(), key=lambda one: one[0]):
        small, path = schemas.pruned(strict.by_name[name], document, at), schemas.where_pruned(at)
        if schemas.refusal(valid[name], small) is not None:
            small, path = document, list(at)
        found = []
        schemas.walk(strict.by_name[name], small, lambda here, value, where, _: found.append((here, value, list(where))))
        here, value = next((one, value) for one, value, where in found if where == path)
        kind = strict_schema_at(strict.by_name[name], path, small)
        for fault, wrong in schemas.others_for(kind, value):
            tried += 1
            changed = schemas.replaced(small, path, wrong)
            check(schemas.refusal(bearing[name], changed) is not None, f"{name}{place}: {fault} is not refused")
        if isinstance(value, dict) and "properties" in here:
            tried += 1
            more = schemas.replaced(small, path, {**value, "a_new_key": 1})
            check(schemas.refusal(valid[name], more) is not None, f"{name}{place}: a key that no schema describes is not found")
            check(schemas.refusal(bearing[name], more) is None, f"{name}{place}: hosts could not bear a new key")
    return tried


def strict_schema_at(schema, path, document):
    """The schema of one place, with what null would be taken by."""
    for step in path:
        schema, document = schemas.chosen(schema, document), document[step]
        own = schema.get("properties", {})
        schema = schema["items"] if isinstance(step, int) else own.get(step, schema.get("additionalProperties"))
    if "anyOf" not in schema or "type" in schema:
        return schema
    kinds = [one for branch in schema["anyOf"] for one in schemas.types_of(branch)]
    return {**schemas.chosen(schema, document), "type": kinds}


def check_published(written, seen):
    """The files as any validator reads them: references found by $id."""
    store = {schema["$id"]: schema for schema in written.values()}
    for name in {one for one, _, _ in seen.places}:
        document = seen.places[name, "", False][1]
        resolver = jsonschema.RefResolver(written[name]["$id"], written[name], store=store)
        valid = jsonschema.Draft202012Validator(written[name], resolver=resolver, format_checker=schemas.FORMATS)
        why = schemas.refusal(valid, document)
        check(why is None, f"{name}, references found by $id: {why}")


def main():
    arguments = argparse.ArgumentParser(usage=__doc__.split("Usage: ")[1])
    arguments.add_argument("engine")
    arguments.add_argument("--answers")
    arguments.add_argument("--one-in", type=int, default=1)
    given = arguments.parse_args()
    start = time.monotonic()
    written = schemas.load_all()
    strict, published = schemas.Whole(written, True), schemas.Whole(written, False)
    check_form(written, strict)
    check_contract(strict)
    seen = Seen()
    with tempfile.TemporaryDirectory() as work:
        runs = Runs(given.engine, given.answers, Path(work), given.one_in, check)
        outputs = runs.all()
    ran = time.monotonic()
    count = check_outputs(outputs, strict, seen)
    check_all_seen(strict, seen, given.answers is not None)
    tried = check_mutants(strict, published, seen)
    check_published(written, seen)
    check(count > 60, f"only {count} outputs were looked at")
    check(tried > 1000, f"only {tried} faults were tried")
    if given.answers is None:
        print("outputs_test: the answers of the C interface are not looked at: no --answers PROGRAM")
    print(f"outputs_test: {count} outputs, {tried} faults, {checks} checks, {len(failures)} failures; "
          f"{ran - start:.0f} s to run, {time.monotonic() - ran:.0f} s to look")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
