import fc from 'fast-check';
import { expect, test } from 'vitest';
import { crossings } from '../../../src/checks/dkim/crossings.ts';
import type { DkimSelector } from '../../../src/sources/dkim.ts';

const selectorOf = (selector: string, target: string): DkimSelector => ({
  selector,
  name: `${selector}._domainkey.example.com`,
  origins: [],
  expected: false,
  state: 'published',
  via: [target],
  services: [],
  claims: [],
  claimant: undefined,
  records: [],
});
const crossed = (...pairs: readonly (readonly [string, string])[]): string[] =>
  crossings({ selectors: pairs.map(([selector, target]) => selectorOf(selector, target)), tree: 'present' }).map(
    ([one, other]) => `${one.selector} ${other.selector}`,
  );

const label = fc.stringMatching(/^[a-z0-9]{1,12}$/);

test('targets that carry the other selector’s name are crossed, whatever stands around it', () => {
  fc.assert(
    fc.property(label, label, label, label, (one, other, before, behind) => {
      fc.pre(one !== other);
      const target = (name: string): string => `${before}${name}.${behind}.net`;
      expect(crossed([one, target(other)], [other, target(one)])).toEqual([`${one} ${other}`]);
      expect(crossed([one, target(one)], [other, target(other)])).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test('targets that have nothing to do with the selectors are not', () => {
  expect(crossed(['k2', 'abc.example.net'], ['k3', 'xyz.example.net'])).toEqual([]);
  expect(crossed(['k2', 'same.example.net'], ['k3', 'same.example.net'])).toEqual([]);
  expect(crossed(['s1', 's1.a.net'], ['s2', 's2.b.net'])).toEqual([]);
});

test('two of three are told', () => {
  expect(crossed(['fm1', 'fm1.d.net'], ['fm2', 'fm3.d.net'], ['fm3', 'fm2.d.net'])).toEqual(['fm2 fm3']);
});
