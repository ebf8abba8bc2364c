import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Io } from '../../src/cli/io.ts';
import { inDays, issue } from '../support/certificates.ts';
import { sendauditIn } from '../support/sendaudit.ts';
import { smtpServer } from '../support/smtp-server.ts';
import { httpsServer } from '../support/tls-server.ts';
import { resolverOf } from '../support/zone-servers.ts';

let folder = '';
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'sendaudit-'))));
afterAll(() => rm(folder, { recursive: true, force: true }));

let files = 0;
async function written(text: string, name = `${++files}.rec`): Promise<string> {
  await writeFile(join(folder, name), text);
  return join(folder, name);
}

const KEY = 'MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=';
const MAIL = `
@ SOA ns hostmaster 1 7200 3600 1209600 3600
@ NS ns
ns A 192.0.2.53
@ MX 10 mx
mx A 127.0.0.1
@ TXT "v=spf1 mx -all"
_dmarc TXT "v=DMARC1; p=reject; rua=mailto:d@example.com"
s1._domainkey TXT "v=DKIM1; k=ed25519; p=${KEY.slice(16)}"`;

/** Records an audit of this zone; lines of what services said may follow. */
async function recorded(zone = MAIL, lines = '', io: Partial<Io> = {}, ...argv: string[]): Promise<string> {
  const file = await written('');
  const resolver = await resolverOf(zone);
  await sendauditIn(io, 'check', 'example.com', '--selector', 's1', '--record', file, ...resolver, ...argv);
  return lines === '' ? file : written(`${await readFile(file, 'utf8')}${lines}\n`);
}

interface Diff {
  readonly exitCode: number;
  /** `name type kind`. */
  readonly changes: readonly string[];
  readonly fresh: readonly string[];
  readonly gone: readonly string[];
  readonly unrecorded: readonly string[];
  readonly inconclusive: number;
}

interface DiffJson {
  readonly changes: readonly { readonly name: string; readonly type: string; readonly kind: string }[];
  readonly subjects: readonly {
    readonly new: readonly { readonly code: string }[];
    readonly gone: readonly { readonly code: string }[];
    readonly unrecorded: readonly string[];
  }[];
  readonly summary: { readonly inconclusive: number };
}

async function compared(io: Partial<Io>, ...argv: readonly string[]): Promise<Diff> {
  const { exitCode, stdout, stderr } = await sendauditIn(io, 'diff', ...argv, '--format', 'json');
  if (stdout === '') throw new Error(`no report: ${stderr}`);
  const { changes, subjects, summary } = JSON.parse(stdout) as DiffJson;
  return {
    exitCode,
    changes: changes.map(({ name, type, kind }) => `${name} ${type} ${kind}`),
    fresh: subjects.flatMap((subject) => subject.new.map(({ code }) => code)),
    gone: subjects.flatMap((subject) => subject.gone.map(({ code }) => code)),
    unrecorded: subjects.flatMap((subject) => subject.unrecorded),
    inconclusive: summary.inconclusive,
  };
}

const diff = (...argv: readonly string[]): Promise<Diff> => compared({}, ...argv);

