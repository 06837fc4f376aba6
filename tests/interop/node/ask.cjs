// node ask.cjs DATA QUERIES: asks Comunica each query of a JSON object over an RDF file, default graph the union.
const fs = require('fs');
const { QueryEngine } = require('@comunica/query-sparql-file');

const [data, queries] = process.argv.slice(2);
const context = { sources: [{ type: 'file', value: data }], unionDefaultGraph: true };

async function main() {
  const engine = new QueryEngine();
  const answers = {};
  for (const [name, text] of Object.entries(JSON.parse(fs.readFileSync(queries, 'utf8')))) {
    const bindings = await (await engine.queryBindings(text, context)).toArray();
    answers[name] = bindings.map((row) => Object.fromEntries([...row].map(([v, term]) => [v.value, term.value])));
  }
  process.stdout.write(JSON.stringify(answers));
}
main();
