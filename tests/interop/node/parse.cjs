// node parse.cjs FORMAT FILE: what N3.js reads in a file, as N-Quads.
const fs = require('fs');
const { Parser, Writer } = require('n3');

const [format, file] = process.argv.slice(2);
const quads = new Parser({ format }).parse(fs.readFileSync(file, 'utf8'));
const writer = new Writer(process.stdout, { format: 'N-Quads', end: false });
writer.addQuads(quads);
writer.end();