describe('two recordings', () => {
  test('of the same world show no change', async () => {
    const file = await recorded();
    expect(await diff(file, file, '--fail-on', 'change')).toMatchObject({
      exitCode: 0,
      changes: [],
      fresh: [],
      gone: [],
    });
  });

  test('show a key that became garbage, and what is wrong with it', async () => {
    const result = await diff(await recorded(), await recorded(MAIL.replace(KEY.slice(16), 'garbage')));
    expect(result.changes).toEqual(['s1._domainkey.example.com TXT changed']);
    expect(result.fresh.filter((code) => code.startsWith('dkim/'))).not.toEqual([]);
    expect(result.exitCode).toBe(1);
  });

  test('of which one has a key more, judge that key', async () => {
    const damaged = `${MAIL}\ns2._domainkey TXT "v=DKIM1; p=garbage"`;
    const later = await recorded(damaged, '', {}, '--selector', 's2');
    const result = await diff(await recorded(MAIL, '', {}, '--selector', 's2'), later);
    expect(result.changes).toEqual(['s2._domainkey.example.com TXT appeared']);
    expect(result.fresh.filter((code) => code.startsWith('dkim/'))).not.toEqual([]);
  });

  test('of which one leads nowhere any more do not miss what stood there', async () => {
    const zone = `${MAIL.replace('mx -all', 'include:spf.example.com -all')}\nspf TXT "v=spf1 mx -all"`;
    const result = await diff(await recorded(zone), await recorded());
    expect([result.changes, result.exitCode]).toEqual([['example.com TXT changed'], 0]);
  });

  test('of which the second lacks what an audit needs cannot be compared there', async () => {
    const result = await diff(await recorded(), await recorded(MAIL, '', {}, '--only', 'spf'));
    expect(result.changes).toContain('example.com DS undecided');
    expect([result.fresh, result.gone, result.exitCode]).toEqual([[], [], 3]);
  });

  test('that differ in the serial of the zone alone show no change', async () => {
    const later = await recorded(MAIL.replace('hostmaster 1 ', 'hostmaster 2 '));
    expect((await diff(await recorded(), later)).changes).toEqual([]);
    const moved = await recorded(MAIL.replace('hostmaster 1 7200', 'hostmaster 2 600'));
    expect((await diff(await recorded(), moved)).changes).toEqual(['example.com SOA changed']);
  });

  test('with what a validating resolver said judge DNSSEC', async () => {
    const ds = '@ DS 12345 13 2 49FD46E6C4B45C55D4AC69CBD3CD34AC1AFE51DE49FD46E6C4B45C55D4AC69CB';
    const file = await recorded(`${MAIL}\n${ds}`);
    const text = await readFile(file, 'utf8');
    const signed = await written(text.replaceAll(/^(\? .* ok)$/gm, '$1 ad'));
    expect((await diff(signed, file)).fresh).toContain('dns/dnssec:insecure');
  });

  test('of which the first lacks what a check needs, do not call its findings new', async () => {
    const [earlier, later] = [
      await recorded(MAIL, '', {}, '--only', 'spf'),
      await recorded(`${MAIL}\n@ TXT "v=spf1 +all"`),
    ];
    const result = await diff(earlier, later, '--domain', 'example.com');
    expect(result.unrecorded).toContain('bimi/certificate');
    expect(result.fresh.filter((code) => !code.startsWith('spf/'))).toEqual([]);
    expect(result.fresh).toContain('spf/single-record:several');
  });

  test('refuse what would ask anything, the default of --timeout too', async () => {
    const file = await recorded();
    for (const option of [
      ['--zone', 'x'],
      ['--replay', 'x'],
      ['--record', 'x'],
      ['--resolver', '192.0.2.1'],
      ['--live'],
      ['--max-questions', '1'],
      ['--timeout', '2'],
    ]) {
      const { exitCode, stderr } = await sendauditIn({}, 'diff', file, file, ...option);
      expect([exitCode, stderr]).toEqual([2, expect.stringContaining(`so ${option[0]} does not go with them`)]);
    }
  });
});

