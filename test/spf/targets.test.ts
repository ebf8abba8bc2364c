import { describe, expect, test } from 'vitest';
import type { Value as HeloSpf } from '../../src/sources/helo-spf.ts';
import type { Fact } from '../../src/core/facts.ts';
import type { MisplacedSpf } from '../../src/sources/misplaced-spf.ts';
import type { SpfTargets } from '../../src/sources/spf-targets.ts';
import { factsOf } from '../sources/world.ts';

const TLD = 'example. NS ns.nic.example.\n';

describe('names in SPF that lead into no domain', () => {
  const targets = async (zone: string, ...servfail: string[]): Promise<Fact<SpfTargets>> =>
    (await factsOf({ zone: TLD + zone, servfail }, 'spfTargets')).facts.spfTargets;
  /** Names, with the registered domain that does not exist, or why nobody knows. */
  async function dangling(zone: string, ...servfail: string[]): Promise<string[]> {
    const fact = await targets(zone, ...servfail);
    if (fact.state !== 'found') return [];
    return fact.value.dangling.map(
      ({ name, lapsed }) => `${name}: ${lapsed.state === 'found' ? lapsed.value : lapsed.state}`,
    );
  }

  test.each<[string, string, string[]]>([
    ['an include', '@ TXT "v=spf1 include:_spf.a.example -all"', ['_spf.a.example: a.example']],
    ['a host', '@ TXT "v=spf1 a:mail.a.example -all"', ['mail.a.example: a.example']],
    ['an exists with macros', '@ TXT "v=spf1 exists:%{ir}.%{v}.list.a.example -all"', ['list.a.example: a.example']],
    ['ptr', '@ TXT "v=spf1 ptr:a.example -all"', ['a.example: a.example']],
    ['an MX host', '@ TXT "v=spf1 mx:b.example -all"\nb.example. MX 10 mx.a.example.', ['mx.a.example: a.example']],
    [
      'the end of a CNAME chain',
      '@ TXT "v=spf1 include:_spf.example.com -all"\n_spf CNAME x.b.example.\nx.b.example. CNAME y.a.example.',
      ['_spf.example.com: a.example'],
    ],
    [
      'a private suffix',
      '@ TXT "v=spf1 include:shop.github.io -all"\nio. NS ns.nic.io.\ngithub.io. NS ns.nic.io.',
      ['shop.github.io: shop.github.io'],
    ],
    ['what no registry takes', '@ TXT "v=spf1 include:info@a.example a:x._spf.example mx:a:b.example -all"', []],
    ['a name below a domain that is there', '@ TXT "v=spf1 include:x.a.example -all"\na.example. NS ns.a.example.', []],
    ['a name below the domain itself', '@ TXT "v=spf1 include:x.example.com a:y.example.com -all"', []],
    ['the wrong end of a macro', '@ TXT "v=spf1 exists:%{i}.x%{d} include:a%{l} -all"', []],
    ['a term nobody comes to', '@ TXT "v=spf1 -all include:a.example"', []],
    ['an explanation', '@ TXT "v=spf1 -all exp=why.a.example"', []],
  ])('%s', async (_, zone, expected) => expect(await dangling(zone)).toEqual(expected));

  test('what could not be asked for is not known to be free', async () => {
    expect(await dangling('@ TXT "v=spf1 exists:%{i}.a.example -all"', 'a.example')).toEqual(['a.example: unknown']);
  });

  test('nothing is asked for where everything answers, nor twice for one domain', async () => {
    const zone = `${TLD}@ TXT "v=spf1 include:a.example exists:%{i}.list.a.example -all"\na.example. TXT "v=spf1 -all"`;
    const { asked } = await factsOf({ zone }, 'spfTargets');
    expect(asked).toEqual(['example.com TXT', 'a.example TXT']);
    const gone = `${TLD}@ TXT "v=spf1 include:a.b.example include:c.b.example -all"`;
    const again = (await factsOf({ zone: gone }, 'spfTargets')).asked;
    expect(again.slice(3).toSorted()).toEqual(['b.example SOA', 'example SOA']);
  });

  test('an include of a host is told from one of a domain', async () => {
    const fact = await targets(
      '@ TXT "v=spf1 include:web.a.example include:a.example -all"\nweb.a.example. A 192.0.2.1\na.example. A 192.0.2.2',
    );
    expect(fact).toMatchObject({ state: 'found', value: { dangling: [], hosts: ['web.a.example'] } });
  });
});

