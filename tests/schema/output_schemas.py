"""The JSON Schemas of outputs: read, put in one piece, made strict, walked beside a document, and tried on small faults."""
import copy
import json
import re
from pathlib import Path

import jsonschema

ROOT = Path(__file__).resolve().parent.parent.parent
FOLDER = ROOT / "src/report/schemas"
ENDING = ".schema.json"
FORMATS = jsonschema.FormatChecker(["date"])
KINDS = {"null": None, "boolean": True, "integer": 7, "number": 7.5, "string": "wrong", "array": [], "object": {}}
PYTHON = {"null": type(None), "boolean": bool, "integer": int, "number": (int, float), "string": str, "array": list, "object": dict}


def load_all():
    """The schemas as they are written, by name."""
    return {file.name[:-len(ENDING)]: json.loads(file.read_text(encoding="utf-8")) for file in sorted(FOLDER.glob("*" + ENDING))}


def at_pointer(tree, pointer):
    for step in pointer.split("/")[1:]:
        tree = tree[step]
    return tree


class Whole:
    """Schemas whose references are replaced by what they name; with `strict`, a key that none describes is refused."""

    def __init__(self, written, strict):
        self.written, self.strict, self.made, self.used = written, strict, {}, set()
        self.by_name = {name: self.whole(schema) for name, schema in written.items() if name != "common"}

    def named(self, reference):
        if reference not in self.made:
            name, _, pointer = reference.partition("#")
            self.used.add(reference)
            self.made[reference] = self.whole(at_pointer(self.written[name.removeprefix("aiguillage:")], pointer))
        return self.made[reference]

    def whole(self, schema):
        beside = {key: self.part(key, value) for key, value in schema.items() if key not in {"$ref", "$defs"}}
        if "$ref" in schema:
            named = self.named(schema["$ref"])
            if beside.keys() - {"description"}:
                raise ValueError(f"beside the reference {schema['$ref']}: {sorted(beside)}")
            return {**named, **beside}
        if self.strict and "properties" in schema:
            beside.setdefault("additionalProperties", False)
        return beside

    def part(self, key, value):
        if key == "properties":
            return {name: self.whole(one) for name, one in value.items()}
        if key == "items" or (key == "additionalProperties" and value is not False):
            return self.whole(value)
        if key == "anyOf" and any("$ref" in one for one in value):
            return [self.whole(one) for one in value]
        return value


def validator(schema):
    return jsonschema.Draft202012Validator(schema, format_checker=FORMATS)


def refusal(valid, document):
    """Why a document is refused; None when it is not."""
    found = next(valid.iter_errors(document), None)
    return found and f"/{'/'.join(map(str, found.absolute_path))}: {found.message[:200]}"


def chosen(schema, value):
    """The branch of what may be null that a value takes."""
    if "anyOf" in schema and "type" not in schema:
        return next(one for one in schema["anyOf"] if (one.get("type") == "null") == (value is None))
    return schema


def walk(schema, value, visit, at=(), place=""):
    """Calls visit(schema, value, at, place) at each value: `at` is its path in the document, `place` its kind of path."""
    schema = chosen(schema, value)
    visit(schema, value, at, place)
    if isinstance(value, dict):
        for key, one in value.items():
            below = schema.get("properties", {}).get(key, schema.get("additionalProperties"))
            if isinstance(below, dict):
                walk(below, one, visit, (*at, key), f"{place}/{key if key in schema.get('properties', {}) else '*'}")
    elif isinstance(value, list):
        for number, one in enumerate(value):
            walk(schema["items"], one, visit, (*at, number), f"{place}/*")


def types_of(schema):
    types = schema.get("type", [])
    return [types] if isinstance(types, str) else types