describe('a page over HTTPS', () => {
  const ZONE = `${MAIL}\n_mta-sts TXT "v=STSv1; id=1"\nmta-sts A 127.0.0.1`;
  const URL = 'https://mta-sts.example.com/.well-known/mta-sts.txt';
  const page = (answer: object): string => `! fetch ${URL} ${JSON.stringify(answer)}`;
  const failed = (failure: string): string => page({ status: 'failed', failure, reason: `${failure} at ${URL}` });
  const ok = page({
    status: 'ok',
    code: 200,
    contentType: 'text/plain',
    body: 'version: STSv1\r\nmode: enforce\r\nmx: mx.example.com\r\nmax_age: 604800\r\n',
  });
  const code = (status: number): string => page({ status: 'ok', code: status, contentType: 'text/html', body: '' });

  test.each([
    ['is there again after a time-out', failed('timeout'), ok],
    ['cannot be reached', ok, failed('network')],
    ['has a host whose address cannot be found out', ok, failed('dns')],
    ['is served by a server in trouble', ok, code(503)],
    ['is served by a server that was busy', code(429), ok],
  ])('that %s is undecided, and no change', async (_, before, after) => {
    const result = await diff(await recorded(ZONE, before), await recorded(ZONE, after), '--fail-on', 'change');
    expect(result.changes).toEqual([`${URL} HTTPS undecided`]);
    expect([result.exitCode, result.inconclusive > 0]).toEqual([3, true]);
  });

  test.each([
    ['whose certificate expired', ok, failed('certificate')],
    ['whose host has an address again', failed('no-address'), ok],
    ['that is gone', ok, code(404)],
  ])('%s has changed', async (_, before, after) => {
    const result = await diff(await recorded(ZONE, before), await recorded(ZONE, after), '--fail-on', 'change');
    expect([result.changes, result.exitCode]).toEqual([[`${URL} HTTPS changed`], 1]);
  });

  test('that could not be reached twice is nothing to tell', async () => {
    const result = await diff(await recorded(ZONE, failed('network')), await recorded(ZONE, failed('timeout')));
    expect([result.changes, result.exitCode]).toEqual([[], 0]);
  });

  test('is asked for with the limit senders have: a policy over 64 KiB is too large', async () => {
    const root = issue({ commonName: 'Test Root', authority: true });
    const chain = [issue({ names: ['mta-sts.example.com'], issuer: root })];
    const body = `version: STSv1\r\nmode: enforce\r\nmx: mx.example.com\r\nmax_age: 604800\r\nx: ${'x'.repeat(70_000)}`;
    const httpsPort = await httpsServer(chain, (_, response) => {
      response.setHeader('content-type', 'text/plain').end(body);
    });
    const resolver = await resolverOf(ZONE);
    const result = await compared({ ports: { ca: [root.pem], httpsPort } }, await recorded(ZONE, ok), ...resolver);
    expect(result.changes).toEqual([`${URL} HTTPS changed`]);
    expect(result.fresh).toContain('mta-sts/policy-response:size');
  });
});

