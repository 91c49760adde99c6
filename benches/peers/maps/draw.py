"""Places by Graphviz (fdp with clusters, sfdp) and igraph (Kamada-Kawai), as NETWORK.PEER.csv beside the networks."""

import csv
import json
import pathlib
import random
import re
import subprocess
import sys

import igraph


def write(folder, network, peer, places):
    with open(folder / f"{network}.{peer}.csv", "w", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["id", "x", "y"])
        rows.writerows([key, x, y] for key, (x, y) in places.items())


def graphviz(program, network, clusters):
    """The nodes have the size of our marks with their names, in inches; overlaps are removed as Graphviz can."""
    groups = {}
    for node in network["nodes"]:
        groups.setdefault(node["group"], []).append(node)
    number = {node["id"]: at for at, node in enumerate(network["nodes"])}
    lines = ["graph g {", 'graph [start=1, overlap="prism"];', 'node [shape=box, fixedsize=true, label=""];']
    for at, nodes in enumerate(groups.values()):
        lines.append(f"subgraph cluster_{at} {{" if clusters else "{")
        for node in nodes:
            lines.append(f'n{number[node["id"]]} [width={node["width"] / 72:.3f}, height={node["height"] / 72:.3f}];')
        lines.append("}")
    lines += [f"n{number[a]} -- n{number[b]};" for a, b in network["ties"]]
    lines.append("}")
    answer = subprocess.run([program, "-Tplain"], input="\n".join(lines), capture_output=True, text=True, check=True)
    ids = {f"n{at}": key for key, at in number.items()}
    found = re.findall(r"^node (\S+) (\S+) (\S+)", answer.stdout, re.M)
    return {ids[name]: (float(x), float(y)) for name, x, y in found}


def kamada_kawai(network):
    random.seed(1)
    number = {node["id"]: at for at, node in enumerate(network["nodes"])}
    graph = igraph.Graph(len(number), [(number[a], number[b]) for a, b in network["ties"]])
    places = graph.layout_kamada_kawai()
    return {key: tuple(places[at]) for key, at in number.items()}


folder = pathlib.Path(sys.argv[1])
for file in sorted(folder.glob("*.json")):
    network = json.loads(file.read_text())
    if "nodes" not in network:
        continue
    peers = {
        "fdp with clusters": lambda: graphviz("fdp", network, True),
        "sfdp": lambda: graphviz("sfdp", network, False),
        "igraph": lambda: kamada_kawai(network),
    }
    for peer, draw in peers.items():
        try:
            write(folder, file.stem, peer, draw())
        except (OSError, subprocess.CalledProcessError) as trouble:
            print(f"SKIPPED: {peer} of {file.stem}: {trouble}", file=sys.stderr)
