import { mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/core/errors.ts';
import { parseMasterFile, printRr } from '../../src/net/zone/master-file.ts';
import type { Answer, Failure, Net, RecordType } from '../../src/net/net.ts';
import { questionName } from '../../src/net/question-name.ts';
import { recordedNet } from '../../src/net/recorded.ts';
import { fileWriter, recordingNet } from '../../src/net/recording.ts';
import { parseRecording, printRecording } from '../../src/net/recording-text.ts';
import type { Recorded } from '../../src/net/recording-text.ts';
import { zoneWorld } from '../../src/net/zone/world.ts';
import { anyName, anyTtl, anyType, rrOfType } from '../support/any-rr.ts';
import { dnsOnly } from '../support/dns-only.ts';

const ZONE = `$TTL 3600
@        SOA ns h 1 2 3 4 900
@   300  TXT "v=spf1 -all"
@   300  TXT "b; \\"quoted\\""
www 60   CNAME host
host 120 A 192.0.2.1
gone     CNAME nowhere
`;
const world = zoneWorld(parseMasterFile(ZONE, { file: 'zone', origin: 'example.com' }), {
  outside: 'unrecorded',
  servfail: ['bad.example.com'],
});
const QUESTIONS: readonly (readonly [string, RecordType])[] = [
  ['example.com', 'TXT'],
  ['WWW.example.com.', 'A'],
  ['www.example.com', 'CNAME'],
  ['example.com', 'MX'],
  ['gone.example.com', 'TXT'],
  ['bad.example.com', 'TXT'],
  ['example.com', 'TXT'],
];
const RECORDING = `; sendaudit recording 1
; "? name type status" is a question and what became of it, the records below are the answer.
; A status is: ok, nodata, nxdomain (each with "ttl <seconds>" and "ad" where they apply), or failed <how> "reason".
; "! question {json}" is what HTTPS, SMTP or one name server said.

? example.com MX nodata ttl 900

? example.com TXT ok
example.com. 300 IN TXT "b; \\"quoted\\""
example.com. 300 IN TXT "v=spf1 -all"

? bad.example.com TXT failed servfail "SERVFAIL for bad.example.com TXT"

? gone.example.com TXT nxdomain ttl 900
gone.example.com. 900 IN CNAME nowhere.example.com.

? www.example.com A ok
www.example.com. 60 IN CNAME host.example.com.
host.example.com. 120 IN A 192.0.2.1

? www.example.com CNAME ok
www.example.com. 60 IN CNAME host.example.com.
`;

async function recordingOf(net: Net): Promise<string> {
  let text = '';
  const recording = recordingNet(net, async (written) => void (text = written));
  for (const [name, type] of QUESTIONS) await recording.resolve(name, type);
  await recording.resolve('a..b', 'TXT');
  await recording.close();
  return text;
}

test('a recording holds every question once, sorted, with chain and TTLs', async () =>
  expect(await recordingOf(world)).toBe(RECORDING));

test('a recording answers as the world did', async () => {
  const net = recordedNet(RECORDING, 'dns.rec');
  expect(net.problems).toEqual([]);
  expect(net.names).toEqual(['bad.example.com', 'example.com', 'gone.example.com', 'www.example.com']);
  for (const [name, type] of QUESTIONS) {
    expect(comparable(await net.resolve(name, type))).toEqual(comparable(await world.resolve(name, type)));
  }
});

test('what was not recorded is unknown, and the answer says what to do', async () =>
  expect(await recordedNet(RECORDING, 'dns.rec').resolve('Example.org', 'MX')).toEqual({
    status: 'failed',
    failure: 'unrecorded',
    reason: 'dns.rec holds no answer for example.org MX; record again to have it asked',
  }));

test('a name that cannot be asked for fails in a recording, too', async () =>
  expect(await recordedNet(RECORDING, 'dns.rec').resolve('a..b', 'MX')).toMatchObject({ failure: 'name' }));

test('an answer counts for more than a failure before or after it', async () => {
  const answers: Answer[] = [
    { status: 'failed', failure: 'timeout', reason: 'late' },
    { status: 'nodata', ttl: 1, authentic: false, via: [] },
    { status: 'failed', failure: 'timeout', reason: 'late again' },
  ];
  let text = '';
  const net = recordingNet(
    dnsOnly({ resolve: async () => answers.shift() as never, close: async () => {} }),
    async (written) => void (text = written),
  );
  for (let n = 0; n < 3; n += 1) await net.resolve('example.com', 'TXT');
  await net.close();
  expect(text).toContain('? example.com TXT nodata ttl 1\n');
});

describe('on closing', () => {
  test('it is written once, and the world below is closed even if that fails', async () => {
    let written = 0;
    let closed = 0;
    const below: Net = { ...world, close: async () => void (closed += 1) };
    const net = recordingNet(below, async () => void (written += 1));
    await Promise.all([net.close(), net.close()]);
    expect([written, closed]).toEqual([1, 1]);
    const failing = recordingNet(below, () => Promise.reject(new UserError('cannot write')));
    await expect(failing.close()).rejects.toThrow('cannot write');
    expect(closed).toBe(2);
  });

  test('the file appears whole, in the place of the old one, and nothing else is left', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'sendaudit-recording-'));
    const file = join(folder, 'dns.rec');
    await writeFile(file, 'old');
    await fileWriter(file)('new');
    expect(await readFile(file, 'utf8')).toBe('new');
    expect(await readdir(folder)).toEqual(['dns.rec']);
    await expect(fileWriter(join(folder, 'nowhere', 'x'))('new')).rejects.toThrow(UserError);
    await expect(fileWriter(folder)('new')).rejects.toThrow(UserError);
    await fileWriter('/dev/null')('new');
    expect((await stat('/dev/null')).isFile()).toBe(false);
    await rm(folder, { recursive: true });
  });
});

