import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import {
  audit,
  auditReport,
  baselineFrom,
  cappedNet,
  checks,
  deliveryReport,
  drift,
  driftReport,
  fileWriter,
  formats,
  liveNet,
  loadZones,
  overlayNet,
  parseBaseline,
  parseResolver,
  printBaseline,
  profiles,
  readDmarc,
  readEvents,
  recordedNet,
  recordingNet,
  rehearsalReport,
  render,
  simulate,
  trafficReport,
  UserError,
  zoneWorld,
  type AuditSettings,
  type Finding,
  type Net,
  type RecordedNet,
  type Report,
  type SelectorHint,
  type Subject,
} from '../src/index.ts';
import { GOOD_KEY } from '../src/checks/dkim/example-keys.ts';
import { countedNet, smallNet } from './sources/world.ts';
import { serveNet } from './support/serve-net.ts';
import { sendaudit } from './support/sendaudit.ts';

const WORLD = 'fixtures/world';
const NOW = new Date('2026-11-01T12:00:00Z');

let folder = '';
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'sendaudit-'))));
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The fixture world, and every question that reaches it. */
const countedWorld = async (): Promise<ReturnType<typeof countedNet>> =>
  countedNet(zoneWorld(await loadZones([`${WORLD}/zones`]), { outside: 'nxdomain' }));

const findings = ({ results }: Subject): Finding[] => results.flatMap((result) => result.findings);
const codes = (subject: Subject): string[] => findings(subject).map(({ code }) => code);
async function rendered(report: Report, format: string): Promise<string> {
  const pieces: string[] = [];
  for await (const piece of render(report, format)) pieces.push(piece);
  return pieces.join('');
}

/** What the command line takes from a recording by itself: the selectors that were answered. */
async function selectorsIn(net: RecordedNet, suffix: string): Promise<SelectorHint[]> {
  const names = net.names.filter((name) => name.endsWith(suffix) && !/^(?:\*|sendaudit)/.test(name));
  const answers = await Promise.all(names.map((name) => net.resolve(name, 'TXT')));
  return names
    .filter((_, index) => answers[index]?.status === 'ok')
    .map((name) => ({ selector: name.slice(0, -suffix.length), origin: 'the recording', claim: 'listed' }));
}

const ZONE = `@ SOA ns host 1 2 3 4 300\n@ NS ns\nns A 192.0.2.53\n@ MX 10 mail\nmail A 192.0.2.25\n
  @ TXT "v=spf1 mx ~all"\n_dmarc TXT "v=DMARC1; p=none; rua=mailto:d@example.com"\ns1._domainkey TXT ${GOOD_KEY}`
  .split('\n')
  .map((line) => line.trim())
  .join('\n');
const inZone = (settings: Partial<AuditSettings> = {}): Promise<Subject> =>
  audit('example.com', { net: smallNet({ zone: ZONE }), now: NOW, ...settings });

