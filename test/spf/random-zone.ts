import fc from 'fast-check';
import type { SpfResult } from '../../src/spf/evaluate.ts';
import { evaluateSpf } from '../../src/spf/evaluate.ts';
import type { Dns } from '../../src/net/net.ts';
import type { SpfOwner, SpfZone } from '../support/spf-world.ts';

/** SPF over a few names and few addresses, so that terms overlap, shadow and contradict each other. */
const NAMES = ['example.com', '_spf.example.com', 'a.example', 'b.example', 'c.example', 'd.example'] as const;
const HOSTS = ['h1.example', 'h2.example', 'h3.example', 'gone.example', 'dark.example'] as const;

const HOST_ZONE: SpfZone = {
  'h1.example': { A: ['192.0.2.9'], AAAA: ['2001:db8::9'], MX: ['h2.example', 'h3.example'] },
  'h2.example': { A: ['192.0.2.77', '192.0.2.78'] },
  'h3.example': { AAAA: ['2001:db8::40'], MX: ['gone.example'] },
  'dark.example': { fails: 'all' },
  '2.2.0.192.list.example': { A: ['127.0.0.2'] },
};

const often = (text: string, weight: number) => ({ weight, arbitrary: fc.constant(text) });
const qualifier = fc.oneof(often('', 8), often('-', 1), often('~', 1), often('?', 1), often('+', 1));
const ip4 = fc
  .tuple(fc.constantFrom(0, 4, 8, 9, 64, 76, 77, 128, 192), fc.constantFrom(24, 25, 26, 28, 29, 30, 31, 32))
  .map(([last, length]) => `ip4:192.0.2.${last}/${length}`);
const ip6 = fc
  .tuple(fc.constantFrom('', '8', '40', '1:0'), fc.constantFrom(64, 112, 120, 128))
  .map(([last, length]) => `ip6:2001:db8::${last}/${length}`);
const host = fc.constantFrom(...HOSTS);
const hostTerm = fc
  .tuple(fc.constantFrom('a', 'mx'), fc.option(host, { nil: undefined }), fc.constantFrom('', '/30', '/28//120'))
  .map(([kind, name, length]) => `${kind}${name === undefined ? '' : `:${name}`}${length}`);
const odd = fc.constantFrom('exists:%{ir}.list.example', 'exists:h1.example', 'exists:gone.example', 'a:%{d}', 'ptr');

/** A record that includes only names behind its own, so that nothing goes in circles, or a name that is not there. */
function record(index: number): fc.Arbitrary<SpfOwner> {
  const others = [...NAMES.slice(index + 1), 'missing.example'];
  const include = fc.constantFrom(...others).map((name) => `include:${name}`);
  const mechanism = fc
    .tuple(
      qualifier,
      fc.oneof(
        { weight: 6, arbitrary: ip4 },
        { weight: 2, arbitrary: ip6 },
        { weight: 6, arbitrary: include },
        { weight: 2, arbitrary: hostTerm },
        { weight: 1, arbitrary: odd },
      ),
    )
    .map(([sign, text]) => sign + text);
  const redirect = fc.constantFrom(...others).map((name) => `redirect=${name}`);
  const end = fc.oneof(often('-all', 4), often('~all', 3), often('', 1), often('+all', 1), {
    weight: 3,
    arbitrary: redirect,
  });
  const after = fc.oneof({ weight: 6, arbitrary: fc.constant('') }, { weight: 1, arbitrary: ip4 });
  return fc.tuple(fc.array(mechanism, { maxLength: 7 }), end, after).map(([terms, last, more]) => ({
    TXT: ['site-verification=1', ['v=spf1', ...terms, last, more].filter((text) => text !== '').join(' ')],
    A: [`192.0.2.${10 + index}`],
    MX: ['h2.example'],
  }));
}

export const anyZone: fc.Arbitrary<SpfZone> = fc.tuple(...NAMES.map((_, index) => record(index))).map((records) => ({
  ...HOST_ZONE,
  ...Object.fromEntries(NAMES.map((name, index) => [name, records[index] ?? ''])),
}));

export const CLIENTS: readonly string[] = [
  ...[0, 1, 2, 4, 8, 9, 10, 11, 12, 63, 64, 65, 76, 77, 78, 127, 128, 191, 192, 255].map((last) => `192.0.2.${last}`),
  '192.0.3.0',
  ...['', '8', '9', '40', '41', 'ff', '1:0', '1:1'].map((last) => `2001:db8::${last}`),
  '2001:db8:1::',
];

/** What the limits would hide. */
const NO_LIMITS = { lookups: 1000, voids: 1000 };

/** The result for each of the clients that are worth asking about. */
export const results = (net: Dns): Promise<SpfResult['result'][]> =>
  Promise.all(CLIENTS.map(async (ip) => (await evaluateSpf(net, { ip, sender: 'x@example.com' }, NO_LIMITS)).result));

/** Clients whose result is another, but for those that had none. */
export async function differences(before: Dns, after: Dns): Promise<string[]> {
  const [were, are] = await Promise.all([results(before), results(after)]);
  return CLIENTS.flatMap((ip, index) => {
    const was = were[index];
    if (was === are[index] || was === 'permerror' || was === 'temperror') return [];
    return [`${ip}: ${was} → ${are[index]}`];
  });
}
