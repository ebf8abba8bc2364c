import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attribute, type Attribution } from '../../src/streams/attribute.ts';
import type { Branch } from '../../src/streams/branch.ts';
import { sourceTotals } from '../../src/traffic/source-totals.ts';
import { refusedAtReject } from '../../src/traffic/refused-at-reject.ts';
import { streamTotals } from '../../src/traffic/totals.ts';
import { judged, organisation, period, row, services, type RowText } from './period.ts';

const FROM = ['example.com', 'news.example.com', 'help.example.com', 'other.example'];
const DOMAINS = [
  ...FROM,
  'post.test',
  'eu.post.test',
  'bounce.bulk.test',
  'desk.test',
  'mailboxes.test',
  'mx1.out.mailboxes.test',
  'srs.relay.test',
  'stranger.example',
  'example.com.stranger.example',
  '',
];
const RESULTS = ['pass', 'fail', 'none', 'temperror', 'permerror', 'softfail', 'neutral'];
const SELECTORS = ['post1', 'tenant', 'k1', 's1', '-'];
const BRANCHES: readonly Branch[] = [
  { kind: 'own', term: 'ip4:192.0.2.0/24' },
  { kind: 'include', domains: ['spf.post.test'] },
  { kind: 'include', domains: ['spf.unknown.test'] },
  { kind: 'none' },
  { kind: 'open' },
];

const text: fc.Arbitrary<RowText> = fc.record(
  {
    from: fc.constantFrom(...FROM),
    ip: fc.constantFrom('192.0.2.1', '192.0.2.2', '198.51.100.7', '203.0.113.9', '2001:db8::1'),
    count: fc.integer({ min: 0, max: 500 }),
    dkim: fc.array(
      fc
        .tuple(fc.constantFrom(...DOMAINS), fc.constantFrom(...SELECTORS), fc.constantFrom(...RESULTS))
        .map((parts) => parts.join(' ')),
      { maxLength: 3 },
    ),
    spf: fc.array(
      fc
        .tuple(fc.constantFrom(...DOMAINS), fc.constantFrom(...RESULTS), fc.constantFrom('mfrom', 'helo'))
        .map((parts) => parts.join(' ')),
      { maxLength: 2 },
    ),
    aligned: fc.constantFrom('unsaid' as const, [], ['dkim' as const], ['spf' as const]),
    overrides: fc.subarray(['mailing_list', 'local_policy', 'other'], { maxLength: 1 }),
  },
  { requiredKeys: ['from', 'ip', 'count'] },
);
const branchOf = (_: string, ip: string): Branch => BRANCHES[ip.length % BRANCHES.length] ?? { kind: 'open' };
const options = { numRuns: 300 };

function judge(texts: readonly RowText[]) {
  const { tallies, keys } = period(texts.map((one) => row(one)));
  const attributions = attribute(tallies, { catalogue: services, organisation, branches: branchOf });
  return { tallies, keys, attributions };
}
const sum = (items: readonly { readonly messages: number }[]): number =>
  items.reduce((total, { messages }) => total + messages, 0);

describe('whatever a period holds', () => {
  test('no message is lost and none is counted twice', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 25 }), (texts) => {
        const { tallies, attributions } = judge(texts);
        const messages = texts.reduce((total, { count = 0 }) => total + count, 0);
        const streams = streamTotals(tallies, attributions);
        const { sources, omitted } = sourceTotals(tallies, attributions, Number.POSITIVE_INFINITY);
        expect([sum(streams), sum(sources), sum(tallies.reporters()), omitted]).toEqual([
          messages,
          messages,
          messages,
          0,
        ]);
        const failing = streams.reduce((total, stream) => total + stream.messages - stream.pass, 0);
        const { ours, forwarded, suspicious } = refusedAtReject(tallies, attributions);
        expect(ours + forwarded + suspicious).toBe(failing);
        for (const stream of streams) {
          expect(stream.pass).toBeLessThanOrEqual(stream.messages);
          expect(Math.max(stream.dkimAligned, stream.spfAligned)).toBeLessThanOrEqual(stream.pass);
          expect(stream.dkimAligned + stream.spfAligned).toBeGreaterThanOrEqual(stream.pass);
          expect(Object.values(stream.dispositions).reduce((total, count) => total + count, 0)).toBe(stream.messages);
        }
        expect(new Set(streams.map(({ id }) => id)).size).toBe(streams.length);
      }),
      options,
    );
  });

  test('what is said of a row, and of the whole, does not depend on the order of rows', () => {
    fc.assert(
      fc.property(
        fc
          .array(text, { minLength: 1, maxLength: 15 })
          .chain((texts) =>
            fc.tuple(fc.constant(texts), fc.shuffledSubarray([...texts.keys()], { minLength: texts.length })),
          ),
        ([texts, order]) => {
          const straight = judge(texts);
          const turned = judge(order.map((index) => texts[index] ?? {}));
          const ofRow = ({ keys, attributions }: typeof straight, index: number): Attribution | undefined =>
            attributions[keys[index] ?? -1];
          for (const [place, index] of order.entries()) expect(ofRow(turned, place)).toEqual(ofRow(straight, index));
          const whole = ({ tallies, attributions }: typeof straight): unknown => [
            streamTotals(tallies, attributions),
            sourceTotals(tallies, attributions, 5),
          ];
          expect(whole(turned)).toEqual(whole(straight));
        },
      ),
      options,
    );
  });

  test('nor on which of two keys without a selector comes first', () => {
    const texts: RowText[] = [
      { dkim: ['example.com - pass'], spf: ['post.test pass'], aligned: [] },
      { dkim: ['example.com post1 none', 'x.news.example.com - pass'], spf: ['example.com pass'], aligned: ['spf'] },
      { aligned: [] },
      { spf: ['example.com pass'], aligned: [] },
    ];
    const [straight, turned] = [judged(texts), judged(texts.toReversed())];
    expect(turned.toReversed()).toEqual(straight);
  });

  test('what fails and has nothing of ours and nobody’s pass is never ours', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 15 }), (texts) => {
        const { keys, attributions } = judge(texts);
        for (const [index, { from = '', ip = '', dkim = [], spf = [] }] of texts.entries()) {
          const said = attributions[keys[index] ?? -1];
          const home = organisation(from);
          const results = [...dkim, ...spf].map((one) => one.split(' '));
          const own = results.some(([domain = '']) => domain !== '' && organisation(domain) === home);
          const anyPass = results.some((parts) => parts.includes('pass'));
          const authorised = branchOf(from, ip).kind === 'own' || branchOf(from, ip).kind === 'include';
          // An address SPF passed for in another row is authorised by the domain, too.
          const knownAddress = texts.some(
            (other) =>
              other.ip === ip &&
              organisation(other.from ?? '') === home &&
              (other.spf?.some((one) => one.includes(' pass')) === true || other.aligned?.includes('spf') === true),
          );
          if (said === undefined || said.pass || own || anyPass || authorised || knownAddress) continue;
          expect(['suspicious', 'forwarded']).toContain(said.class);
          expect(said.stream.provider).toBeUndefined();
        }
      }),
      options,
    );
  });

  test('confidence is a share, and 0 names nobody', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 8 }), (texts) => {
        for (const { confidence, stream, evidence } of judge(texts).attributions) {
          expect(confidence).toBeGreaterThan(0);
          expect(confidence).toBeLessThanOrEqual(1);
          if (stream.provider === undefined || stream.provider === 'own') continue;
          expect(evidence.some(({ provider, kind }) => provider !== undefined && kind !== 'claim')).toBe(true);
        }
      }),
      options,
    );
  });
});
