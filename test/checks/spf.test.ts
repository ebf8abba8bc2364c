import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergedRecord } from '../../src/checks/spf/merged-record.ts';
import { seams } from '../../src/checks/spf/seams.ts';
import { checks } from '../../src/checks/all.ts';
import { isFatal, parseSpf } from '../../src/protocols/spf.ts';
import type { CheckResult } from '../../src/core/outcome.ts';
import { runExample, withChanges } from '../support/example-world.ts';

const family = checks.filter(({ id }) => id.startsWith('spf/'));

const audit = (zone: string, servfail: readonly string[] = []): Promise<CheckResult[]> =>
  Promise.all(family.map((check) => runExample(check, { name: '', zone, servfail, expect: [] })));

const codes = async (zone: string): Promise<string[]> =>
  (await audit(zone)).flatMap(({ findings }) => findings.map(({ code }) => code.slice('spf/'.length)));

describe('one cause gives one finding', () => {
  test.each([
    ['two strings that run together', '@ TXT "v=spf1 ip4:8.8.8.8" "~all"', ['string-seam:joined']],
    ['an include that is no name', '@ TXT "v=spf1 include:http://a.example ~all"', ['domain-names:broken']],
    ['two records pasted together', '@ TXT "v=spf1 a ~all v=spf1 a ~all"\n@ A 8.8.8.8', ['single-record:pasted']],
    ['a network twice', '@ TXT "v=spf1 ip4:8.8.8.8 ip4:8.8.8.8 ~all"', ['overlapping-ranges:repeated']],
    ['a circle', '@ TXT "v=spf1 include:example.com ~all"', ['include-loop:self']],
    ['three dead hosts', '@ TXT "v=spf1 a:a.example a:b.example a:c.example ~all"', ['void-lookups:over']],
    ['a private network', '@ TXT "v=spf1 ip4:10.0.0.0/8 ~all"', ['reserved-ranges:private']],
    ['a network around a slip', '@ TXT "v=spf1 ip4:8.0.0.0/7 ~all"', ['range-size:wide']],
    ['a look-alike', '@ MX 10 mail\nmail A 8.8.8.8\n@ TXT " v=spf1 mx ~all"', ['version:ignored']],
    [
      'nothing wrong',
      '@ TXT "v=spf1 a include:a.example ~all"\n@ A 8.8.8.8\na.example. TXT "v=spf1 ip4:8.8.4.4 -all"',
      [],
    ],
  ])('%s', async (_, zone, expected) => {
    expect(await codes(zone)).toEqual(expected);
  });
});

test('a failed address question leaves what only the records decide decided', async () => {
  const results = await audit('@ TXT "v=spf1 a:a.example ~all"', ['a.example']);
  const undecided = results.filter(({ outcome }) => outcome === 'inconclusive').map(({ check }) => check);
  expect(undecided).toEqual(['spf/dead-names', 'spf/void-lookups']);
});

test('no record is proposed where a CNAME leads to somebody else', async () => {
  const zone =
    '@ TXT "v=spf1 include:_spf.example.com ~all"\n_spf CNAME a.example.\na.example. TXT "v=spf1 ipv4:8.8.8.8 -all"';
  const findings = (await audit(zone)).flatMap((result) => result.findings);
  expect(findings.map(({ code, changes }) => [code, changes])).toEqual([['spf/included-syntax:broken', []]]);
});

