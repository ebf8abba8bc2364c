import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { profiles } from '../../src/profiles/all.ts';
import { GOOD_KEY } from '../../src/checks/dkim/example-keys.ts';
import { sendaudit, type Run } from '../support/sendaudit.ts';

let folder = '';
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'sendaudit-'))));
afterAll(() => rm(folder, { recursive: true, force: true }));

const ZONE = '@ SOA ns host 1 2 3 4 300\n@ NS ns\nns A 198.51.100.1\n';
const MAIL = '@ MX 10 mail\nmail A 192.0.2.25\n';
const SIGNED = `s1._domainkey TXT ${GOOD_KEY}\n`;
const BULK = `${MAIL}${SIGNED}@ TXT "v=spf1 mx ~all"\n_dmarc TXT "v=DMARC1; p=none; rua=mailto:d@example.com"\n`;
const PARKED = '@ TXT "v=spf1 -all"\n@ MX 0 .\n_dmarc TXT "v=DMARC1; p=reject"\n*._domainkey TXT "v=DKIM1; p="\n';
const REVERSE = '$ORIGIN 2.0.192.in-addr.arpa.\n$TTL 300\n@ SOA ns.example.com. host 1 2 3 4 300\n';

let files = 0;
async function zoneFile(text: string, domain = 'example.com'): Promise<string> {
  const file = join(folder, `${files++}.zone`);
  await writeFile(file, `$ORIGIN ${domain}.\n$TTL 300\n${ZONE}${text}`);
  return file;
}

async function checked(zone: string, ...args: readonly string[]): Promise<Run> {
  return sendaudit('check', 'example.com', '--zone', await zoneFile(zone), ...args);
}

interface Verdict {
  readonly profile: string;
  readonly name: string;
  readonly demands: readonly {
    readonly demand: string;
    readonly text: string;
    readonly state: string;
    readonly reasons: readonly string[];
    readonly source: { readonly label: string; readonly url: string };
  }[];
}
async function verdict(zone: string, profile: string, ...args: readonly string[]): Promise<Verdict> {
  const { stdout } = await checked(zone, '--profile', profile, '--format', 'json', ...args);
  const { subjects } = JSON.parse(stdout) as { subjects: { profiles: Verdict[] }[] };
  const own = subjects[0]?.profiles[0];
  if (own === undefined) throw new Error('no verdict');
  return own;
}
const states = async (...args: Parameters<typeof verdict>): Promise<Record<string, string>> =>
  Object.fromEntries((await verdict(...args)).demands.map(({ demand, state }) => [demand, state]));
const reasons = async (demand: string, ...args: Parameters<typeof verdict>): Promise<readonly string[] | undefined> =>
  (await verdict(...args)).demands.find((one) => one.demand === demand)?.reasons;

describe('a parked domain', () => {
  test('that does all, meets the profile', async () => {
    expect(await states(PARKED, 'parked', '--parked')).toEqual({
      spf: 'met',
      dmarc: 'met',
      dkim: 'met',
      'null-mx': 'met',
    });
  });

  test.each([
    ['spf', PARKED.replace('-all', '~all')],
    ['spf', PARKED.replace('@ TXT "v=spf1 -all"', '')],
    ['spf', `${PARKED}@ TXT "v=spf1 ~all"\n`],
    ['dmarc', PARKED.replace('reject', 'quarantine')],
    ['dmarc', PARKED.replace('p=reject', 'p=reject; sp=none')],
    ['dmarc', `${PARKED}_dmarc TXT "v=DMARC1; p=none"\n`],
    ['dkim', PARKED.replace(/^\*.*$/m, '')],
    ['null-mx', PARKED.replace('@ MX 0 .', '')],
    ['null-mx', PARKED.replace('MX 0 .', 'MX 10 mail')],
  ])('that lacks its %s does not (%#)', async (demand, zone) => {
    expect(await states(zone, 'parked', '--parked')).toMatchObject({ [demand]: 'not-met' });
  });

  test('is one because its profile is asked for', async () => {
    expect(await states(PARKED, 'parked')).toEqual(await states(PARKED, 'parked', '--parked'));
  });
});