describe('mail hosts and name servers that the recording holds', () => {
  const at = { host: 'mx.example.com', address: '127.0.0.1' };
  const root = issue({ commonName: 'Test Root', authority: true });

  test('are asked again', async () => {
    const old = await smtpServer({ chain: [issue({ names: [at.host], issuer: root, until: inDays(100) })] });
    const renewed = await smtpServer({ chain: [issue({ names: [at.host], issuer: root, until: inDays(200) })] });
    const io = (smtpPort: number): Partial<Io> => ({ ports: { ca: [root.pem], smtpPort } });
    const file = await recorded(MAIL, '', io(old.port), '--probe-smtp');
    const resolver = await resolverOf(MAIL);
    const same = await compared(io(old.port), file, ...resolver);
    expect([same.changes, same.exitCode]).toEqual([[], 0]);
    const { changes, exitCode } = await compared(io(renewed.port), file, ...resolver, '--fail-on', 'change');
    expect([changes, exitCode]).toEqual([['mx.example.com (127.0.0.1) SMTP changed'], 1]);
  });

  test('show that STARTTLS is not offered any more', async () => {
    const chain = [issue({ names: [at.host], issuer: root })];
    const { port: before } = await smtpServer({ chain });
    const { port: after } = await smtpServer({ ehlo: '250 mx.example.com' });
    const file = await recorded(MAIL, '', { ports: { ca: [root.pem], smtpPort: before } }, '--probe-smtp');
    const result = await compared({ ports: { smtpPort: after } }, file, ...(await resolverOf(MAIL)));
    expect(result.changes).toEqual(['mx.example.com (127.0.0.1) SMTP changed']);
    expect(result.fresh).toEqual(['starttls/offer:none']);
  });

  test('are left aside where the other recording never asked them', async () => {
    const { port: smtpPort } = await smtpServer({ ehlo: '250 mx.example.com' });
    const file = await recorded(MAIL, '', { ports: { smtpPort } }, '--probe-smtp');
    const result = await diff(file, await recorded());
    expect([result.changes, result.gone, result.exitCode]).toEqual([[], [], 0]);
  });

  test('are compared by what one server says itself', async () => {
    const asked = 'ask ns.example.com 192.0.2.53 example.com NS';
    const answer = (target: string): string =>
      `! ${asked} ${JSON.stringify({ status: 'ok', ttl: 60, authentic: false, authoritative: true, via: [], records: [{ name: 'example.com', ttl: 60, type: 'NS', target }] })}`;
    const lame = `! ${asked} ${JSON.stringify({ status: 'failed', failure: 'refused', reason: 'REFUSED' })}`;
    const silent = `! ${asked} ${JSON.stringify({ status: 'failed', failure: 'timeout', reason: 'time-out' })}`;
    const before = await recorded(MAIL, answer('ns.example.com'));
    const name = 'example.com NS at ns.example.com (192.0.2.53)';
    for (const [line, kind] of [
      [answer('other.example.com'), 'changed'],
      [lame, 'changed'],
      [silent, 'undecided'],
    ] as const)
      expect((await diff(before, await recorded(MAIL, line))).changes).toEqual([`${name} ${kind}`]);
  });
});

describe('sendaudit.json', () => {
  const weaker = MAIL.replace('p=reject', 'p=none');
  const settings = (value: object): Promise<string> => written(JSON.stringify(value), `${++files}.json`);

  test('says what is ignored, found before or not', async () => {
    const config = await settings({ ignore: [{ code: 'dmarc', reason: 'being introduced' }] });
    const [strict, weak] = [await recorded(), await recorded(weaker)];
    expect(await diff(strict, weak, '--fail-on', 'note')).toMatchObject({ exitCode: 1 });
    const ignored = await diff(strict, weak, '--fail-on', 'note', '--config', config);
    expect(ignored.exitCode).toBe(0);
    expect((await diff(weak, weak, '--config', config)).fresh).toEqual([]);
  });

  test('says how grave findings are, and which of them nobody wants', async () => {
    const files2 = [await recorded(), await recorded(weaker)] as const;
    const level = await settings({ levels: { 'dmarc/enforcement': 'error' } });
    expect((await diff(...files2, '--config', level)).exitCode).toBe(1);
    const off = await settings({ levels: { dmarc: 'off' } });
    const { fresh, gone } = await diff(...files2, '--config', off);
    expect([...fresh, ...gone].filter((code) => code.startsWith('dmarc/'))).toEqual([]);
  });

  test('says what is expected', async () => {
    const config = await settings({ domains: { 'example.com': { policy: 'reject' } } });
    const { fresh, exitCode } = await diff(await recorded(), await recorded(weaker), '--config', config);
    expect(fresh.filter((code) => code.startsWith('expect'))).toHaveLength(1);
    expect(exitCode).toBe(1);
  });

  test('says from which level on a new finding fails', async () => {
    const config = await settings({ failOn: 'never' });
    const damaged = await recorded(MAIL.replace('-all', '+all'));
    expect((await diff(await recorded(), damaged)).exitCode).toBe(1);
    expect((await diff(await recorded(), damaged, '--config', config)).exitCode).toBe(0);
  });
});