describe('SPF at the names of mail hosts', () => {
  const helo = async (zone: string, ...servfail: string[]): Promise<Fact<HeloSpf>> =>
    (await factsOf({ zone, servfail }, 'heloSpf')).facts.heloSpf;

  test('is asked for at hosts of the own organisation only', async () => {
    const zone =
      '@ MX 10 m1\n@ MX 20 m2\n@ MX 30 mx.a.example.\nm1 TXT "v=spf1 a -all"\nm2 A 192.0.2.1\nmx.a.example. A 192.0.2.2';
    const { facts, asked } = await factsOf({ zone }, 'heloSpf');
    expect(facts.heloSpf).toMatchObject({
      value: [
        { host: 'm1.example.com', state: 'record' },
        { host: 'm2.example.com', state: 'none' },
      ],
    });
    expect(asked).toEqual(['example.com MX', 'm1.example.com TXT', 'm2.example.com TXT']);
  });

  test('is neither there nor missing behind a CNAME, and unknown where nobody answers', async () => {
    expect(await helo('@ MX 10 m1\nm1 CNAME m2\nm2 A 192.0.2.1')).toMatchObject({ value: [{ state: 'alias' }] });
    expect(await helo('@ MX 10 m1\nm1 A 192.0.2.1', 'm1.example.com')).toMatchObject({ value: [{ state: 'unknown' }] });
  });
});

describe('an SPF record beside the domain', () => {
  const misplaced = async (zone: string, ...servfail: string[]): Promise<Fact<MisplacedSpf>> =>
    (await factsOf({ zone, servfail }, 'misplacedSpf')).facts.misplacedSpf;

  test('is found where the domain has none', async () => {
    expect(await misplaced('@ MX 10 m\n_spf TXT "v=spf1 mx -all"')).toMatchObject({
      value: { name: '_spf.example.com' },
    });
    expect(await misplaced('@ MX 10 m\nwww TXT "v=spf1 mx -all"')).toMatchObject({
      value: { name: 'www.example.com' },
    });
  });

  test.each([
    ['the domain has a record', '@ TXT "v=spf1 redirect=_spf.example.com"\n_spf TXT "v=spf1 mx -all"'],
    ['a host says that it sends nothing', '@ MX 10 m\nwww TXT "v=spf1 -all"'],
    ['a CNAME leads to somebody else', '@ MX 10 m\nwww CNAME a.example.\na.example. TXT "v=spf1 mx -all"'],
    ['it is several', '@ MX 10 m\n_spf TXT "v=spf1 mx -all"\n_spf TXT "v=spf1 a -all"'],
  ])('is none where %s', async (_, zone) => expect(await misplaced(zone)).toEqual({ state: 'absent' }));

  test('costs no question where the domain has SPF', async () => {
    const { asked } = await factsOf({ zone: '@ TXT "v=spf1 -all"' }, 'misplacedSpf');
    expect(asked).toEqual(['example.com TXT']);
  });

  test('that could not be asked for is nobody’s concern', async () => {
    expect(await misplaced('@ MX 10 m', '_spf.example.com')).toEqual({ state: 'absent' });
  });
});

describe('a domain that is a CNAME to nowhere', () => {
  const NET = 'net. NS ns.nic.net.\n';
  const at = (zone: string, ...servfail: string[]) =>
    factsOf({ zone: NET + zone, servfail, domain: 'em.example.com' }, 'danglingAlias');

  test('is told with the domain that does not exist', async () => {
    expect((await at('em CNAME a.gone.net.')).facts.danglingAlias).toEqual({
      state: 'found',
      value: { via: ['a.gone.net'], lapsed: { state: 'found', value: 'gone.net' } },
    });
  });

  test('may lead into one that is there, or that nobody could ask for', async () => {
    const there = (await at('em CNAME a.gone.net.\ngone.net. NS ns.nic.net.')).facts.danglingAlias;
    expect(there).toMatchObject({ value: { lapsed: { state: 'absent' } } });
    const failed = (await at('em CNAME a.gone.net.', 'gone.net')).facts.danglingAlias;
    expect(failed).toMatchObject({ value: { lapsed: { state: 'unknown' } } });
  });

  test('costs no question where it is none', async () => {
    expect((await at('em A 192.0.2.1')).asked).toEqual(['em.example.com TXT']);
  });
});

test('what stands behind all is asked for only where something does', async () => {
  const plain = await factsOf({ zone: '@ TXT "v=spf1 include:a.example -all"' }, 'spfWithAllLast');
  expect(plain.asked).toEqual(['example.com TXT', 'a.example TXT']);
  expect(plain.facts.spfWithAllLast.state).toBe('absent');
  const { facts } = await factsOf({ zone: '@ TXT "v=spf1 -all include:a.example"' }, 'spfWithAllLast');
  expect(facts.spfWithAllLast).toMatchObject({ state: 'found', value: { lookups: { min: 1 } } });
});