def holes_of(schema, place=""):
    """The places of a whole schema where anything goes."""
    types = types_of(schema)
    said = [{"object": {"properties", "additionalProperties"}, "array": {"items"}}.get(one, {"type"}) for one in types]
    if not all(one & schema.keys() for one in said) or not (types or schema.keys() & {"enum", "const", "anyOf"}):
        yield place
    if types == ["object"] and "properties" in schema and not schema.get("required"):
        yield place + " (nothing is required)"
    for key, one in schema.get("properties", {}).items():
        yield from holes_of(one, f"{place}/{key}")
    for key in ("items", "additionalProperties"):
        if isinstance(schema.get(key), dict):
            yield from holes_of(schema[key], f"{place}/*")
    for one in schema.get("anyOf", []) if "type" not in schema else []:
        if one.get("type") != "null":
            yield from holes_of(one, place)


def closed_lists(schema):
    """Each (words, comment) of a written schema: a list that is closed in the code, and the file that says where."""
    if isinstance(schema, dict):
        if "enum" in schema or "$comment" in schema:
            yield schema.get("enum", schema.get("required", [])), schema.get("$comment")
        for one in schema.values():
            yield from closed_lists(one)
    elif isinstance(schema, list):
        for one in schema:
            yield from closed_lists(one)


def not_in_code(words, comment):
    """What is wrong with a closed list: with arrays after its file, it has all of the first and nothing that none has."""
    if not comment:
        return "no $comment says which file closes it"
    file, _, arrays = comment.partition(": ")
    source = (ROOT / file).read_text(encoding="utf-8")
    if not arrays:
        absent = [one for one in words if f'"{one}"' not in source]
        return absent and f"not in {file}: {absent}"
    found = [re.search(rf"\b{name}\b[^;{{]*(?:\{{[^;{{]*)?\{{(.*?)\}}", source, re.S) for name in arrays.split()]
    if not all(found):
        return f"no such array in {comment}"
    lists = [re.findall(r'"(.*?)"', one[1]) for one in found]
    if set(lists[0]) - set(words) or set(words) - set().union(*lists) or len(set(words)) < len(words):
        return f"{comment} is {lists}"
    return None


def pruned(schema, value, at):
    """A small document: of each list, what leads to `at`, and as much else as the schema asks for."""
    schema = chosen(schema, value)
    if isinstance(value, dict):
        own = schema.get("properties", {})
        return {key: pruned(own.get(key, schema.get("additionalProperties")), one, at[1:] if at and at[0] == key else ())
                for key, one in value.items()}
    if isinstance(value, list):
        first = [value[at[0]]] if at else value[:1]
        rest = [one for one in value if one is not first[0]][:max(0, schema.get("minItems", 1) - 1)] if first else []
        return [pruned(schema["items"], one, at[1:] if number == 0 else ()) for number, one in enumerate([*first, *rest])]
    return value


def where_pruned(at):
    """The path of a value in its pruned document: what leads to it comes first in its list."""
    return [0 if isinstance(step, int) else step for step in at]


def others_for(schema, value):
    """Values that a schema must refuse, each with its fault."""
    types = types_of(schema)
    for kind, wrong in KINDS.items():
        if types and kind not in types and not any(type(wrong) is not bool and isinstance(wrong, PYTHON[one]) for one in types):
            yield f"a {kind}", wrong
    if "enum" in schema or "const" in schema:
        yield "a word of no list", "no_such_word"
        yield "a number", 2
    if "pattern" in schema:
        yield "a text of another form", next(one for one in ("", " ", " ,;") if not re.search(schema["pattern"], one))
    if "format" in schema:
        yield "a day that does not exist", "2026-02-30"
    if "minimum" in schema:
        yield "a number too small", schema["minimum"] - 1
    if "maximum" in schema:
        yield "a number too great", schema["maximum"] + 1
    if isinstance(value, list) and schema.get("minItems", 0) > 0:
        yield "an empty list", value[:schema["minItems"] - 1]
    if isinstance(value, list) and "maxItems" in schema and value:
        yield "too long a list", value[:1] * (schema["maxItems"] + 1)
    if isinstance(value, dict):
        for key in schema.get("required", []):
            yield f"without {key}", {name: one for name, one in value.items() if name != key}


def replaced(document, at, value):
    """A copy with another value at one place."""
    if not at:
        return value
    document = copy.deepcopy(document)
    inside = document
    for step in at[:-1]:
        inside = inside[step]
    inside[at[-1]] = value
    return document
