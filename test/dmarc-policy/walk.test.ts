import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textWorld, type Texts } from '../../src/dev/conformance/text-world.ts';
import { treeWalk, walkDomains, walkPolicy } from '../../src/dmarc-policy/walk.ts';

const here = { state: 'found', value: true } as const;
const gone = { state: 'found', value: false } as const;
const unsure = { state: 'unknown', reason: 'SERVFAIL' } as const;

async function orgDomain(start: string, texts: Texts, failing: string[] = []) {
  return (await treeWalk(start, textWorld(texts, { failing }))).orgDomain;
}
async function policy(
  start: string,
  texts: Texts,
  failing: string[] = [],
  exists: typeof here | typeof gone | typeof unsure = here,
) {
  return walkPolicy(await treeWalk(start, textWorld(texts, { failing })), exists);
}

describe('the questions of a tree walk', () => {
  test('climb label by label up to the top-level domain', () => {
    expect(walkDomains('a.mail.example.com')).toEqual(['a.mail.example.com', 'mail.example.com', 'example.com', 'com']);
    expect(walkDomains('com')).toEqual(['com']);
  });

  test('are never more than eight, however long the name', () => {
    expect(walkDomains('mail.a.b.c.d.e.f.g.example.com')).toEqual([
      'mail.a.b.c.d.e.f.g.example.com',
      'c.d.e.f.g.example.com',
      'd.e.f.g.example.com',
      'e.f.g.example.com',
      'f.g.example.com',
      'g.example.com',
      'example.com',
      'com',
    ]);
    expect(walkDomains(Array.from({ length: 100 }, () => 'x').join('.'))).toHaveLength(8);
    expect(walkDomains('b.c.d.e.f.g.example.com')).toHaveLength(8);
  });

  test('end at a record that says psd=n or psd=y', async () => {
    const texts = { '_dmarc.b.example': 'v=DMARC1; p=none; psd=n', '_dmarc.example': 'v=DMARC1; p=none' };
    const walk = await treeWalk('a.b.example', textWorld(texts));
    expect(walk.steps.map(({ name }) => name)).toEqual(['_dmarc.a.b.example', '_dmarc.b.example']);
  });
});

describe('the organisational domain', () => {
  test('is the highest domain with a record', async () => {
    const texts = { '_dmarc.mail.example.com': 'v=DMARC1; p=none', '_dmarc.example.com': 'v=DMARC1; p=none' };
    expect(await orgDomain('a.mail.example.com', texts)).toEqual({
      state: 'found',
      value: 'example.com',
      why: 'fewest-labels',
    });
  });

  test('is the start where nothing is found', async () => {
    expect(await orgDomain('a.example.com', {})).toEqual({ state: 'found', value: 'a.example.com', why: 'no-record' });
  });

  test('is where psd=n stands, and one label below psd=y', async () => {
    expect(await orgDomain('a.b.example', { '_dmarc.b.example': 'v=DMARC1; psd=n; p=none' })).toMatchObject({
      value: 'b.example',
      why: 'psd=n',
    });
    expect(await orgDomain('a.b.example', { '_dmarc.example': 'v=DMARC1; psd=y; p=none' })).toMatchObject({
      value: 'b.example',
      why: 'below psd=y',
    });
  });

  test('is one label below psd=y, too, where a long name skipped that label', async () => {
    const start = 'z.y.x.a.b.c.d.e.f.example';
    const texts = { '_dmarc.a.b.c.d.e.f.example': 'v=DMARC1; p=none; psd=y' };
    expect(await orgDomain(start, texts)).toMatchObject({ value: 'x.a.b.c.d.e.f.example', why: 'below psd=y' });
  });

  test('is the start with psd=y itself, which has nothing below it in this walk', async () => {
    expect(await orgDomain('b.example', { '_dmarc.b.example': 'v=DMARC1; psd=y; p=none' })).toMatchObject({
      value: 'b.example',
    });
  });

  test('is not changed by texts that receivers discard', async () => {
    const texts = {
      '_dmarc.mail.example.com': 'v=DMARC1; p=none',
      '_dmarc.example.com': ['v=DMARC1; p=none', 'v=DMARC1; p=reject'],
      '_dmarc.com': 'v=dmarc1; p=none; psd=y',
    };
    expect(await orgDomain('mail.example.com', texts)).toMatchObject({ value: 'mail.example.com' });
  });

  test('stays open when a question failed that could have moved it', async () => {
    const texts = { '_dmarc.example.com': 'v=DMARC1; p=none' };
    expect(await orgDomain('example.com', texts, ['_dmarc.com'])).toEqual({
      state: 'unknown',
      reason: 'SERVFAIL for _dmarc.com TXT',
      possible: ['com', 'example.com'],
    });
  });

  test('is known in spite of a failure above the end of the walk, or one that cannot move it', async () => {
    const anchored = { '_dmarc.example.com': 'v=DMARC1; p=none; psd=n' };
    expect(await orgDomain('example.com', anchored, ['_dmarc.com'])).toMatchObject({ value: 'example.com' });
    const suffix = { '_dmarc.example': 'v=DMARC1; p=none; psd=y' };
    expect(await orgDomain('b.example', suffix, ['_dmarc.b.example'])).toMatchObject({ value: 'b.example' });
  });
});

