"""Small faults in a YAML file: a key renamed or taken away, a value of another type."""
import random
from dataclasses import dataclass

import yaml
from strict_yaml import compose, load, serialize

TAG = "tag:yaml.org,2002:"


def word(value="wrong"):
    return yaml.ScalarNode(TAG + "str", value)


VALUES = {
    "a word": word,
    "a number": lambda: yaml.ScalarNode(TAG + "int", "7"),
    "null": lambda: yaml.ScalarNode(TAG + "null", "null"),
    "a list": lambda: yaml.SequenceNode(TAG + "seq", [word()], flow_style=True),
    "an empty list": lambda: yaml.SequenceNode(TAG + "seq", [], flow_style=True),
    "a mapping": lambda: yaml.MappingNode(TAG + "map", [(word(), word())], flow_style=True),
}


@dataclass
class Mutant:
    what: str
    text: str


def places(node, path=""):
    """Each mapping and each list of a tree, with where it is."""
    if isinstance(node, yaml.MappingNode):
        yield path, node
        for key, value in node.value:
            yield from places(value, f"{path}/{key.value}")
    elif isinstance(node, yaml.SequenceNode):
        yield path, node
        for number, value in enumerate(node.value):
            yield from places(value, f"{path}/{number}")


def with_value(node, number, made):
    """The children of a node, one of them another value."""
    changed = list(node.value)
    changed[number] = (changed[number][0], made) if isinstance(node, yaml.MappingNode) else made
    return changed


def changes_of(path, node):
    for number, child in enumerate(node.value):
        where = f"{path}/{child[0].value if isinstance(child, tuple) else number}"
        for name, make in VALUES.items():
            yield f"{where} is {name}", with_value(node, number, make())
        if isinstance(child, tuple):
            renamed = list(node.value)
            renamed[number] = (word(child[0].value + "_x"), child[1])
            yield f"{where} is renamed", renamed
            yield f"{where} is taken away", node.value[:number] + node.value[number + 1:]


def mutants_of(text, most):
    """Mutants of a file, one change each; always the same `most` of them when there are more."""
    root = compose(text)
    changes = [(node, *change) for path, node in places(root) for change in changes_of(path, node)]
    if len(changes) > most:
        changes = random.Random(0).sample(changes, most)
    mutants = []
    for node, what, changed in changes:
        kept, node.value = node.value, changed
        mutants.append(Mutant(what, serialize(root)))
        node.value = kept
    return [one for one in mutants if load(one.text) != load(text)]