describe('a bulk sender', () => {
  test('is told what is met, and what no record can tell', async () => {
    expect(await states(BULK, 'gmail', '--selector', 's1')).toMatchObject({
      spf: 'met',
      dkim: 'met',
      'dkim-key-length': 'met',
      dmarc: 'met',
      'from-alignment': 'unknown',
      'reverse-and-forward-names': 'unknown',
      'spam-rate': 'unknown',
      'one-click-unsubscribe': 'unknown',
    });
  });

  test('needs no DMARC policy but none, and more where more is demanded', async () => {
    expect(await states(BULK, 'internet-nl')).toMatchObject({ dmarc: 'met', 'dmarc-policy': 'not-met' });
    const quarantine = BULK.replace('p=none', 'p=quarantine');
    expect(await states(quarantine, 'internet-nl')).toMatchObject({ 'dmarc-policy': 'met' });
    expect(await states(quarantine, 'strict')).toMatchObject({ reject: 'not-met' });
    expect(await states(BULK.replace('p=none', 'p=reject'), 'strict')).toMatchObject({ reject: 'met' });
  });

  test.each([
    ['spf', BULK.replace('@ TXT "v=spf1 mx ~all"', '')],
    ['spf', BULK.replace('mx ~all', 'include:gone.example.com ~all')],
    ['spf', BULK.replace('v=spf1 mx ~all', 'v=spf1 ip4:1.2.3 ~all')],
    ['spf', `${BULK}@ TXT "v=spf1 -all"\n`],
    ['dkim', BULK.replace(SIGNED, '')],
    ['dmarc', BULK.replace(/^_dmarc.*$/m, '')],
    ['dmarc', BULK.replace('v=DMARC1', 'v=dmarc1')],
    ['dmarc', BULK.replace('p=none', 'p=nothing')],
    ['dmarc', `${BULK}_dmarc TXT "v=DMARC1; p=reject"\n`],
  ])('without %s in order does not meet Gmail’s demands, nor those of others (%#)', async (demand, zone) => {
    for (const profile of ['gmail', 'yahoo', 'microsoft', 'apple'])
      expect(await states(zone, profile, '--selector', 's1'), profile).toMatchObject({ [demand]: 'not-met' });
  });

  test('without a selector that is known to be in use has DKIM that nobody can judge', async () => {
    const unlisted = BULK.replace(SIGNED, 'any._domainkey A 192.0.2.1\n');
    expect(await reasons('dkim', unlisted, 'gmail')).toEqual(['no selector is known to be in use (`--selector`)']);
  });

  test('without a sending address has PTR records that nobody can judge, though MX hosts have theirs', async () => {
    const reverse = await zoneFile('');
    await writeFile(reverse, `${REVERSE}25 PTR mail.example.com.\n`);
    expect(await reasons('reverse-and-forward-names', BULK, 'gmail', '--zone', reverse)).toEqual([
      'no address was named that mail leaves from (`--ip`)',
    ]);
    const sending = ['--zone', reverse, '--ip', '192.0.2.25'] as const;
    expect(await states(BULK, 'gmail', ...sending)).toMatchObject({ 'reverse-and-forward-names': 'met' });
    const another = ['--zone', reverse, '--ip', '192.0.2.26'] as const;
    expect(await states(BULK, 'gmail', ...another)).toMatchObject({
      spf: 'not-met',
      'reverse-and-forward-names': 'not-met',
    });
  });

  test('whose checks were left out is not told that all is well', async () => {
    expect(await reasons('spf', BULK, 'gmail', '--skip', 'spf/lookup-limit')).toEqual([
      '`spf/lookup-limit` was left out',
    ]);
    expect(
      await reasons('dmarc-policy', BULK.replace('none', 'reject'), 'internet-nl', '--skip', 'expectation'),
    ).toEqual(['`expectation/policy` was left out']);
  });
});

test('what is not there at all is not met, where it has to be', async () => {
  expect(await states(BULK.replace('none', 'reject'), 'bimi-ready')).toEqual({
    'enforced-dmarc': 'met',
    record: 'not-met',
    logo: 'not-met',
    'mark-certificate': 'not-met',
  });
  expect(await states(BULK, 'uk-government')).toMatchObject({ 'mta-sts': 'not-met', 'tls-reports': 'not-met' });
  // Nobody protects delivery to where nothing is delivered.
  expect(await states(PARKED, 'uk-government')).toMatchObject({ 'mta-sts': 'unknown', 'tls-reports': 'unknown' });
});

test('a policy of the settings is another matter than that of a profile', async () => {
  const config = join(folder, 'sendaudit.json');
  await writeFile(config, '{ "domains": { "example.com": { "policy": "none" } } }');
  expect(await reasons('reject', BULK, 'strict', '--config', config)).toEqual([
    'Receivers are asked for `none` for mail as `example.com`, where `reject` is expected',
  ]);
});

