import { describe, expect, test } from 'vitest';
import { textWorld, type Texts } from '../../src/dev/conformance/text-world.ts';
import type { Dns } from '../../src/net/net.ts';
import { discoverDmarc } from '../../src/dmarc-policy/discover.ts';
import { parseMasterFile } from '../../src/net/zone/master-file.ts';
import { zoneWorld } from '../../src/net/zone/world.ts';

const discover = (domain: string, texts: Texts, failing: string[] = []) =>
  discoverDmarc(domain, textWorld(texts, { existing: [domain], failing }));
const zone = (text: string) =>
  zoneWorld(parseMasterFile(`$ORIGIN example.com.\n$TTL 3600\n${text}`, { file: 'zone' }), { outside: 'nxdomain' });

describe('discovery both ways', () => {
  test('agrees for an ordinary domain', async () => {
    const { walk, psl, differences } = await discover('mail.example.com', {
      '_dmarc.example.com': 'v=DMARC1; p=reject; sp=quarantine',
    });
    expect(walk.policy).toMatchObject({ domain: 'example.com', tag: 'sp', effective: 'quarantine' });
    expect(psl.policy).toMatchObject({ domain: 'example.com', tag: 'sp', effective: 'quarantine' });
    expect(differences).toEqual([]);
  });

  test('asks everything at once, and nothing twice', async () => {
    const world = textWorld({});
    let rounds = 0;
    const counting = {
      ...world,
      resolve: (...question: Parameters<typeof world.resolve>) => {
        if (world.asked.length === 0) queueMicrotask(() => (rounds = world.asked.length));
        return world.resolve(...question);
      },
    };
    await discoverDmarc('a.b.c.d.e.f.g.h.mail.example.co.uk', counting as typeof world);
    expect(rounds).toBe(world.asked.length);
    expect(new Set(world.asked).size).toBe(world.asked.length);
    // eight of the walk, with the organisational domain among them, and the domain itself
    expect(world.asked).toHaveLength(9);
  });

  test('disagrees on the record where only the tree walk climbs to it', async () => {
    const { walk, psl, differences } = await discover('a.dept.example.com', {
      '_dmarc.dept.example.com': 'v=DMARC1; p=reject; psd=n',
      '_dmarc.example.com': 'v=DMARC1; p=none',
    });
    expect(walk.policy).toMatchObject({ domain: 'dept.example.com', effective: 'reject' });
    expect(psl.policy).toMatchObject({ domain: 'example.com', effective: 'none' });
    expect(differences.map(({ kind, walk: ours, psl: theirs }) => [kind, ours, theirs])).toEqual([
      ['org-domain', 'dept.example.com', 'example.com'],
      ['policy-domain', 'dept.example.com', 'example.com'],
      ['policy', 'reject', 'none'],
    ]);
    expect(differences.map(({ phrase }) => phrase)).toEqual([
      'the organisational domain is dept.example.com by tree walk (RFC 9989) and example.com by public suffix list (RFC 7489)',
      'by tree walk (RFC 9989) the record of dept.example.com applies, by public suffix list (RFC 7489) the record of example.com applies',
      'receivers after RFC 9989 apply sp=reject, those after RFC 7489 sp=none',
    ]);
  });

  test('disagrees where several records end one search and not the other', async () => {
    const { walk, psl, own, differences } = await discover('mail.example.com', {
      '_dmarc.mail.example.com': ['v=DMARC1; p=reject', 'v=DMARC1; p=quarantine'],
      '_dmarc.example.com': 'v=DMARC1; p=none',
    });
    expect(own.texts.map(({ discarded }) => discarded)).toEqual(['several', 'several']);
    expect(own.record).toBeUndefined();
    expect(walk.policy).toMatchObject({ state: 'found', domain: 'example.com' });
    expect(psl.policy).toEqual({ state: 'absent', several: '_dmarc.mail.example.com' });
    expect(differences).toMatchObject([{ kind: 'policy-domain', walk: 'example.com', psl: 'none at all' }]);
  });

  test('disagrees on t=y and pct, which each kind of receiver knows one of', async () => {
    const testing = await discover('example.com', { '_dmarc.example.com': 'v=DMARC1; p=reject; t=y' });
    expect(testing.differences).toMatchObject([{ kind: 'policy', walk: 'quarantine', psl: 'reject' }]);
    expect(testing.differences[0]?.phrase).toBe(
      'receivers after RFC 9989 apply quarantine (reject, one level down for t=y), those after RFC 7489 p=reject',
    );
    const some = await discover('example.com', { '_dmarc.example.com': 'v=DMARC1; p=reject; pct=25' });
    expect(some.differences).toMatchObject([{ kind: 'percent', walk: '100', psl: '25' }]);
    const none = await discover('example.com', { '_dmarc.example.com': 'v=DMARC1; p=none; pct=25' });
    expect(none.differences).toEqual([]);
  });

  test('disagrees on np, which RFC 7489 does not know', async () => {
    const world = textWorld({ '_dmarc.example.com': 'v=DMARC1; p=none; np=reject' });
    const { existence, differences } = await discoverDmarc('ghost.example.com', world);
    expect(existence).toEqual({ state: 'found', value: false });
    expect(differences).toMatchObject([{ kind: 'policy', walk: 'reject', psl: 'none' }]);
  });

  test('says nothing of differences it cannot know', async () => {
    const { walk, psl, differences } = await discover('a.example.com', { '_dmarc.example.com': 'v=DMARC1; p=none' }, [
      '_dmarc.com',
    ]);
    expect(walk.policy.state).toBe('unknown');
    expect(psl.policy).toMatchObject({ state: 'found', domain: 'example.com' });
    expect(differences).toEqual([]);
  });

  test('by public suffix list is unknown when its own question failed', async () => {
    const { psl, own } = await discover('a.example.com', {}, ['_dmarc.a.example.com']);
    expect(own).toMatchObject({ status: 'failed', reason: 'SERVFAIL for _dmarc.a.example.com TXT' });
    expect(psl.policy.state).toBe('unknown');
    expect((await discover('a.example.com', {}, ['_dmarc.example.com'])).psl.policy.state).toBe('unknown');
  });

  test('by public suffix list does not depend on names it never asks', async () => {
    const { psl } = await discover('a.b.example.com', { '_dmarc.example.com': 'v=DMARC1; p=none' }, [
      '_dmarc.b.example.com',
      '_dmarc.com',
    ]);
    expect(psl.policy).toMatchObject({ state: 'found', domain: 'example.com' });
    expect(psl.steps.map(({ domain }) => domain)).toEqual(['a.b.example.com', 'example.com']);
  });
});

