import { allDeliveries } from './deliveries.ts';
import { jsonOf, truthOf } from './truth.ts';
import { casaluna } from './zone-casaluna.ts';
import { OUTSIDE } from './zones-outside.ts';

/** The whole fixture world: paths below `fixtures/world/` and their octets. */
export function theWorld(): Map<string, Buffer> {
  const deliveries = allDeliveries();
  return new Map([
    ...deliveries.map(({ file, content }) => [`dmarc/${file}`, content] as const),
    ...[casaluna, ...OUTSIDE].map(({ origin, text }) => [`zones/${origin}.zone`, Buffer.from(text)] as const),
    ['truth.json', Buffer.from(`${jsonOf(truthOf(deliveries))}\n`)],
  ]);
}