describe('the exit code', () => {
  const weaker = MAIL.replace('p=reject', 'p=none');
  const other = MAIL.replace('d@example.com', 'e@example.com');

  test.each(['error', 'warning', 'note', 'change', 'never'])(
    'with --fail-on %s is 0 exactly where JUnit is not red',
    async (failOn) => {
      const first = await recorded();
      const down = await recorded(MAIL, '', {}, '--max-questions', '3');
      for (const file of [first, await recorded(weaker), await recorded(other), down]) {
        const run = await sendauditIn({}, 'diff', first, file, '--fail-on', failOn, '--format', 'junit');
        const isRed = !run.stdout.includes('failures="0" errors="0"') || /<(?:failure|error) /.test(run.stdout);
        expect(isRed).toBe(run.exitCode !== 0);
      }
    },
  );

  test('is 1 for a change without a finding where --fail-on change asks for it', async () => {
    const [first, second] = [await recorded(), await recorded(other)];
    expect((await diff(first, second)).exitCode).toBe(0);
    expect((await diff(first, second, '--fail-on', 'change')).exitCode).toBe(1);
  });
});

describe('other DNS', () => {
  test('that is recorded can be compared with the next time, in the same file', async () => {
    const file = await recorded();
    const resolver = await resolverOf(MAIL.replace('p=reject', 'p=none'));
    const changed = await diff(file, ...resolver, '--record', file);
    expect(changed.changes).toEqual(['_dmarc.example.com TXT changed']);
    expect((await diff(file, ...resolver)).changes).toEqual([]);
  });

  test('is a zone file: alone it is laid over the recording, and only what it plans changes', async () => {
    const outside = MAIL.replace('mx -all', 'mx include:spf.example.net -all');
    const file = await recorded(`${outside}\n$ORIGIN example.net.\nspf TXT "v=spf1 ip4:192.0.2.1 -all"`);
    const planned = `$ORIGIN example.com.\n$TTL 3600${outside.replace('p=reject', 'p=none')}\n`;
    const zone = await written(planned, `${++files}.zone`);
    const result = await diff(file, '--zone', zone);
    expect(result.changes).toEqual(['_dmarc.example.com TXT changed']);
    expect(result.fresh).toContain('dmarc/enforcement:none');
    expect(result.inconclusive).toBe(0);
  });

  test('is another recording, as --replay', async () => {
    const later = await recorded(MAIL.replace('p=reject', 'p=none'));
    expect((await diff(await recorded(), '--replay', later)).changes).toEqual(['_dmarc.example.com TXT changed']);
  });
});

test('--domain leaves aside what other domains published', async () => {
  const both = async (policy: string): Promise<string> => {
    const file = await written('');
    const zone = `${MAIL}\n$ORIGIN example.net.\n@ TXT "v=spf1 -all"\n_dmarc TXT "v=DMARC1; p=${policy}"`;
    await sendauditIn({}, 'check', 'example.com', 'example.net', '--record', file, ...(await resolverOf(zone)));
    return file;
  };
  const recordings = [await both('reject'), await both('none')] as const;
  expect((await diff(...recordings)).changes).toEqual(['_dmarc.example.net TXT changed']);
  expect((await diff(...recordings, '--domain', 'example.com')).changes).toEqual([]);
  expect((await diff(...recordings, '--domain', 'example.net')).changes).toEqual(['_dmarc.example.net TXT changed']);
});

describe('what is no recording of an audit is refused', () => {
  test.each([
    ['no recording', 'hello', 'is no recording'],
    ['one of another version', '; sendaudit recording 9\n', 'is a recording of version 9'],
    ['one without an audit', '; sendaudit recording 1\n\n? example.com MX nodata\n', 'holds no audit of a domain'],
  ])('%s', async (_, text, told) => {
    const { exitCode, stderr } = await sendauditIn({}, 'diff', await written(text));
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining(told)]);
  });

  test('one with a line that cannot be read counts that line', async () => {
    const file = await recorded();
    const damaged = await written(`${await readFile(file, 'utf8')}? example.com NONSENSE ok\n`);
    expect(await diff(damaged, file)).toMatchObject({ exitCode: 3, inconclusive: 1, changes: [] });
  });
});