describe('a text somebody edited', () => {
  const read = (text: string) => recordedNet(`; sendaudit recording 1\n${text}`, 'dns.rec');

  test('may hold comments, blank lines, units and records in any form of a master file', async () => {
    const net = read(
      '; mine\n? Example.com. txt OK\n'.replace('OK', 'ok ad ; now') + '\nexample.com. 5m TXT ( "a" ; first\n b )\n',
    );
    expect(net.problems).toEqual([]);
    expect(await net.resolve('example.com', 'TXT')).toEqual({
      status: 'ok',
      records: [{ name: 'example.com', ttl: 300, type: 'TXT', strings: ['a', 'b'] }],
      ttl: 300,
      authentic: true,
      via: [],
    });
  });

  test.each([
    ['? example.com TXT ok\n', 2, /no TXT record follows/],
    ['? example.com TXT ok\nexample.com. 60 TXT "open\n', 3, /not closed/],
    [
      '? example.com TXT ok\nexample.com. 60 TXT x\nexample.com. 60 MX 10 mx\n',
      4,
      /a MX record|MX record is no answer/,
    ],
    ['? example.com TXT nodata\nexample.com. 60 TXT x\n', 3, /is no answer to/],
    ['? example.com A ok\nexample.com. 60 A 192.0.2.999\n', 3, /is no IPv4 address/],
    ['? example.com A ok\nexample.com. 60 HINFO x y\n', 3, /is no answer/],
  ])('with a mistake in an answer makes that question fail: %j', async (text, line, message) => {
    const net = read(text);
    expect(net.problems).toEqual([{ file: 'dns.rec', line, message: expect.stringMatching(message) }]);
    expect(await net.resolve('example.com', text.includes(' A ok') ? 'A' : 'TXT')).toMatchObject({
      status: 'failed',
      failure: 'malformed',
      reason: expect.stringMatching(/^the answer at dns\.rec line 2 cannot be read/),
    });
  });

  test.each([
    ['example.com. 60 TXT x', /belongs to no question/],
    ['? example.com', /is no type/],
    ['? example.com FOO ok', /is no type/],
    ['? example.com TXT', /is no status/],
    ['? example.com TXT fine', /is no status/],
    ['? a..b TXT nodata', /cannot be read/],
    ['? example.com TXT nodata ttl', /is no TTL/],
    ['? example.com TXT nodata add', /is not understood/],
    ['? example.com TXT failed often "x"', /is no way to fail/],
    ['? example.com TXT nodata\n? example.com. TXT nodata', /is there twice/],
  ])('has its problems listed: %j', (text, message) =>
    expect(read(text).problems).toEqual([
      { file: 'dns.rec', line: expect.any(Number), message: expect.stringMatching(message) },
    ]),
  );
});

test.each([
  ['', /is no recording$/],
  ['example.com. 60 IN TXT x', /is no recording$/],
  ['{"json": true}', /is no recording$/],
  ['; sendaudit recording 2\n', /is a recording of version 2$/],
])('%j is a mistake the user can act on', (text, message) => {
  expect(() => recordedNet(text, 'dns.rec')).toThrow(UserError);
  expect(() => recordedNet(text, 'dns.rec')).toThrow(message);
});