describe('audit', () => {
  test('asks each question once, whatever world it is handed', async () => {
    const net = await countedWorld();
    const subject = await audit('casaluna.example', { net, selectors: ['hs1-4711802'] });
    expect(subject.domain).toBe('casaluna.example');
    expect(codes(subject)).toContain('spf/lookup-limit:over');
    expect(net.asked.length).toBeGreaterThan(20);
    expect(net.asked).toEqual([...new Set(net.asked)]);
  });

  test('says what the command line says of the same world', async () => {
    const file = 'fixtures/recordings/casaluna.rec';
    const { stdout } = await sendaudit('check', 'casaluna.example', '--replay', file, '--format', 'json');
    const net = recordedNet(await readFile(file, 'utf8'), file);
    const subject = await audit('casaluna.example', {
      net,
      selectors: await selectorsIn(net, '._domainkey.casaluna.example'),
      guessSelectors: false,
      trustsResolver: net.validated,
      now: NOW,
    });
    const said = JSON.parse(stdout) as { subjects: { results: object[] }[] };
    const library = JSON.parse(await rendered(auditReport([subject]), 'json')) as typeof said;
    expect(library.subjects[0]?.results).toEqual(said.subjects[0]?.results);
  });

  test('takes the word of the caller for a selector: one without a key is an error', async () => {
    expect(codes(await inZone({ selectors: ['s2026'] }))).toContain('dkim/selector:missing');
    expect(codes(await inZone({ selectors: ['s1'] }))).not.toContain('dkim/selector:missing');
    const listed = { selector: 's2026', origin: 'an old list', claim: 'listed' } as const;
    expect(codes(await inZone({ selectors: [listed] }))).not.toContain('dkim/selector:missing');
  });

  test('tries common selectors unless told not to', async () => {
    const asked = async (settings: Partial<AuditSettings>): Promise<boolean> => {
      const net = smallNet({ zone: ZONE });
      await inZone({ net, ...settings });
      return net.asked.includes('default._domainkey.example.com TXT');
    };
    expect(await asked({})).toBe(true);
    expect(await asked({ guessSelectors: false })).toBe(false);
  });

  test('runs the checks asked for, by id or family', async () => {
    const { results } = await inZone({ checks: ['mx', 'spf/lookup-limit'] });
    const ids = results.map(({ check }) => check);
    expect(ids).toContain('spf/lookup-limit');
    expect(ids.filter((id) => !id.startsWith('mx/'))).toEqual(['spf/lookup-limit']);
  });

  test('is told what DNS does not say', async () => {
    expect(codes(await inZone({ parked: true })).some((code) => code.startsWith('parked/'))).toBe(true);
    expect(codes(await inZone({ expectations: { policy: 'reject' } }))).toContain('expectation/policy:weaker');
    expect(codes(await inZone({ expectations: { mx: ['MAIL.example.com.'] } }))).not.toContain(
      'expectation/mx:missing',
    );
    const net = smallNet({ zone: ZONE });
    await inZone({ net, sendingAddresses: ['192.0.2.99'], dnsbls: ['bl.example'] });
    expect(net.asked).toContain('99.2.0.192.in-addr.arpa PTR');
    expect(net.asked.some((question) => question.endsWith('.bl.example A'))).toBe(true);
  });

  test('speaks to mail hosts and single name servers only where that is asked for', async () => {
    const spoken = async (settings: Partial<AuditSettings>): Promise<string[]> => {
      const said: string[] = [];
      const below = smallNet({ zone: ZONE });
      const net: Net = {
        ...below,
        probeSmtp: (host, address) => (said.push('smtp'), below.probeSmtp(host, address)),
        askServer: (server, name, type) => (said.push('server'), below.askServer(server, name, type)),
      };
      await inZone({ net, ...settings });
      return [...new Set(said)];
    };
    expect(await spoken({})).toEqual([]);
    expect(await spoken({ probesSmtp: true })).toEqual(['smtp']);
    expect(await spoken({ asksServers: true })).toEqual(['server']);
  });

  test('learns from DMARC reports which selectors are in use', async () => {
    const traffic = await readDmarc([`${WORLD}/dmarc`]);
    const net = await countedWorld();
    const { results } = await audit('casaluna.example', { net, traffic, guessSelectors: false, now: NOW });
    expect(net.asked).toContain('inv2026._domainkey.casaluna.example TXT');
    expect(results.some(({ check, outcome }) => check.startsWith('traffic/') && outcome !== 'not-applicable')).toBe(
      true,
    );
  });

  test.each<[string, string, Partial<AuditSettings>]>([
    ['`https://example.com/` is no domain name', 'https://example.com/', {}],
    ['`a b` is no DKIM selector', 'example.com', { selectors: ['a b'] }],
    ['`here` is no IP address', 'example.com', { sendingAddresses: ['here'] }],
    ['there is no profile `gmial`', 'example.com', { profiles: ['gmial'] }],
    ['there is no check, and no family, `sfp`', 'example.com', { checks: ['sfp'] }],
  ])('refuses what does not exist: %s', async (message, domain, settings) => {
    const auditing = audit(domain, { net: smallNet({ zone: ZONE }), ...settings });
    await expect(auditing).rejects.toSatisfy((error) => error instanceof UserError && error.message === message);
  });
});

