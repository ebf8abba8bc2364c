import { createPublicKey } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { BlockList, isIPv6 } from 'node:net';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const folder = resolve(import.meta.dirname, '../../fixtures/world');
const files = readdirSync(join(folder, 'zones'));

interface PlainRecord {
  readonly owner: string;
  readonly type: string;
  readonly data: string;
}

/** As much of the master file syntax as these zones use, read without the program's own reader. */
function recordsOf(text: string): PlainRecord[] {
  const origin = /^\$ORIGIN (\S+)\.$/m.exec(text)?.[1] ?? '';
  const lines = text
    .replaceAll(/^\$.*$/gm, '')
    .replaceAll(/(?:^|\s);.*$/gm, '')
    .replaceAll(/\(([^)]*)\)/g, (_, inside: string) => inside.replaceAll('\n', ' '));
  let owner = origin;
  return [...lines.matchAll(/^(\S*)\s+IN (\w+) (.*)$/gm)].map(([, label = '', type = '', data = '']) => {
    if (label !== '') owner = label === '@' ? origin : `${label}.${origin}`;
    return { owner, type, data: data.trim() };
  });
}
const stringsOf = ({ data }: PlainRecord): string[] => [...data.matchAll(/"([^"]*)"/g)].map(([, value]) => value ?? '');
const texts = new Map(files.map((file) => [file, readFileSync(join(folder, 'zones', file), 'utf8')]));
const all = [...texts.values()].flatMap(recordsOf);

/** Text at a name, behind its CNAME if it has one. */
function txtAt(name: string): string[] {
  const alias = all.find(({ owner, type }) => owner === name && type === 'CNAME');
  if (alias) return txtAt(alias.data.replace(/\.$/, ''));
  return all.filter(({ owner, type }) => owner === name && type === 'TXT').map((record) => stringsOf(record).join(''));
}
const exists = (name: string): boolean => all.some(({ owner }) => owner === name || owner.endsWith(`.${name}`));
const spfAt = (name: string): string | undefined => txtAt(name).find((text) => text.startsWith('v=spf1 '));

/** Every mechanism of an SPF record's tree that costs a lookup. */
function lookups(name: string): string[] {
  const costly = (spfAt(name) ?? '').split(' ').filter((term) => /^(?:include|a|mx):/.test(term));
  return costly.flatMap((term) => [term, ...(term.startsWith('include:') ? lookups(term.slice(8)) : [])]);
}

/** The addresses an SPF record's tree allows by ip4, ip6 and a. */
function rangesOf(name: string, list = new BlockList()): BlockList {
  for (const term of (spfAt(name) ?? '').split(' ')) {
    const colon = term.indexOf(':');
    const value = term.slice(colon + 1);
    if (term.startsWith('include:')) rangesOf(value, list);
    if (term.startsWith('ip')) {
      const family = isIPv6(value.split('/')[0] ?? '') ? 'ipv6' : 'ipv4';
      const [base = '', length = family === 'ipv6' ? '128' : '32'] = value.split('/');
      list.addSubnet(base, Number(length), family);
    }
    if (!term.startsWith('a:')) continue;
    for (const { owner, type, data } of all) {
      if (owner === value && /^A+$/.test(type)) list.addAddress(data, isIPv6(data) ? 'ipv6' : 'ipv4');
    }
  }
  return list;
}

interface Truth {
  readonly files: readonly { readonly rows?: readonly { readonly sourceIp: string; readonly stream: string }[] }[];
  readonly dns: {
    readonly spfLookups: number;
    readonly spfVoids: number;
    readonly voidNames: readonly string[];
    readonly selectors: readonly {
      readonly domain: string;
      readonly selector: string;
      readonly state: string;
      readonly bits?: number;
    }[];
  };
}
const truth = JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8')) as Truth;

describe('the zones', () => {
  test.each(files)('%s starts with one SOA and holds no string over 255 octets', (file) => {
    const records = recordsOf(texts.get(file) ?? '');
    expect(`${records[0]?.owner}.zone`).toBe(file);
    expect(records.filter(({ type }) => type === 'SOA')).toEqual([records[0]]);
    expect(records.flatMap(stringsOf).filter((value) => value.length > 255)).toEqual([]);
  });

  test('make the SPF tree of casaluna.example cost 11 lookups, 2 of them void', () => {
    const terms = lookups('casaluna.example');
    expect(terms).toHaveLength(truth.dns.spfLookups);
    const dead = terms.map((term) => term.slice(term.indexOf(':') + 1)).filter((name) => !exists(name));
    expect(dead).toEqual(truth.dns.voidNames);
    expect(dead).toHaveLength(truth.dns.spfVoids);
  });

  test('have an address for every name server and mail exchanger but the old backup', () => {
    const targets = all
      .filter(({ type }) => /^(?:NS|MX)$/.test(type))
      .map(({ data }) => data.replace(/^\d+ |\.$/g, ''));
    const ours = new Set(targets.filter((name) => /casaluna\.example$|-dns\.example$|^casaluna-example/.test(name)));
    const homeless = [...ours].filter((name) => !all.some(({ owner, type }) => owner === name && type === 'A'));
    expect(homeless).toEqual(['backup.casaluna.example']);
  });

  test('let no report service in that has not agreed', () => {
    expect(exists('casaluna.example._report._dmarc.dmarc-service.example')).toBe(false);
    expect(exists('_report._dmarc.dmarc-service.example')).toBe(true);
    expect(all.filter(({ owner }) => owner.includes('*'))).toEqual([]);
  });

  test.each(truth.dns.selectors)('publish the key $selector of $domain as the truth says', (key) => {
    const [record, ...more] = txtAt(`${key.selector}._domainkey.${key.domain}`);
    expect(more).toEqual([]);
    const p = /p=([^;]*)$/.exec(record ?? '')?.[1];
    if (key.state === 'revoked') return expect(p).toBe('');
    const publicKey = createPublicKey({ key: Buffer.from(p ?? '', 'base64'), format: 'der', type: 'spki' });
    expect(publicKey.asymmetricKeyDetails?.modulusLength).toBe(key.bits);
  });

  test.each([
    ['receipts', 'bounce.casaluna.example'],
    ['newsletter', 'news.casaluna.example'],
    ['crm', 'bf03x.hubspotemail.net'],
    ['staff', 'casaluna.example'],
    ['invoices', 'casaluna.example'],
    ['helpdesk', 'casaluna.zendesk.com'],
    ['shop', 'casaluna.example'],
  ])('allow every address of %s in the SPF record of %s', (stream, domain) => {
    expect(addressesOf([stream]).filter((address) => !isIn(rangesOf(domain), address))).toEqual([]);
  });

  test('allow no address of a forwarder or stranger in the SPF record of casaluna.example', () => {
    const others = addressesOf(['forward-', 'list-', 'botnet', 'winbig']);
    expect(others.length).toBeGreaterThan(200);
    expect(others.filter((address) => isIn(rangesOf('casaluna.example'), address))).toEqual([]);
  });
});

function addressesOf(streams: readonly string[]): string[] {
  const rows = truth.files.flatMap((file) => file.rows ?? []);
  const wanted = rows.filter(({ stream }) => streams.some((prefix) => stream.startsWith(prefix)));
  return [...new Set(wanted.map(({ sourceIp }) => sourceIp))];
}
const isIn = (list: BlockList, address: string): boolean => list.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