/** The order of an RRset means nothing, and a recording knows no places. */
function comparable(answer: Answer): unknown {
  if (answer.status !== 'ok') return answer;
  return { ...answer, records: answer.records.map(printRr).toSorted() };
}

const askable = anyName.map((name) => questionName(name) ?? '').filter((name) => questionName(name) === name);
const FAILURES: readonly Failure[] = ['servfail', 'refused', 'timeout', 'network', 'malformed', 'lame', 'unrecorded'];
const recorded: fc.Arbitrary<Recorded> = fc.tuple(askable, anyType).chain(([name, type]) => {
  const via = type === 'CNAME' ? fc.constant([]) : fc.array(anyName, { maxLength: 3 });
  const common = { ttl: anyTtl, authentic: fc.boolean(), via };
  return fc
    .oneof(
      fc.record({
        status: fc.constant('ok'),
        records: fc.array(rrOfType(type), { minLength: 1, maxLength: 3 }),
        ...common,
      }),
      fc.record({ status: fc.constantFrom('nodata', 'nxdomain'), ...common }),
      fc.record({
        status: fc.constant('failed'),
        failure: fc.constantFrom(...FAILURES),
        reason: fc.string({ unit: 'binary' }).map((text) => text.toWellFormed()),
      }),
    )
    .map((answer) => ({ name, type, answer: answer as unknown as Answer }));
});

test('whatever the world answered reads back as the same answer', () => {
  fc.assert(
    fc.property(fc.array(recorded, { maxLength: 6 }), (given) => {
      const distinct = [...new Map(given.map((one) => [`${one.type} ${one.name}`, one])).values()];
      const { recorded: read, problems } = parseRecording(printRecording(distinct), 'dns.rec');
      expect(problems).toEqual([]);
      const key = (one: Recorded) => [one.name, one.type, comparable(one.answer)];
      const sorted = (list: readonly Recorded[]) => list.map((one) => JSON.stringify(key(one))).toSorted();
      expect(sorted(read)).toEqual(sorted(distinct));
    }),
    { numRuns: 500 },
  );
});

test('no text makes reading throw', () => {
  const part = fc.constantFrom(
    '?',
    'a',
    '.',
    'TXT',
    'A',
    'ok',
    'nodata',
    'failed',
    'servfail',
    'ttl',
    '1',
    'ad',
    '"',
    '(',
    ')',
    '\n',
    ';',
    '\\',
    'CNAME',
    'IN',
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 50 }), (parts) => void parseRecording(parts.join(' '), 'dns.rec')),
    { numRuns: 800 },
  );
});

test('what services said is recorded on a line each, and said again', async () => {
  const zone = 'line\u2028separator "quoted"';
  let text = '';
  const below: Net = {
    ...dnsOnly({
      resolve: async () => ({ status: 'nodata', ttl: 1, authentic: false, via: [] }),
      close: async () => {},
    }),
    fetchText: async () => ({ status: 'ok', code: 200, contentType: 'text/plain', body: zone }),
    askServer: async () => ({ status: 'referral', zone: 'example.com', nameServers: ['ns.example.net'] }),
  };
  const net = recordingNet(below, async (written) => void (text = written));
  const server = { name: 'a.example', address: '192.0.2.1' };
  const url = 'https://mta-sts.example.com/.well-known/mta-sts.txt';
  const said = [await net.fetchText(url, { octets: 10 }), await net.askServer(server, 'example.com', 'NS')];
  await net.close();
  expect(text.split('\n').filter((line) => line.startsWith('! '))).toHaveLength(2);
  const again = recordedNet(text, 'world.rec');
  expect(again.problems).toEqual([]);
  expect([await again.fetchText(url, { octets: 10 }), await again.askServer(server, 'example.com', 'NS')]).toEqual(
    said,
  );
  expect(await again.probeSmtp('mx.example.com', '192.0.2.1')).toMatchObject({ failure: 'unrecorded' });
});

test('a service’s answer spoilt by hand is a problem with its line, and no answer', async () => {
  const net = recordedNet('; sendaudit recording 1\n! fetch https://a.example/ {"status":"fine"}\n', 'world.rec');
  expect(net.problems).toEqual([{ file: 'world.rec', line: 2, message: 'the answer of a service cannot be read' }]);
  expect(await net.fetchText('https://a.example/', { octets: 10 })).toMatchObject({ failure: 'unrecorded' });
});