describe('a library user can', () => {
  test('audit a zone file laid over live DNS', async () => {
    const file = join(folder, 'example.com.zone');
    await writeFile(file, `$ORIGIN example.com.\n$TTL 300\n_dmarc TXT "v=DMARC1; p=reject"\n`);
    const server = await serveNet(smallNet({ zone: ZONE }));
    const live = liveNet({ servers: [parseResolver(`127.0.0.1:${server.port}`)], tries: 1, timeoutMs: 500 });
    onTestFinished(async () => {
      await live.close();
      await server.close();
    });
    const expectations = { policy: 'reject' } as const;
    const checked = { checks: ['expectation', 'spf'], expectations, guessSelectors: false };
    const now = await audit('example.com', { net: live, ...checked });
    expect(codes(now)).toContain('expectation/policy:weaker');
    const planned = await audit('example.com', { net: overlayNet(await loadZones([file]), live), ...checked });
    expect(codes(planned)).not.toContain('expectation/policy:weaker');
    expect(planned.results.find(({ check }) => check === 'spf/syntax')?.outcome).toBe('pass');
  });

  test('judge with a profile, by id or of its own', async () => {
    const own = {
      id: 'house-rules',
      name: 'Ours',
      about: 'everybody here',
      demands: [
        {
          id: 'policy',
          text: 'DMARC rejects',
          source: { label: 'Handbook', url: 'https://example.com/handbook' },
          checked: '2026-11',
          against: ['dmarc'],
          policy: 'reject' as const,
        },
      ],
    };
    const subject = await inZone({ profiles: ['gmail', own] });
    const [gmail, ours] = subject.profiles;
    expect(gmail?.profile.id).toBe('gmail');
    expect(gmail?.demands.find(({ demand }) => demand.id === 'spf')?.state).toBe('met');
    expect(ours?.demands.map(({ state }) => state)).toEqual(['not-met']);
    expect(auditReport([subject], { failOn: 'profile' }).summary.exitCode).toBe(1);
    // Who asks what a parked domain has to say means one.
    expect(codes(await inZone({ profiles: ['parked'] })).some((code) => code.startsWith('parked/'))).toBe(true);
  });

  test('show the findings in every format there is, SARIF among them', async () => {
    const report = auditReport([await inZone({ selectors: ['s2026'] })], { startedAt: NOW });
    expect(formats).toContain('sarif');
    for (const format of formats) expect(await rendered(report, format), format).not.toBe('');
    const file = join(folder, 'findings.sarif');
    await writeFile(file, render(report, 'sarif'));
    const { version, runs } = JSON.parse(await readFile(file, 'utf8')) as {
      version: string;
      runs: { results: object[] }[];
    };
    expect(version).toBe('2.1.0');
    expect(runs[0]?.results).toContainEqual(expect.objectContaining({ ruleId: 'dkim/selector', level: 'error' }));
    expect(() => render(report, 'pdf')).toThrow('there is no format `pdf`');
  });

  test('compare with a baseline that stands in a file', async () => {
    const before = await inZone({ selectors: ['gone'] });
    const file = join(folder, 'known.json');
    await fileWriter(file)(printBaseline(baselineFrom([before])));
    const baseline = parseBaseline(await readFile(file, 'utf8'));
    if (baseline === undefined) throw new Error('no baseline');
    const after = await inZone({ selectors: ['gone', 's2026'], leniency: { baseline } });
    const fresh = findings(after).filter(({ waived }) => waived === undefined);
    expect(fresh.map(({ code, message }) => [code, message.includes('s2026')])).toEqual([
      ['dkim/selector:missing', true],
    ]);
    const { summary } = auditReport([after]);
    expect(summary).toMatchObject({ errors: 1, warnings: 0, notes: 0, exitCode: 1 });
    expect(summary.waived).toBe(findings(before).length);
  });

  test('set levels, and live with a finding until a day', async () => {
    const code = 'dkim/selector';
    const selectors = ['s2026'];
    const noted = await inZone({ selectors, leniency: { levels: { [code]: 'note' } } });
    expect(findings(noted).find(({ check }) => check === code)?.level).toBe('note');
    const ignore = (until: string) => [{ code, domain: 'Example.COM', reason: 'in January', until }];
    const waived = async (until: string): Promise<unknown> =>
      findings(await inZone({ selectors, leniency: { ignore: ignore(until) } })).find(({ check }) => check === code)
        ?.waived;
    expect(await waived('2026-11-01')).toEqual({ by: 'ignore', reason: 'in January', until: '2026-11-01' });
    expect(await waived('2026-10-31')).toBeUndefined();
  });

  test('tell what changed since a recording, and what it means', async () => {
    const file = join(folder, 'before.rec');
    const recording = recordingNet(smallNet({ zone: ZONE }), fileWriter(file));
    await inZone({ net: recording, selectors: ['s1'] });
    await recording.close();
    const before = recordedNet(await readFile(file, 'utf8'), file);
    const unchanged = await drift(before, smallNet({ zone: ZONE }), { now: NOW });
    expect(unchanged.changes).toEqual([]);
    expect(driftReport(unchanged, { failOn: 'change' }).summary.exitCode).toBe(0);
    const found = await drift(before, smallNet({ zone: ZONE.replace(/^s1.*/m, '') }), { now: NOW, selectors: ['s1'] });
    expect(found.changes.map(({ name }) => name)).toContain('s1._domainkey.example.com');
    const report = driftReport(found, { title: 'Monday → Friday' });
    expect(report.summary.exitCode).toBe(1);
    expect(await rendered(report, 'text')).toContain('dkim/selector:missing');
  });

  test('record a world, replay it, and cap what is asked', async () => {
    const file = join(folder, 'world.rec');
    const net = recordingNet(smallNet({ zone: ZONE }), fileWriter(file));
    const before = await inZone({ net });
    await net.close();
    const after = await inZone({ net: recordedNet(await readFile(file, 'utf8'), file) });
    expect(codes(after)).toEqual(codes(before));
    const capped = await inZone({ net: cappedNet(smallNet({ zone: ZONE }), 5) });
    expect(auditReport([capped]).summary.inconclusive).toBeGreaterThan(0);
  });

  test('read what checks and profiles there are', () => {
    expect(checks.find(({ id }) => id === 'spf/lookup-limit')?.why).toContain('permerror');
    expect(profiles.map(({ id }) => id)).toContain('gmail');
  });
});

