"""YAML as editors read it (the core schema of YAML 1.2): dates and yes/no stay strings."""
import re

import yaml

CORE = [
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", list("-+0123456789")),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)",
     list("-+.0123456789")),
]


class Loader(yaml.SafeLoader):
    yaml_implicit_resolvers = {}


class Dumper(yaml.SafeDumper):
    yaml_implicit_resolvers = {}


for one in (Loader, Dumper):
    for tag, pattern, first in CORE:
        one.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(rf"^(?:{pattern})$"), first)


def load(text):
    return yaml.load(text, Loader)


def compose(text):
    return yaml.compose(text, Loader)


def serialize(node):
    return yaml.serialize(node, Dumper=Dumper, allow_unicode=True, width=10000)
