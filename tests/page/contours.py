#!/usr/bin/env python3
"""Makes a small outline of communes for the page's map from a GeoJSON of all communes of a département.

    tests/page/contours.py communes_35.geojson 35024 35047 35051 35055 35066 35189 35206 35210 35238 "35240=Le Rheu" \\
        35278 35281 35353 --source "IGN, contours simplifiés des communes" --licence "Licence Ouverte 2.0" \\
        --vintage 2018 > examples/page/contours/rennes.json

Borders that two communes share are thinned once, so that neighbours still touch. A ring is a list of whole numbers:
longitude and latitude of its first point in ten-thousandths of a degree, then the step to each next point.
"""

import argparse
import json

MOST_POINTS = 60
UNIT = 10_000


def key_of(point):
    return round(point[0] * UNIT * 10), round(point[1] * UNIT * 10)


def rings_of(feature):
    geometry = feature["geometry"]
    polygons = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
    outer = [polygon[0] for polygon in polygons]
    return [[key_of(point) for point in ring[:-1]] for ring in outer]


def owners_of(features):
    owners = {}
    for feature in features:
        for ring in rings_of(feature):
            for point in ring:
                owners.setdefault(point, set()).add(feature["properties"]["code"])
    return owners


def arcs_of(ring, owners):
    """The ring cut where its neighbours change; an island of one neighbour is cut at its two farthest points."""
    count = len(ring)
    cuts = [i for i in range(count) if not (owners[ring[i]] == owners[ring[i - 1]] == owners[ring[(i + 1) % count]])]
    if len(cuts) < 2:
        start = min(range(count), key=lambda i: ring[i])
        far = max(range(count), key=lambda i: (ring[i][0] - ring[start][0]) ** 2 + (ring[i][1] - ring[start][1]) ** 2)
        cuts = sorted({start, far})
    turned = ring[cuts[0]:] + ring[:cuts[0]] + [ring[cuts[0]]]
    places = [cut - cuts[0] for cut in cuts] + [count]
    return [turned[a:b + 1] for a, b in zip(places, places[1:])]


def distance(point, a, b):
    """To the line, in the units of the keys, with longitudes shortened as at 48° north."""
    px, py, ax, ay, bx, by = point[0] * 0.67, point[1], a[0] * 0.67, a[1], b[0] * 0.67, b[1]
    dx, dy = bx - ax, by - ay
    length = dx * dx + dy * dy
    part = 0 if length == 0 else max(0, min(1, ((px - ax) * dx + (py - ay) * dy) / length))
    return ((px - ax - part * dx) ** 2 + (py - ay - part * dy) ** 2) ** 0.5


def thinned(arc, tolerance):
    if len(arc) < 3:
        return arc
    far, index = max((distance(arc[i], arc[0], arc[-1]), i) for i in range(1, len(arc) - 1))
    if far <= tolerance:
        return [arc[0], arc[-1]]
    return thinned(arc[:index + 1], tolerance)[:-1] + thinned(arc[index:], tolerance)


def same_way(arc, tolerance):
    """Thinned the same whichever side asks."""
    return thinned(arc, tolerance) if arc[0] <= arc[-1] else thinned(arc[::-1], tolerance)[::-1]


def thin_ring(ring, owners, tolerance):
    points = []
    for arc in arcs_of(ring, owners):
        points += same_way(arc, tolerance)[:-1]
    return points


def steps_of(points):
    steps, before = [], (0, 0)
    for point in points:
        here = (round(point[0] / 10), round(point[1] / 10))
        if here != before:
            steps += [here[0] - before[0], here[1] - before[1]]
        before = here
    return steps


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("geojson")
    parser.add_argument("codes", nargs="+", help="CODE, or CODE=NAME where the file leaves a part of the name out")
    parser.add_argument("--source", required=True)
    parser.add_argument("--licence", required=True)
    parser.add_argument("--vintage", required=True)
    asked = parser.parse_args()
    with open(asked.geojson, encoding="utf-8") as file:
        features = json.load(file)["features"]
    owners = owners_of(features)
    names = dict(code.partition("=")[::2] for code in asked.codes)
    chosen = [one for one in features if one["properties"]["code"] in names]
    missing = set(names) - {one["properties"]["code"] for one in chosen}
    if missing:
        parser.error(f"not in the file: {sorted(missing)}")
    tolerance = 5.0
    while max(len(thin_ring(ring, owners, tolerance)) for one in chosen for ring in rings_of(one)) > MOST_POINTS:
        tolerance *= 1.25
    communes = [{"code": one["properties"]["code"], "name": names[one["properties"]["code"]] or one["properties"]["nom"],
                 "rings": [steps_of(thin_ring(ring, owners, tolerance)) for ring in rings_of(one)]}
                for one in sorted(chosen, key=lambda one: one["properties"]["code"])]
    head = {"source": asked.source, "licence": asked.licence, "vintage": asked.vintage,
            "changes": f"outer rings only, thinned to at most {MOST_POINTS} points"}
    lines = ",\n".join(json.dumps(one, ensure_ascii=False, separators=(",", ":")) for one in communes)
    words = json.dumps(head, ensure_ascii=False)[:-1]
    print(f'{words}, "communes": [\n{lines}\n]}}')


if __name__ == "__main__":
    main()