describe('readDmarc', () => {
  test('attributes with the world it is handed, asking each question once', async () => {
    const net = await countedWorld();
    const { messages, streams } = await readDmarc([`${WORLD}/dmarc`], { net });
    expect(messages).toBe(184_310);
    expect(streams.map(({ provider }) => provider)).toContain('own');
    expect(net.asked).toEqual([...new Set(net.asked)]);
  });

  test('gives what the report of the command line is made of', async () => {
    const traffic = await readDmarc([`${WORLD}/dmarc`]);
    const { stdout } = await sendaudit('dmarc', `${WORLD}/dmarc`, '--format', 'json');
    const report = trafficReport(traffic, { startedAt: NOW });
    expect(JSON.parse(await rendered(report, 'json'))).toEqual(JSON.parse(stdout));
    expect(await rendered(report, 'csv')).toMatch(/^id,name,provider,/);
  });
});

describe('readDmarc', () => {
  test('reads about some domains, compares periods, and looks up only where it may', async () => {
    const [first = '', ...later] = readdirSync(`${WORLD}/dmarc`)
      .filter((name) => name.startsWith('google.com'))
      .map((name) => `${WORLD}/dmarc/${name}`);
    const { streams, comparison } = await readDmarc(later, { domains: ['News.casaluna.example'], earlier: [first] });
    expect(new Set(streams.map(({ headerFrom }) => headerFrom))).toEqual(new Set(['news.casaluna.example']));
    expect(comparison).toBeDefined();
    await expect(readDmarc([first], { lookUp: ['ptr'] })).rejects.toThrow('nothing can be looked up without a DNS');
    await expect(readDmarc([first], { domains: ['a b'] })).rejects.toThrow('is no domain name');
  });
});

