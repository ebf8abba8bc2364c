// What nothing that reads lines can do without. `node bench/line-limits.js readline FILE`: Node's own lines, and no more;
// `… parse FILE`: lines cut out of blocks, and JSON.parse() of each. Plain JavaScript, as bench/report-usage.js.
import { createReadStream, openSync, readSync } from 'node:fs';
import { createInterface } from 'node:readline';

const [, , limit, path] = process.argv;
// Larger strings live apart from the others in V8, and are mapped anew each time: blocks of 256 KB take three times as long.
const BLOCK = 64 * 1024;
let seen = 0;

if (limit === 'readline')
  for await (const line of createInterface({ input: createReadStream(path, { highWaterMark: BLOCK }) }))
    seen += line.length;
else parseLines();

function parseLines() {
  const file = openSync(path);
  const block = Buffer.allocUnsafe(BLOCK);
  let rest = '';
  for (let length = readSync(file, block); length > 0; length = readSync(file, block)) {
    const text = rest + block.toString('latin1', 0, length);
    let at = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', at)) {
      if (JSON.parse(text.slice(at, end)) !== null) seen += 1;
      at = end + 1;
    }
    rest = text.slice(at);
  }
}
process.exitCode = seen > 0 ? 0 : 1;