describe('--fail-on profile', () => {
  // What public suffixes publish a zone file does not tell, and the run would exit with 3 for it.
  const WITHIN = ['--skip', 'dmarc/discovery'];
  const run = async (zone: string, ...args: readonly string[]): Promise<number> =>
    (await checked(zone, '--fail-on', 'profile', ...WITHIN, ...args)).exitCode;

  test('exits 0 where everything is met, whatever else is found', async () => {
    expect(await run(PARKED, '--parked', '--profile', 'parked')).toBe(0);
  });

  test('exits 0 where nothing is known to be missed', async () => {
    expect(await run(PARKED, '--profile', 'parked')).toBe(0);
  });

  test('exits 1 where one demand of one profile is not met', async () => {
    expect(await run(PARKED, '--parked', '--profile', 'parked', '--profile', 'bimi-ready')).toBe(1);
  });

  test('needs a profile, and one that there is', async () => {
    expect(await run(PARKED)).toBe(2);
    const { exitCode, stderr } = await checked(PARKED, '--profile', 'gmial');
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('gmail')]);
  });

  test('without it, demands that are not met fail nothing', async () => {
    expect((await checked(PARKED, ...WITHIN, '--profile', 'bimi-ready')).exitCode).toBe(0);
  });
});

test('JSON has every demand with its state, reasons and source', async () => {
  const own = await verdict(BULK, 'yahoo');
  expect(own).toMatchObject({ profile: 'yahoo', name: 'Yahoo, bulk senders' });
  expect(own.demands).toHaveLength(profiles.find(({ id }) => id === 'yahoo')?.demands.length ?? 0);
  for (const { state, reasons: why, source, text } of own.demands) {
    expect(['met', 'not-met', 'unknown']).toContain(state);
    expect(why.length > 0, text).toBe(state !== 'met');
    expect(source.url).toMatch(/^https:/);
  }
});

test('people read a table with what speaks against each demand, and where it comes from', async () => {
  const { stdout } = await checked(BULK.replace(/^_dmarc.*$/m, ''), '--profile', 'yahoo', '--profile', 'gmail');
  expect(stdout).toMatch(/Yahoo, bulk senders +\d of 10 met · \d cannot be known/);
  expect(stdout).toMatch(/A valid DMARC policy is published, none at least +not met\n +There is no DMARC record at/);
  expect(stdout).toContain('Google, Email sender guidelines, 2026-03: https://support.google.com/mail/answer/81126');
});

test('several domains are judged one by one', async () => {
  const mail = await zoneFile(BULK);
  const parked = await zoneFile(PARKED, 'example.net');
  const options = ['--parked', '--profile', 'parked', '--fail-on', 'profile', '--format', 'json'];
  const zones = ['--zone', mail, '--zone', parked];
  const { stdout, exitCode } = await sendaudit('check', 'example.com', 'example.net', ...zones, ...options);
  const { subjects } = JSON.parse(stdout) as { subjects: { domain: string; profiles: Verdict[] }[] };
  const missed = subjects.map(({ domain, profiles: own }) => [
    domain,
    own.flatMap(({ demands }) => demands.filter(({ state }) => state === 'not-met')).length,
  ]);
  expect(missed).toEqual([
    ['example.com', 4],
    ['example.net', 0],
  ]);
  expect(exitCode).toBe(1);
});

test('`list profiles` names them all', async () => {
  const { stdout } = await sendaudit('list', 'profiles', '--format', 'json');
  const { profiles: rows } = JSON.parse(stdout) as { profiles: { profile: string }[] };
  expect(rows.map(({ profile }) => profile)).toEqual(profiles.map(({ id }) => id));
});

describe('a demand that is not met', () => {
  const failing = ['check', 'casaluna.example', '--replay', 'fixtures/recordings/casaluna.rec', '--only', 'spf'];
  const profile = ['--profile', 'gmail', '--fail-on', 'profile'];

  test.each([
    ['github', '::error title=profile/gmail%3Aspf'],
    ['sarif', '"ruleId":"profile/gmail"'],
    ['junit', '<failure type="error" message="Gmail, bulk senders, not met'],
  ])('is named by %s', async (format, text) => {
    const { stdout, exitCode } = await sendaudit(...failing, ...profile, '--format', format);
    expect(stdout.replaceAll(/\s*:\s*"/g, ':"')).toContain(text.replaceAll(/\s*:\s*"/g, ':"'));
    expect(exitCode).toBe(1);
  });
});
