#!/usr/bin/env bash
# Every declaration of include/ is documented, and doxygen finds no fault in a comment. Members of structs and values of
# enumerations may do with their names.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
command -v doxygen >/dev/null || { echo "doxygen: not installed: apt-get install doxygen" >&2; exit 1; }

rm -rf build/doxygen/xml
mkdir -p build/doxygen
warnings=build/doxygen/warnings.log
{ cat tests/Doxyfile; echo GENERATE_HTML=NO; } | doxygen - >/dev/null 2>"$warnings" ||
  { cat "$warnings" >&2; echo "doxygen: it failed" >&2; exit 1; }
status=0
grep -vE 'warning: Member .* (\(variable\) of (struct|class|union)|\(enumvalue\) of [a-z]+) [^ ]+.* is not documented\.$' \
  "$warnings" >&2 && status=1

# Doxygen says nothing of what stands in a namespace or a file that is not documented: the XML has it all the same.
python3 - build/doxygen/xml "$(find include -name '*.h' | wc -l)" <<'PYTHON' || status=1
import pathlib, sys
import xml.etree.ElementTree as ElementTree

folder, headers = pathlib.Path(sys.argv[1]), int(sys.argv[2])


def described(node):
    return any("".join(part.itertext()).strip()
               for name in ("briefdescription", "detaileddescription") for part in node.findall(name))


files, looked_at, fields, missing = set(), set(), set(), set()
for compound in (c for path in folder.glob("*.xml") for c in ElementTree.parse(path).iter("compounddef")):
    kind, name = compound.get("kind"), compound.findtext("compoundname")
    if kind == "file":
        files.add(compound.get("id"))
    elif kind in ("namespace", "struct", "class", "union", "concept"):
        if compound.get("prot") == "private" or not name.startswith(("aiguillage", "aig_")):
            continue
        looked_at.add(compound.get("id"))
        if not described(compound):
            missing.add(f"{kind} {name}")
    for member in compound.iter("memberdef"):
        if member.get("prot") == "private":
            continue
        if member.get("kind") == "variable" and kind not in ("namespace", "file"):
            fields.add(member.get("id"))
            continue
        fields.update(value.get("id") for value in member.iter("enumvalue"))
        looked_at.add(member.get("id"))
        if not described(member):
            missing.add(f"{member.get('kind')} {member.findtext('qualifiedname') or member.findtext('name')}")
for one in sorted(missing):
    print(f"doxygen: not documented: {one}", file=sys.stderr)
print(f"doxygen: {len(files)} headers, {len(looked_at)} declarations; besides, {len(fields)} members and values")
if len(files) != headers or not looked_at:
    sys.exit(f"doxygen: {headers} headers are there, {len(files)} were looked at")
sys.exit(1 if missing else 0)
PYTHON
exit $status
