// Places by WebCola with groups and by fCoSE with compound nodes, as NETWORK.PEER.csv beside the networks.

import fs from "node:fs";
import path from "node:path";
import * as cola from "webcola";
import cytoscape from "cytoscape";
import fcose from "cytoscape-fcose";

cytoscape.use(fcose);

// The same random numbers each time.
let state = 1;
Math.random = () => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state / 4294967296;
};

function write(folder, network, peer, places) {
  const quoted = (text) => `"${String(text).replaceAll('"', '""')}"`;
  const rows = places.map(([id, x, y]) => `${quoted(id)},${x},${y}`);
  fs.writeFileSync(path.join(folder, `${network}.${peer}.csv`), ["id,x,y", ...rows].join("\n") + "\n");
}

function groupsOf(network) {
  const groups = new Map();
  network.nodes.forEach((node, at) => {
    if (!groups.has(node.group)) groups.set(node.group, []);
    groups.get(node.group).push(at);
  });
  return groups;
}

function webcola(network) {
  const at = new Map(network.nodes.map((node, number) => [node.id, number]));
  const nodes = network.nodes.map((node) => ({ width: node.width + 6, height: node.height + 6 }));
  const groups = [...groupsOf(network).values()].map((leaves) => ({ leaves, padding: 10 }));
  new cola.Layout()
    .size([network.width, network.height])
    .nodes(nodes)
    .links(network.ties.map(([a, b]) => ({ source: at.get(a), target: at.get(b) })))
    .groups(groups)
    .avoidOverlaps(true)
    .handleDisconnected(false)
    .jaccardLinkLengths(60, 0.7)
    .start(30, 30, 60, 0, false);
  return network.nodes.map((node, number) => [node.id, nodes[number].x, nodes[number].y]);
}

function compound(network) {
  const groups = [...groupsOf(network).keys()];
  const cy = cytoscape({
    headless: true,
    styleEnabled: true,
    style: [
      { selector: "node[width]", style: { width: "data(width)", height: "data(height)", shape: "rectangle" } },
    ],
    elements: [
      ...groups.map((group, number) => ({ data: { id: `group ${number}` } })),
      ...network.nodes.map((node) => ({
        data: { id: `n ${node.id}`, parent: `group ${groups.indexOf(node.group)}`, width: node.width, height: node.height },
      })),
      ...network.ties.map(([a, b]) => ({ data: { source: `n ${a}`, target: `n ${b}` } })),
    ],
  });
  cy.layout({ name: "fcose", quality: "proof", randomize: true, animate: false, nodeDimensionsIncludeLabels: false }).run();
  return network.nodes.map((node) => {
    const { x, y } = cy.getElementById(`n ${node.id}`).position();
    return [node.id, x, y];
  });
}

const folder = process.argv[2];
for (const file of fs.readdirSync(folder).filter((name) => name.endsWith(".json")).sort()) {
  const network = JSON.parse(fs.readFileSync(path.join(folder, file), "utf8"));
  if (!network.nodes || !network.ties) continue;
  const name = file.slice(0, -".json".length);
  for (const [peer, draw] of [["WebCola with groups", webcola], ["fCoSE", compound]]) {
    write(folder, name, peer, draw(network));
  }
}
// The graph library keeps timers.
process.exit(0);
