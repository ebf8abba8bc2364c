import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recordXml, reportXml } from '../support/aggregate-xml.ts';
import { sendaudit } from '../support/sendaudit.ts';
import { REPORTS } from './world.ts';

let folder = '';
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'sendaudit-'))));
afterAll(() => rm(folder, { recursive: true, force: true }));
const written = async (name: string, text: string): Promise<string> => {
  await writeFile(join(folder, name), text);
  return join(folder, name);
};

interface Why {
  readonly asked: string;
  readonly kind: string;
  readonly streams: readonly string[];
  readonly messages: number;
  readonly addresses: number;
  readonly cases: readonly {
    readonly messages: number;
    readonly class: string;
    readonly rule?: string;
    readonly evidence: readonly { readonly kind: string; readonly weight: number }[];
    readonly candidates: readonly { readonly provider: string; readonly score: number }[];
    readonly remedies: readonly string[];
  }[];
}
interface Document {
  readonly why?: readonly Why[];
  readonly streams: readonly { readonly id: string; readonly messages: number; readonly sources: number }[];
  readonly sources: readonly { readonly ip: string; readonly messages: number }[];
}
const documentOf = async (...options: readonly string[]): Promise<Document> =>
  JSON.parse((await sendaudit('dmarc', REPORTS, ...options, '--format', 'json')).stdout) as Document;

describe('--why', () => {
  test('tells of every message of a stream, and of every message of an address', async () => {
    const { why = [], streams, sources } = await documentOf('--why', 'zendesk', '--why', '198.51.100.66');
    const [stream, address] = why;
    const zendesk = streams.find(({ id }) => id.startsWith('zendesk/'));
    expect(stream).toMatchObject({ kind: 'stream', streams: [zendesk?.id], messages: zendesk?.messages });
    expect(stream?.addresses).toBe(zendesk?.sources);
    const sum = (items: readonly { readonly messages: number }[]): number =>
      items.reduce((total, { messages }) => total + messages, 0);
    expect(sum(stream?.cases ?? [])).toBe(stream?.messages);
    expect(address).toMatchObject({ kind: 'address', addresses: 1 });
    expect(address?.messages).toBe(sum(sources.filter(({ ip }) => ip === '198.51.100.66')));
  });

  test('gives each piece of evidence its weight, every candidate its score, and what would make it pass', async () => {
    const { why = [] } = await documentOf('--why', 'zendesk');
    const [first] = why[0]?.cases ?? [];
    expect(first?.evidence[0]).toEqual({
      kind: 'dkim-domain',
      what: 'd=zendesk.com',
      provider: 'zendesk',
      weight: 0.95,
    });
    expect(first?.candidates[0]?.provider).toBe('zendesk');
    expect(first?.remedies.join(' ')).toContain('zendesk1._domainkey');
  });

  test('finds streams by the beginning of an id or a name, and an address however it is written', async () => {
    const { why = [] } = await documentOf('--why', 'Microsoft 365', '--why', 'forwarded', '--why', '2001:DB8:66:0::67');
    expect(why.map(({ streams }) => streams)).toEqual([
      ['microsoft-365/corporate/casaluna.example'],
      ['forwarded/casaluna.example', 'forwarded/news.casaluna.example'],
      ['suspicious/casaluna.example'],
    ]);
  });

  test('is not in the document of who did not ask', async () => {
    expect(await documentOf()).not.toHaveProperty('why');
  });
});

describe('rules of the settings file', () => {
  test('are read from sendaudit.json, win, and say which decided', async () => {
    const config = await written(
      'sendaudit.json',
      '{ "streams": [\n{ "name": "Deals", "class": "ours", "when": { "dkim": "wb*@*" } } ] }',
    );
    const { why = [] } = await documentOf('--config', config, '--why', 'deals');
    expect(why[0]).toMatchObject({ streams: ['rule:deals/unknown/casaluna.example'], messages: 486 });
    expect(why[0]?.cases[0]).toMatchObject({ class: 'fixable', rule: `rule 1 of ${config} line 2` });
  });

  test.each([
    ['{ "streams": [ { "when": { "ip": "192.0.2.1" } } ] }', 'streams[0] lacks `name`'],
    ['{ "streams": [ { "name": "a", "when": {} } ] }', 'streams[0].when says nothing'],
    ['{ "streams": [ { "name": "a", "when": { "ip": "192.0.2" } } ] }', 'is neither an address nor a network'],
    ['{ "streams": [ { "name": "a", "when": { "dkim": "a b@c" } } ] }', 'is no domain name'],
    ['{ "streams": [ { "name": "a", "when": { "hederFrom": "c" } } ] }', 'did you mean `headerFrom`?'],
    ['{ "streams": [ { "name": "a", "provider": "mailchmp", "when": { "spf": "c" } } ] }', 'there is mailchimp'],
    [
      '{ "streams": [ { "name": "a", "purpose": "spoofed", "when": { "spf": "c" } } ] }',
      'must be one of transactional',
    ],
  ])('%s is refused with its line', async (text, told) => {
    const { exitCode, stderr } = await sendaudit('dmarc', REPORTS, '--config', await written('bad.json', text));
    expect(stderr).toContain(told);
    expect(stderr).toContain('line 1');
    expect(exitCode).toBe(2);
  });

  test('hold for check --reports as well', async () => {
    const rule = '{ "streams": [ { "name": "Desk", "class": "suspicious", "when": { "spf": "*.zendesk.com" } } ] }';
    const check = ['check', 'casaluna.example', '--zone', 'fixtures/world/zones', '--reports', REPORTS];
    const only = ['--only', 'traffic', '--format', 'json'];
    const [plain, ruled] = await Promise.all([
      sendaudit(...check, ...only),
      sendaudit(...check, ...only, '--config', await written('desk.json', rule)),
    ]);
    expect(plain.stdout).toContain('Zendesk');
    expect(ruled.stdout).not.toContain('Zendesk');
  });
});

test('the many domains of one sender are one line, and the smallest senders are only counted', async () => {
  const recordOf = (from: string, selector: string, count: number): string =>
    recordXml({
      count: String(count),
      evaluated: '<disposition>none</disposition><dkim>pass</dkim><spf>fail</spf>',
      identifiers: `<header_from>${from}</header_from>`,
      results: `<dkim><domain>${from}</domain><selector>${selector}</selector><result>pass</result></dkim>`,
    });
  const records = [
    ...Array.from({ length: 40 }, (_, index) => recordOf(`client${index}.example`, 'rmk', 9)),
    ...Array.from({ length: 60 }, (_, index) => recordOf('solo.example', `key${index}`, 1)),
  ];
  const { stdout } = await sendaudit('dmarc', await written('many.xml', reportXml({ records })));
  expect(stdout).toMatch(/DKIM key rmk +40 domains +360 /);
  expect(stdout).toContain('and 21 smaller streams with 21 messages');
  expect(stdout.split('\n').length).toBeLessThan(120);
});
