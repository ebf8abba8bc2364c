import { catalogueOf } from './catalogue.ts';
import { judged } from './score.ts';
import { scoreOf, tableOf } from './table.ts';
import { worldOf } from './world.ts';

/** `node test/support/worlds/print.ts [worlds] [first]`: how attribution does on worlds nobody chose. */
const [worlds = '200', first = '1'] = process.argv.slice(2);
const catalogue = catalogueOf('their networks');
const rows = Array.from({ length: Number(worlds) }, (_, index) =>
  judged(worldOf(`world ${Number(first) + index}`), catalogue),
).flat();
console.log(tableOf(rows));
const decidable = scoreOf(rows.filter(({ truth }) => truth.undecidable === undefined));
console.log(`\nof ${decidable.messages} messages a judge can know, ${decidable.right} are right`, decidable.errors);