describe('a first record', () => {
  const MAIL = '@ MX 10 mail\nmail A 8.8.8.8';
  const valueOf = async (zone: string, more: object = {}): Promise<string | undefined> => {
    const check = family.find(({ id }) => id === 'spf/record')!;
    const { findings } = await runExample(check, { name: '', expect: [], zone: `@ NS ns\n${zone}`, ...more });
    expect(findings).toHaveLength(1);
    return findings[0]?.changes[0]?.value;
  };

  test.each<[string, string, string | undefined, object?]>([
    ['the mail hosts', MAIL, 'v=spf1 mx ~all'],
    ['nobody, where there is only an address', '@ A 8.8.8.8', 'v=spf1 -all'],
    ['nobody, at a host', 'www A 8.8.8.8', 'v=spf1 -all', { domain: 'www.example.com' }],
    ['nobody, where no mail is taken', '@ MX 0 .', 'v=spf1 -all'],
    ['Google, and not its mail hosts', '@ MX 1 aspmx.l.google.com.', 'v=spf1 include:_spf.google.com ~all'],
    [
      'Microsoft, and a host beside it',
      `${MAIL}\n@ MX 1 example-com.mail.protection.outlook.com.`,
      'v=spf1 mx include:spf.protection.outlook.com ~all',
    ],
    ['no mail hosts of a gateway', '@ MX 1 eu-smtp-inbound-1.mimecast.com.', undefined],
    [
      'the addresses the user named, but for those of mail hosts',
      MAIL,
      'v=spf1 mx ip4:8.8.4.4 ip6:2001:4860::1 ~all',
      { sendingAddresses: ['8.8.8.8', '8.8.4.4', '2001:4860::1'] },
    ],
    ['no private address', '@ A 8.8.8.8', 'v=spf1 -all', { sendingAddresses: ['10.0.0.1'] }],
    ['what stands there with the old type', `${MAIL}\n@ SPF "v=spf1 ip4:8.8.4.4 ~all"`, 'v=spf1 ip4:8.8.4.4 ~all'],
    ['these alone', '@ A 8.8.8.8', 'v=spf1 ip4:8.8.8.8 ~all', { sendingAddresses: ['8.8.8.8'] }],
  ])('names %s', async (_, zone, value, more) => {
    expect(await valueOf(zone, more)).toBe(value);
  });

  test.each(['@ A 8.8.8.8', '@ NS ns'])('goes with what is proposed for MX: %j', async (zone) => {
    const judging = checks.filter(({ id }) => /^(?:spf|mx)\//.test(id));
    const judged = async (world: string) =>
      (await Promise.all(judging.map((check) => runExample(check, { name: '', expect: [], zone: world })))).flatMap(
        ({ findings }) => findings,
      );
    const before = await judged(`@ NS ns\n${zone}`);
    const after = await judged(
      withChanges(
        `@ NS ns\n${zone}`,
        before.flatMap(({ changes }) => changes),
      ),
    );
    expect(after).toEqual([]);
  });
});

describe('terms behind all', () => {
  const proposed = async (record: string, more = ''): Promise<string | undefined> => {
    const first = (await audit(`@ TXT "${record}"\n${more}`))
      .flatMap(({ findings }) => findings)
      .find(({ check }) => check === 'spf/terms-after-all');
    return first?.changes[0]?.value;
  };

  test('count for what is proposed where all lets everybody pass', async () => {
    const zone = '@ TXT "v=spf1 all a mx"\n@ A 8.8.8.9\n@ MX 10 mail\nmail A 8.8.8.8';
    const findings = (await audit(zone)).flatMap((result) => result.findings);
    const values = findings.filter(({ at }) => at !== undefined).map(({ code, changes }) => [code, changes[0]?.value]);
    expect(values).toEqual([
      ['spf/terms-after-all:unreached', 'v=spf1 a mx ~all'],
      ['spf/universal-pass:all', 'v=spf1 a mx ~all'],
    ]);
  });

  test('over the limit, nothing is proposed in place of an all that lets everybody pass', async () => {
    const zone = `@ TXT "v=spf1 +all include:five.example include:six.example"\n${HOSTS}\nsix.example. TXT "v=spf1 ${FIVE} -all"`;
    const findings = (await audit(zone)).flatMap((result) => result.findings);
    expect(findings.map(({ code, changes }) => [code, changes])).toEqual([
      ['spf/terms-after-all:unreached', []],
      ['spf/universal-pass:all', []],
    ]);
  });

  const FIVE = Array.from({ length: 5 }, (_, host) => `a:${host}.h.example`).join(' ');
  const HOSTS = `*.h.example. A 8.8.8.9\nfive.example. TXT "v=spf1 ${FIVE} -all"`;

  test.each([
    ['are moved', 'v=spf1 a ~all ip4:8.8.8.8 -all', 'v=spf1 a ip4:8.8.8.8 ~all'],
    [
      'are moved once',
      'v=spf1 ip4:8.8.4.4 ~all ip4:8.8.8.8 ip4:8.8.8.8 ip4:8.8.4.4',
      'v=spf1 ip4:8.8.4.4 ip4:8.8.8.8 ~all',
    ],
    [
      'go where they lead nowhere',
      'v=spf1 ~all a:gone.example include:gone.example ip4:8.8.8.8',
      'v=spf1 ip4:8.8.8.8 ~all',
    ],
    [
      'are moved up to the limit',
      `v=spf1 a:h.h.example a:i.h.example ~all include:five.example`,
      'v=spf1 a:h.h.example a:i.h.example include:five.example ~all',
    ],
    [
      'go where they go over it',
      `v=spf1 include:five.example ~all include:five.example. ip4:8.8.8.8`,
      'v=spf1 include:five.example ~all',
    ],
  ])('%s', async (_, record, value) => {
    expect(await proposed(record, HOSTS)).toBe(value);
  });
});

describe('the only term that was to let mail pass', () => {
  test.each([
    ['an include of nothing', 'include:gone.example.com', 'spf/include-target:missing'],
    ['an include of itself', 'include:example.com', 'spf/include-loop:self'],
    ['an include that lets everybody pass', 'include:open.example', 'spf/universal-pass:include'],
    ['an include of a domain that is gone', 'include:gone.example', 'spf/target-registration:unregistered'],
  ])('%s goes, and no mail is refused for that', async (_, term, code) => {
    const zone = `example. NS ns.nic.example.\nopen.example. TXT "v=spf1 +all"\n@ TXT "v=spf1 ${term} -all"`;
    const findings = (await audit(zone)).flatMap((result) => result.findings);
    const found = findings.find((one) => one.code === code);
    expect(found?.changes.map(({ value }) => value)).toEqual(['v=spf1 ~all']);
    expect(found?.fix).toContain('say `~all` until');
  });

  test('where there is another one, -all stays', async () => {
    const findings = (await audit('@ TXT "v=spf1 include:gone.example.com ip4:8.8.8.8 -all"')).flatMap(
      (result) => result.findings,
    );
    const found = findings.find(({ code }) => code === 'spf/include-target:missing');
    expect(found?.changes.map(({ value }) => value)).toEqual(['v=spf1 ip4:8.8.8.8 -all']);
    expect(found?.fix).toBe('remove `include:gone.example.com`');
  });
});

test('an include that receivers do not come to leaves nothing undecided', async () => {
  for (const record of ['v=spf1 ipv4:8.8.8.8 include:a.example ~all', 'v=spf1 ~all include:a.example']) {
    const results = await audit(`@ TXT "${record}"`, ['a.example']);
    expect(results.filter(({ outcome }) => outcome === 'inconclusive')).toEqual([]);
  }
});

describe('several records in one', () => {
  test.each([
    ['every mechanism once', ['v=spf1 a mx -all', 'v=spf1 mx ip4:8.8.8.8 -all'], 'v=spf1 a mx ip4:8.8.8.8 -all'],
    ['~all where they disagree', ['v=spf1 a -all', 'v=spf1 mx ?all'], 'v=spf1 a mx ~all'],
    [
      'a redirect beside an all as include',
      ['v=spf1 redirect=a.example', 'v=spf1 mx ~all'],
      'v=spf1 mx include:a.example ~all',
    ],
    [
      'one redirect for all',
      ['v=spf1 a redirect=a.example', 'v=spf1 redirect=a.example'],
      'v=spf1 a redirect=a.example',
    ],
    ['nothing from behind all', ['v=spf1 a ~all mx', 'v=spf1 ~all redirect=a.example'], 'v=spf1 a ~all'],
    ['nothing of a broken record', ['v=spf1 a -all', 'v=spf1 ipv4:x -all'], undefined],
  ])('hold %s', (_, texts, merged) => {
    expect(mergedRecord(texts)).toBe(merged);
  });
});

describe('strings', () => {
  const seamsOf = (...strings: string[]): number[] => seams({ strings, text: strings.join(''), kind: 'spf' });
  test.each([
    [
      ['v=spf1 a', 'mx', '-all'],
      [8, 10],
    ],
    [['v=spf1 include:a.ex', 'ample.com -all'], []],
    [['v=spf1 a ', 'mx -all'], []],
    [['v=spf1 a', ' mx -all'], []],
    [['v=spf1 ip4:8.8.8.8', '/32 -all'], []],
    [['v=spf1 mx:mail.', 'a.example -all'], []],
    [['v=spf1 include:a.example', 'include:b.example -all'], [24]],
    [['v=spf1 mx', 'redirect=a.example'], [9]],
  ])('%j run together at %j', (strings, offsets) => {
    expect(seamsOf(...strings)).toEqual(offsets);
  });
});

test('no check crashes over any record, and every record proposed is a good one', async () => {
  const words =
    'a mx +a -all ~all ?all all include:a.example include:gone.example redirect=a.example exp=a.example ip4:8.8.8.7/24 ' +
    'ip4:10.0.0.0/8 ip6:::ffff:1.2.3.4 ip6:2001::/12 ptr exists:%{i}.x exists:h.example a:h.example. mx/24//64 a=b ' +
    'include=a.example v=spf1 ipv4:8.8.8.8 ip4:8.8.8.8-all include: include:example.com a:%{p}.x include:http://x , a/8';
  const record = fc
    .array(fc.constantFrom(...words.split(' ')), { maxLength: 8 })
    .map((terms) => ['v=spf1', ...terms].join(' '));
  const zones = fc.tuple(record, record, fc.nat(30)).map(([own, other, cut]) => {
    const text = cut < own.length ? `"${own.slice(0, cut)}" "${own.slice(cut)}"` : `"${own}"`;
    return `@ TXT ${text}\n@ MX 10 h.example.\na.example. TXT "${other}"\nh.example. A 8.8.4.4`;
  });
  await fc.assert(
    fc.asyncProperty(zones, async (zone) => {
      for (const { outcome, reason, findings } of await audit(zone)) {
        expect(outcome, reason).not.toBe('crashed');
        for (const { value } of findings.flatMap(({ changes }) => changes)) {
          if (value !== undefined) expect(isFatal(parseSpf(value)), value).toBe(false);
        }
      }
    }),
    { numRuns: 60 },
  );
});
