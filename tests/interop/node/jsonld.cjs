// node jsonld.cjs FILE [CONTEXTS]: what jsonld.js reads in a file, as N-Quads.
// CONTEXTS is a JSON file that maps the address of a context to the context; no other is fetched.
const fs = require('fs');
const jsonld = require('jsonld');

const [file, contexts] = process.argv.slice(2);
const known = contexts ? JSON.parse(fs.readFileSync(contexts, 'utf8')) : {};
const documentLoader = async (url) => {
  if (!(url in known)) throw new Error(`the context ${url} is not known here`);
  return { contextUrl: null, documentUrl: url, document: known[url] };
};
jsonld
  .toRDF(JSON.parse(fs.readFileSync(file, 'utf8')), { format: 'application/n-quads', documentLoader })
  .then((quads) => process.stdout.write(quads));