describe('simulate', () => {
  test('gives what the report of the command line is made of', async () => {
    const traffic = await readDmarc([`${WORLD}/dmarc`]);
    const change = ['--policy', 'reject', '--adkim', 'strict', '--without-selector', 'k2@news.casaluna.example'];
    const gate = ['--fail-on', 'legitimate-loss=0.1%', '--format', 'json'];
    const { stdout } = await sendaudit('simulate', `${WORLD}/dmarc`, ...change, ...gate);
    const rehearsed = await simulate(traffic, {
      policy: { p: 'reject', adkim: 's' },
      withoutSelectors: [{ selector: 'k2', domain: 'News.casaluna.example' }],
    });
    const report = rehearsalReport(rehearsed, { limits: { 'legitimate-loss': 0.001 }, startedAt: NOW });
    expect(JSON.parse(await rendered(report, 'json'))).toEqual(JSON.parse(stdout));
  });

  test('asks whether a domain is ready where nothing changes', async () => {
    const { readiness } = await simulate(await readDmarc([`${WORLD}/dmarc`]));
    expect(readiness.map(({ domain, verdict }) => `${domain}: ${verdict}`)).toEqual(['casaluna.example: not yet']);
  });

  test.each<[string, Parameters<typeof simulate>[1]]>([
    ['an SPF record needs a DNS to ask', { spf: { 'casaluna.example': 'v=spf1 -all' } }],
    ['`nonsense` is no SPF record', { spf: { 'casaluna.example': 'nonsense' }, net: smallNet({ zone: ZONE }) }],
    ['there is no provider `nobody`', { withoutProviders: ['nobody'] }],
    ['a planned zone lies over the DNS of now', { planned: smallNet({ zone: ZONE }) }],
    ['`a b` is no domain name', { domains: ['a b'] }],
    ['a DMARC record has no p=strict', { policy: { p: 'strict' as 'reject' } }],
  ])('refuses what nobody can mean: %s', async (message, settings) => {
    await expect(simulate(await readDmarc([`${WORLD}/dmarc`]), settings)).rejects.toThrow(message);
  });
});

describe('readEvents', () => {
  test('counts what the report of the command line is made of', async () => {
    const { stdout } = await sendaudit('logs', 'fixtures/shop', '--by', 'provider', '--format', 'json');
    const kinds = new Map<string, number>();
    const delivery = await readEvents(['fixtures/shop'], {
      by: 'provider',
      now: NOW,
      onEvent: ({ event }) => void kinds.set(event.kind, (kinds.get(event.kind) ?? 0) + 1),
    });
    const report = deliveryReport(delivery, { startedAt: NOW });
    expect(JSON.parse(await rendered(report, 'json'))).toEqual(JSON.parse(stdout));
    expect(kinds.get('deferred')).toBe(delivery.totals.deferred.attempts);
  });

  test('takes a stretch of time, and refuses what nothing can be counted by', async () => {
    const day = { since: new Date('2026-11-11T00:00:00Z'), until: new Date('2026-11-12T00:00:00Z') };
    const { period = { begin: 0, end: 0 } } = await readEvents(['fixtures/shop'], day);
    expect(period.begin).toBeGreaterThanOrEqual(day.since.getTime() / 1000);
    expect(period.end).toBeLessThan(day.until.getTime() / 1000);
    await expect(async () => readEvents(['fixtures/shop'], { by: 'colour' as 'day' })).rejects.toThrow('colour');
  });
});

test('a world that cannot be chosen leaves no temporary file of rows behind', async () => {
  const temporary = mkdtempSync(join(tmpdir(), 'sendaudit-test-'));
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = temporary;
  try {
    const { exitCode } = await sendaudit('dmarc', `${WORLD}/dmarc`, '--zone', 'nowhere', '--format', 'jsonl');
    expect(exitCode).toBe(2);
    expect(readdirSync(temporary)).toEqual([]);
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
    rmSync(temporary, { recursive: true });
  }
});