describe('what stands at the domain’s own name', () => {
  test('is given with its place, its strings joined, and the CNAMEs that led there', async () => {
    const world = zone(
      ['@ TXT "v=spf1 -all"', '_dmarc CNAME hosted', 'hosted TXT "v=DMARC1; p=no" "ne"', 'hosted TXT "other"'].join(
        '\n',
      ),
    );
    const { own, existence } = await discoverDmarc('Example.COM.', world);
    expect(own).toMatchObject({
      domain: 'example.com',
      name: '_dmarc.example.com',
      status: 'ok',
      via: ['hosted.example.com'],
    });
    expect(own.record).toMatchObject({
      text: 'v=DMARC1; p=none',
      strings: ['v=DMARC1; p=no', 'ne'],
      place: { line: 5 },
    });
    expect(own.texts).toMatchObject([{ text: 'v=DMARC1; p=none' }, { text: 'other', discarded: 'version' }]);
    expect(existence).toEqual({ state: 'found', value: true });
  });

  test('may look like a record and be none', async () => {
    const { own, walk } = await discover('example.com', { '_dmarc.example.com': 'v=dmarc1; p=reject' });
    expect(own.texts).toMatchObject([{ discarded: 'version', lookalike: { reason: 'case' } }]);
    expect(walk.policy).toEqual({ state: 'absent' });
  });

  test('that dangles is no record, and the name is there', async () => {
    const { own, existence } = await discoverDmarc(
      'x.example.com',
      zone('x TXT "x"\n_dmarc.x CNAME gone.example.net.'),
    );
    expect(own).toMatchObject({ status: 'nxdomain', via: ['gone.example.net'], texts: [] });
    expect(existence).toEqual({ state: 'found', value: true });
  });

  test('has nothing, and is there: so is the domain that does not answer', async () => {
    const world = textWorld({}, { existing: ['_dmarc.x.example.com'], failing: ['x.example.com'] });
    expect((await discoverDmarc('x.example.com', world)).existence).toEqual({ state: 'found', value: true });
  });

  test('that dangles tells that the domain exists, also where that itself does not answer', async () => {
    const world = zone('x TXT "x"\n_dmarc.x CNAME gone.example.net.');
    const failing: Dns = {
      ...world,
      resolve: async (name, type) =>
        name === 'x.example.com'
          ? { status: 'failed', failure: 'timeout', reason: 'silence' }
          : world.resolve(name, type),
    };
    expect((await discoverDmarc('x.example.com', failing)).existence).toEqual({ state: 'found', value: true });
  });

  test('is missing, and the domain is an alias of what is gone: the alias is there', async () => {
    const { existence } = await discoverDmarc('x.example.com', zone('x CNAME gone.example.net.'));
    expect(existence).toEqual({ state: 'found', value: true });
    expect((await discoverDmarc('y.example.com', zone('x TXT "x"'))).existence).toEqual({
      state: 'found',
      value: false,
    });
  });

  test('above a domain that is not there is applied by np, which RFC 7489 does not know', async () => {
    const record = '_dmarc TXT "v=DMARC1; p=reject; sp=none; np=quarantine"';
    const { walk, psl } = await discoverDmarc('gone.example.com', zone(record));
    expect(walk.policy).toMatchObject({ tag: 'np', effective: 'quarantine' });
    expect(psl.policy).toMatchObject({ tag: 'sp', effective: 'none' });
  });

  test('tells that the domain exists even when the domain itself does not answer', async () => {
    const { existence } = await discover('a.example.com', { '_dmarc.a.example.com': 'x' }, ['a.example.com']);
    expect(existence).toEqual({ state: 'found', value: true });
    const open = await discoverDmarc('a.example.com', textWorld({}, { failing: ['a.example.com'] }));
    expect(open.existence).toEqual({ state: 'unknown', reason: 'SERVFAIL for a.example.com TXT' });
  });

  test('is followed by the names above in order', async () => {
    const { answers } = await discover('mail.example.com', {});
    expect(answers.map(({ name }) => name)).toEqual(['_dmarc.mail.example.com', '_dmarc.example.com', '_dmarc.com']);
  });
});
