// node network.cjs FILE: what graphology reads in a GEXF or GraphML file: nodes, edges and the labels' count.
const fs = require('fs');
const { MultiDirectedGraph } = require('graphology');
const gexf = require('graphology-gexf');
const graphml = require('graphology-graphml');

const file = process.argv[2];
const reader = file.endsWith('.gexf') ? gexf : graphml;
const graph = reader.parse(MultiDirectedGraph, fs.readFileSync(file, 'utf8'));
const iris = graph.mapNodes((node, facts) => facts.iri);
process.stdout.write(JSON.stringify({ nodes: graph.order, edges: graph.size, iris }));
