import { describe, expect, test } from 'vitest';
import { textWorld, type Texts } from '../../src/dev/conformance/text-world.ts';
import { alignmentByPsl, alignmentOf } from '../../src/dmarc-policy/alignment.ts';
import { evaluateDmarc } from '../../src/dmarc-policy/evaluate.ts';
import type { OrgDomain } from '../../src/dmarc-policy/walk.ts';

const orgs =
  (table: Record<string, string | string[]>) =>
  (domain: string): OrgDomain => {
    const org = table[domain] ?? domain;
    return typeof org === 'string'
      ? { state: 'found', value: org, why: 'fewest-labels' }
      : { state: 'unknown', reason: 'time-out', possible: org };
  };

describe('alignment', () => {
  const of = orgs({ 'mail.example.com': 'example.com', 'a.test': ['a.test', 'test'], 'b.test': ['b.test', 'test'] });

  test('is strict only between equal domains, relaxed within one organisation', () => {
    expect(alignmentOf('s', 'example.com', 'example.com', of)).toBe('aligned');
    expect(alignmentOf('s', 'example.com', 'mail.example.com', of)).toBe('unaligned');
    expect(alignmentOf('r', 'example.com', 'mail.example.com', of)).toBe('aligned');
    expect(alignmentOf('r', 'example.com', 'example.net', of)).toBe('unaligned');
  });

  test('needs no organisational domain between equal domains', () => {
    expect(alignmentOf('r', 'a.test', 'a.test', of)).toBe('aligned');
  });

  test('is unknown only where two unknown organisations could be one', () => {
    expect(alignmentOf('r', 'a.test', 'b.test', of)).toBe('unknown');
    expect(alignmentOf('r', 'a.test', 'example.com', of)).toBe('unaligned');
  });

  test('by public suffix list goes by the registered domain', () => {
    expect(alignmentByPsl('r', 'news.example.co.uk', 'bounce.example.co.uk')).toBe('aligned');
    expect(alignmentByPsl('s', 'news.example.co.uk', 'bounce.example.co.uk')).toBe('unaligned');
    expect(alignmentByPsl('r', 'one.co.uk', 'two.co.uk')).toBe('unaligned');
    expect(alignmentByPsl('r', 'one.github.io', 'two.github.io')).toBe('unaligned');
  });
});

describe('the DMARC result', () => {
  const texts: Texts = { '_dmarc.example.com': 'v=DMARC1; p=reject; adkim=s' };
  const mail = (from: string, spf: string[], dkim: string[], failing: string[] = [], world: Texts = texts) =>
    evaluateDmarc({ from, spf, dkim }, textWorld(world, { failing }));

  test('is pass when one identifier is aligned, whatever the others are', async () => {
    expect(await mail('example.com', ['bounce.example.com'], ['esp.example'])).toMatchObject({
      result: 'pass',
      spfAligned: 'aligned',
      dkimAligned: 'unaligned',
    });
  });

  test('is fail under strict alignment for a subdomain’s signature', async () => {
    expect(await mail('example.com', [], ['mail.example.com'])).toMatchObject({ result: 'fail' });
    expect(await mail('Example.COM.', [], ['EXAMPLE.com'])).toMatchObject({ result: 'pass' });
  });

  test('is fail with nothing that passed', async () => {
    expect(await mail('example.com', [], [])).toMatchObject({ result: 'fail', policy: { effective: 'reject' } });
  });

  test('is none without a record that applies', async () => {
    expect(await mail('example.net', ['example.net'], [])).toMatchObject({ result: 'none' });
  });

  test('is unknown when the policy, or an alignment that would decide, is', async () => {
    expect(await mail('example.com', ['example.com'], [], ['_dmarc.example.com'])).toMatchObject({ result: 'unknown' });
    expect(await mail('example.com', ['bounce.example.com'], [], ['_dmarc.com'])).toMatchObject({ result: 'unknown' });
  });

  test('is pass in spite of a failure, when the identifiers are equal', async () => {
    expect(await mail('example.com', ['example.com'], [], ['_dmarc.com'])).toMatchObject({ result: 'pass' });
  });

  test('differs between the two discoveries below an anchored subdomain', async () => {
    const world = textWorld({
      '_dmarc.example.com': 'v=DMARC1; p=none',
      '_dmarc.shop.example.com': 'v=DMARC1; p=reject; psd=n',
    });
    const message = { from: 'shop.example.com', spf: ['example.com'], dkim: [] };
    expect((await evaluateDmarc(message, world, 'treewalk')).result).toBe('fail');
    expect((await evaluateDmarc(message, world, 'psl')).result).toBe('pass');
  });

  test('asks no question twice', async () => {
    const world = textWorld(texts);
    await evaluateDmarc(
      { from: 'a.example.com', spf: ['b.example.com'], dkim: ['c.example.com', 'a.example.com'] },
      world,
    );
    expect(world.asked).toHaveLength(new Set(world.asked).size);
  });
});
