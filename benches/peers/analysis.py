"""What miteinander's figures cost with numpy and igraph: one task on one network, told as one line of JSON.

analysis.py TASK nodes.csv edges.csv [PERMUTATIONS]

Tasks: permutations, betweenness, partition, constraint — their own time, without reading the files; report — the whole,
which the caller times as a process.
"""

import csv
import json
import random
import sys
import time

import igraph
import numpy as np


def read(nodes, edges):
    """The departments' names, each actor's department, and the tied pairs, each once."""
    with open(nodes, newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    place = {row["id"]: at for at, row in enumerate(rows)}
    names = sorted({row["department"] for row in rows})
    number = {name: at for at, name in enumerate(names)}
    group = np.array([number[row["department"]] for row in rows], dtype=np.int32)
    with open(edges, newline="", encoding="utf-8") as file:
        lines = csv.reader(file)
        head = next(lines)
        a, b = head.index("from"), head.index("to")
        ends = np.array([(place[line[a]], place[line[b]]) for line in lines], dtype=np.int64)
    ends = ends[ends[:, 0] != ends[:, 1]]
    ends.sort(axis=1)
    pairs = np.unique(ends[:, 0] * len(group) + ends[:, 1])
    return names, group, (pairs // len(group)).astype(np.int32), (pairs % len(group)).astype(np.int32)


def shuffled(group, a, b, permutations, count):
    """What `count` says of the ties under each shuffle of the departments."""
    rng = np.random.default_rng(1)
    labels = group.copy()
    told = []
    for _ in range(permutations):
        rng.shuffle(labels)
        told.append(count(labels[a], labels[b]))
    return np.array(told)


def inside(first, second):
    return np.count_nonzero(first == second)


def e_i(internal, ties):
    return 1 - 2 * internal / ties


def best_partition(graph, starts):
    """The best of some runs of Leiden, each of as many iterations as igraph does by itself."""
    random.seed(1)
    runs = (graph.community_leiden(objective_function="modularity", n_iterations=2) for _ in range(starts))
    return max((run.modularity, run.membership) for run in runs)


def report(names, group, a, b, permutations):
    """The figures of the report for a network of this size: chance for the whole, each department and each pair."""
    ties, k = len(a), len(names)
    graph = igraph.Graph(n=len(group), edges=np.column_stack([a, b]))

    def cells(first, second):
        low, high = np.minimum(first, second), np.maximum(first, second)
        return np.bincount(low * k + high, minlength=k * k)

    observed = cells(group[a], group[b])
    chance = shuffled(group, a, b, permutations, cells)
    low = ((chance <= observed).sum(axis=0) + 1) / (permutations + 1)
    high = ((chance >= observed).sum(axis=0) + 1) / (permutations + 1)
    diagonal = np.arange(k) * (k + 1)
    internal = chance[:, diagonal].sum(axis=1)
    q, _ = best_partition(graph, 10)
    departments = graph.modularity(group.tolist())
    components = graph.connected_components().sizes()
    return {
        "e_i": e_i(observed[diagonal].sum(), ties),
        "mean": e_i(internal, ties).mean(),
        "sd": e_i(internal, ties).std(),
        "p_low": low.tolist(),
        "p_high": high.tolist(),
        "sizes": np.bincount(group, minlength=k).tolist(),
        "density": graph.density(),
        "components": len(components),
        "largest_component": max(components),
        "transitivity": graph.transitivity_undirected(),
        "assortativity": graph.assortativity_nominal(group.tolist(), directed=False),
        "bridges": len(graph.bridges()),
        "modularity": departments,
        "best": q,
    }


def main(task, nodes, edges, permutations="1000"):
    names, group, a, b = read(nodes, edges)
    if task == "report":
        print(json.dumps(report(names, group, a, b, int(permutations))))
        return
    graph = igraph.Graph(n=len(group), edges=np.column_stack([a, b]))
    begun = time.perf_counter()
    if task == "permutations":
        value = float(e_i(shuffled(group, a, b, int(permutations), inside), len(a)).mean())
    elif task == "betweenness":
        value = sum(graph.betweenness(directed=False))
    elif task == "partition":
        value = best_partition(graph, 10)[0]
    elif task == "constraint":
        value = float(np.nansum(graph.constraint()))
    else:
        sys.exit(f"no task {task}")
    print(json.dumps({"seconds": time.perf_counter() - begun, "value": value}))


if __name__ == "__main__":
    main(*sys.argv[1:])
