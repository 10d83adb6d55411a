#!/usr/bin/env python3
"""access.py CHECKOUT FOLDER RADIUS [VALUES]: floating catchment areas by PySAL access, on the instance of bench/access.cc.

CHECKOUT is its source; only access/fca.py and access/weights.py are loaded, which need pandas alone. One line of medians, in
milliseconds of the processor: pairs found by scipy's k-d tree (without scipy: none, and pairs are found another way, untimed),
with them the plain area; the step alone; with a Gaussian; with three bands. VALUES is what bench/access.cc wrote: then a
line of greatest differences.
"""
import importlib.util
import sys
import time
from pathlib import Path

import numpy
import pandas

try:
    from scipy.spatial import cKDTree
except ImportError:
    cKDTree = None


def load(checkout, name):
    spec = importlib.util.spec_from_file_location(name, Path(checkout) / "access" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def by_tree(origins, facilities, radius):
    found = cKDTree(origins).sparse_distance_matrix(cKDTree(facilities), radius, output_type="ndarray")
    return pandas.DataFrame({"origin": found["i"], "dest": found["j"], "cost": found["v"]})


def by_all(origins, facilities, radius):
    rows = []
    for j, where in enumerate(facilities):
        metres = numpy.sqrt(((origins - where) ** 2).sum(axis=1))
        near = numpy.flatnonzero(metres <= radius)
        rows.append(pandas.DataFrame({"origin": near, "dest": j, "cost": metres[near]}))
    return pandas.concat(rows, ignore_index=True)


def median_ms(runs, work):
    spent = []
    for _ in range(runs):
        start = time.process_time()
        work()
        spent.append(1e3 * (time.process_time() - start))
    return sorted(spent)[runs // 2]


def main(checkout, folder, radius, values=None):
    fca, weights, radius = load(checkout, "fca"), load(checkout, "weights"), float(radius)
    demand = pandas.read_csv(f"{folder}/origins.csv", index_col="id").rename_axis("geoid")
    supply = pandas.read_csv(f"{folder}/facilities.csv", index_col="id").rename_axis("geoid")
    places = [table[["x", "y"]].to_numpy(float) for table in (demand, supply)]
    demand, supply = demand[["pop"]], supply[["supply"]]

    def area(pairs, weight=None, of=supply):
        return fca.two_stage_fca(demand, of, pairs, radius, "geoid", "pop", "geoid", "supply", weight_fn=weight)

    pairs = (by_tree if cKDTree else by_all)(*places, radius)
    gaussian = weights.gaussian(radius / 3)
    bands = weights.step_fn({radius / 3: 1, 2 * radius / 3: 0.68, radius: 0.22})
    times = {}
    if cKDTree:
        times["find"] = median_ms(3, lambda: by_tree(*places, radius))
        times["plain"] = median_ms(3, lambda: area(by_tree(*places, radius)))
    times["again"] = median_ms(5, lambda: area(pairs))
    times["gaussian"] = median_ms(1, lambda: area(pairs, gaussian))
    times["bands"] = median_ms(1, lambda: area(pairs, bands))
    print(f"pairs={len(pairs)}", *(f"{name}_ms={value:.4f}" for name, value in times.items()))
    if values:
        ours = pandas.read_csv(values, float_precision="round_trip")
        closed = supply.copy()
        closed.iloc[len(closed) // 2, 0] = 0
        theirs = {"plain": area(pairs), "gaussian": area(pairs, gaussian), "bands": area(pairs, bands),
                  "plain_closed": area(pairs, of=closed), "gaussian_closed": area(pairs, gaussian, closed)}
        print(*(f"{name}_difference={(ours[name] - one.reindex(ours.index, fill_value=0)).abs().max():.3g}"
                for name, one in theirs.items()))


if __name__ == "__main__":
    main(*sys.argv[1:])