describe('the policy by tree walk', () => {
  const inherited = { '_dmarc.example.com': 'v=DMARC1; p=none; sp=quarantine; np=reject' };

  test('comes from p of the own record, never from its sp', async () => {
    const texts = { '_dmarc.a.example.com': 'v=DMARC1; p=reject; sp=none', ...inherited };
    expect(await policy('a.example.com', texts)).toMatchObject({
      domain: 'a.example.com',
      inherited: false,
      tag: 'p',
      effective: 'reject',
    });
  });

  test('comes from sp above for a domain that exists, from np for one that does not', async () => {
    expect(await policy('a.example.com', inherited)).toMatchObject({
      inherited: true,
      tag: 'sp',
      effective: 'quarantine',
    });
    expect(await policy('a.example.com', inherited, [], gone)).toMatchObject({ tag: 'np', effective: 'reject' });
  });

  test('is open when the existence is, unless sp and np agree', async () => {
    expect(await policy('a.example.com', inherited, [], unsure)).toEqual({ state: 'unknown', reason: 'SERVFAIL' });
    const same = { '_dmarc.example.com': 'v=DMARC1; p=none; sp=reject' };
    expect(await policy('a.example.com', same, [], unsure)).toMatchObject({ effective: 'reject' });
  });

  test('skips a record between the author domain and the organisational domain', async () => {
    const texts = { '_dmarc.b.example.com': 'v=DMARC1; p=reject', '_dmarc.example.com': 'v=DMARC1; p=none' };
    expect(await policy('a.b.example.com', texts)).toMatchObject({ domain: 'example.com', effective: 'none' });
  });

  test('comes from the public suffix domain where the organisation has no record', async () => {
    const texts = { '_dmarc.bank': 'v=DMARC1; p=none; sp=reject; psd=y', '_dmarc.mail.mega.bank': 'v=DMARC1; p=none' };
    expect(await policy('x.mega.bank', texts)).toMatchObject({ domain: 'bank', tag: 'sp', effective: 'reject' });
  });

  test('is one level lower with t=y', async () => {
    expect(await policy('example.com', { '_dmarc.example.com': 'v=DMARC1; p=reject; t=y' })).toMatchObject({
      published: 'reject',
      effective: 'quarantine',
    });
  });

  test('is not there without a record, and not applicable without p and rua', async () => {
    expect(await policy('example.com', {})).toEqual({ state: 'absent' });
    expect(await policy('example.com', { '_dmarc.example.com': 'v=DMARC1' })).toMatchObject({ state: 'inapplicable' });
  });

  test('is decided by the own record although a domain above does not answer', async () => {
    const texts = { '_dmarc.example.com': 'v=DMARC1; p=reject' };
    expect(await policy('example.com', texts, ['_dmarc.com'])).toMatchObject({ state: 'found', effective: 'reject' });
  });

  test('is never "no record" when a question failed', async () => {
    expect(await policy('example.com', {}, ['_dmarc.example.com'])).toMatchObject({ state: 'unknown' });
    expect(await policy('example.com', {}, ['_dmarc.com'])).toMatchObject({ state: 'unknown' });
    expect(await policy('a.example.com', inherited, ['_dmarc.com'])).toMatchObject({ state: 'unknown' });
  });

  test('does not depend on names above the end of the walk', async () => {
    const texts = { '_dmarc.example.com': 'v=DMARC1; p=reject; psd=n' };
    expect(await policy('a.example.com', texts, ['_dmarc.com'])).toMatchObject({ effective: 'reject' });
  });
});

describe('what failed questions leave open', () => {
  const state = fc.constantFrom(
    '',
    'v=DMARC1; p=none',
    'v=DMARC1; p=reject',
    'v=DMARC1; p=none; psd=n',
    'v=DMARC1; p=none; psd=y',
    'fails',
  );
  const domains = ['a.b.c.d', 'b.c.d', 'c.d', 'd'];
  const GUESSES = ['', 'v=DMARC1; p=quarantine', 'v=DMARC1; p=quarantine; psd=n', 'v=DMARC1; p=quarantine; psd=y'];

  /** Every world that the failed names may turn out to be. */
  function worlds(states: readonly string[]): string[][] {
    return states.reduce<string[][]>(
      (all, one) => all.flatMap((world) => (one === 'fails' ? GUESSES : [one]).map((text) => [...world, text])),
      [[]],
    );
  }
  const textsOf = (states: readonly string[]): Texts =>
    Object.fromEntries(
      states.flatMap((text, index) => (text === '' || text === 'fails' ? [] : [[`_dmarc.${domains[index]}`, text]])),
    );

  test('is exactly what asking again could answer', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(state, { minLength: 4, maxLength: 4 }), async (states) => {
        const failing = domains.filter((_, index) => states[index] === 'fails').map((domain) => `_dmarc.${domain}`);
        const walk = await treeWalk('a.b.c.d', textWorld(textsOf(states), { failing }));
        const answered = await Promise.all(
          worlds(states).map((world) => treeWalk('a.b.c.d', textWorld(textsOf(world)))),
        );

        const orgs = new Set(answered.map((one) => (one.orgDomain.state === 'found' ? one.orgDomain.value : '')));
        const { orgDomain: org } = walk;
        expect(new Set(org.state === 'found' ? [org.value] : org.possible)).toEqual(orgs);
        expect(org.state === 'found').toBe(orgs.size === 1);

        const outcome = walkPolicy(walk, here);
        const outcomes = answered.map((one) => walkPolicy(one, here));
        if (outcome.state !== 'unknown') for (const one of outcomes) expect(one).toEqual(outcome);
        else expect(new Set(outcomes.map((one) => JSON.stringify(one))).size).toBeGreaterThan(1);
      }),
      { numRuns: 300 },
    );
  });
});
