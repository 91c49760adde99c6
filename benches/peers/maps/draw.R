# Places by graphlayouts (stress majorisation), as NETWORK.graphlayouts.csv beside the networks.

library(igraph)
library(graphlayouts)
library(jsonlite)

folder <- commandArgs(trailingOnly = TRUE)[1]
for (file in list.files(folder, pattern = "\\.json$", full.names = TRUE)) {
  network <- fromJSON(file)
  if (is.null(network$nodes) || is.null(network$ties)) next
  set.seed(1)
  graph <- graph_from_data_frame(as.data.frame(network$ties), directed = FALSE, vertices = network$nodes["id"])
  places <- layout_with_stress(graph)
  table <- data.frame(id = network$nodes$id, x = places[, 1], y = places[, 2])
  write.csv(table, sub("\\.json$", ".graphlayouts.csv", file), row.names = FALSE)
}
