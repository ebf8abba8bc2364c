import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { UserError } from '../../../src/core/errors.ts';
import type { RecordType } from '../../../src/net/net.ts';
import { zoneOfFileName } from '../../../src/net/zone/files.ts';
import { loadZones } from '../../../src/net/zone/load.ts';
import { zoneWorld } from '../../../src/net/zone/world.ts';

const SOA = '@ 3600 SOA ns h 1 2 3 4 900\n';
const record = { address: 'aws_route53_record.a', type: 'aws_route53_record', mode: 'managed', line: 1 };
const values = { zone_id: 'Z1', name: '_dmarc.example.com', type: 'TXT', ttl: 60, records: ['v=DMARC1; p=none'] };
const PLAN = JSON.stringify({
  format_version: '1.2',
  planned_values: { root_module: { resources: [{ ...record, values }] } },
});
const REMOVAL = JSON.stringify({
  format_version: '1.2',
  resource_changes: [{ ...record, change: { actions: ['delete'], before: values, after: null } }],
});
const IR = JSON.stringify({
  registrars: [],
  dns_providers: [],
  domains: [
    { name: 'example.net', records: [] },
    { name: 'example.org', keepunknown: true, records: [{ type: 'A', name: '@', target: '192.0.2.1' }] },
  ],
});
let root: string;
const at = (path: string): string => join(root, path);

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'sendaudit-zones-'));
  const files: Record<string, string | Buffer> = {
    'secret.txt': 'secret TXT "outside"',
    'zones/example.com.zone': `${SOA}@ TXT "v=spf1 -all"\nsub NS ns.sub\nsub DS 1 13 2 abcd\nns.sub A 192.0.2.1\n$INCLUDE parts/mail.inc\n$INCLUDE list\n`,
    'zones/parts/mail.inc': 'mail A 192.0.2.2',
    'zones/list': '$ORIGIN example.com.\n$TTL 60\nlist A 192.0.2.3',
    'zones/db.sub.example.com': `${SOA}@ NS ns\n@ NS ns2\nns A 192.0.2.9\n`,
    'zones/example.net.yaml': "'': {type: TXT, value: v=spf1 -all}\n",
    'zones/config.yaml': 'providers: {config: {class: x}}\n',
    'zones/named.conf': 'zone "example.com" {};',
    'zones/README.md': '$TTL is explained here',
    'zones/example.org': '$ORIGIN example.org.\n$TTL 60\n@ A 192.0.2.4\n',
    'zones/extra.zone': '_dmarc.example.com. 60 TXT "v=DMARC1; p=none"\nother.test. 60 TXT x\n',
    'zones/example.com.zone.bak': SOA,
    'zones/.hidden.zone': SOA,
    'escape/example.com.zone': `${SOA}$INCLUDE ../secret.txt\n$INCLUDE /etc/hostname\n$INCLUDE link.inc\n$INCLUDE ../nowhere\n$INCLUDE nowhere\n$INCLUDE example.com.zone\n$INCLUDE .\n`,
    'empty/readme.txt': 'nothing',
    'bad/example.com.zone': 'this is no zone\n',
    'binary/program': '\x7fELF\0\0\n$ORIGIN example.com.\n$TTL 60\n@ A 192.0.2.1\n',
    'thumbs/Thumbs.db': 'x\0y',
    'thumbs/example.com.zone': `${SOA}@ TXT "v=spf1 -all"\n`,
    'prose/notes': 'Buy a melon\nin a mx\n',
    'octets/example.com.zone': Buffer.from('@ 60 TXT "caf\xe9"\n', 'latin1'),
    'wide/example.com.zone': Buffer.from('\uFEFF@ 60 TXT "café"\n', 'utf16le'),
    'fragment/records.txt': '$ORIGIN example.com.\n$TTL 60\n_dmarc TXT "v=DMARC1; p=none"\n*.x.example.net. TXT y\n',
    'mistakes/example.com.zone': `${SOA}a CNAME b\na TXT x\nc CNAME d\nc CNAME e\nelsewhere.test. A 192.0.2.1\nelsewhere.test. TXT x\n`,
    'sniff/records': "---\n'':\n  type: A\n  value: 192.0.2.1\n",
    'sniff/example.com': "---\n'':\n  type: A\n  value: 192.0.2.1\n",
    'sniff/list.yaml': "'': {type: A, value: 192.0.2.1}",
    'deep/config/example.com.yaml': "'': {type: A, value: 192.0.2.1}",
    'deep/a/b/c/example.net.zone': SOA,
    'deep/.git/example.org.zone': SOA,
    'deep/node_modules/x/example.org.zone': SOA,
    'plans/plan.json': PLAN,
    'plans/wide.json': Buffer.from(`\uFEFF${PLAN}`, 'utf16le'),
    'plans/dns/ir.json': IR,
    'plans/package.json': '{"name": "x", "domains": []}',
    'plans/schema.json': '{"format_version": "1.0", "provider_schemas": {}}',
    'plans/broken.json': PLAN.slice(0, -3),
    'json/removal.json': REMOVAL,
    'json/state.json': '{"format_version": "1.0", "values": {"root_module": {}}}',
    'json/terraform.tfstate': '{"version": 4, "serial": 1, "resources": []}',
    'json/log.json': '{"@level":"info","type":"version"}\n{"@level":"info"}\n',
    'json/other.json': '{"name": "x"}',
    'json/list.json': '[1]',
    'json/warned.json': '1 Validation errors:\nWARNING: x\n{"registrars": []}',
    'json/plan.out': Buffer.from('PK\x03\x04\0\0'),
    'json/none.json': '{"format_version": "1.2", "planned_values": {"root_module": {}}}',
  };
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(at(path)), { recursive: true });
    await writeFile(at(path), content);
  }
  await symlink(at('secret.txt'), at('escape/link.inc'));
  await symlink(at('zones/example.org'), at('escape/example.org'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

const problems = async (path: string) =>
  (await loadZones([at(path)])).problems.map(
    (p) => `${p.file.slice(root.length + 1)}:${p.line} ${p.message.replaceAll(root, '')}`,
  );

describe('a folder', () => {
  test('brings its zone files, octoDNS files and named zone files, and not what else lies in it', async () => {
    const zone = await loadZones([at('zones')]);
    expect(zone.problems).toEqual([]);
    expect(zone.files.map((file) => file.slice(root.length + 1))).toEqual([
      'zones/db.sub.example.com',
      'zones/example.com.zone',
      'zones/example.net.yaml',
      'zones/example.org',
      'zones/extra.zone',
    ]);
    expect([...zone.apexes].toSorted()).toEqual(['example.com', 'example.net', 'sub.example.com']);
    expect([...zone.fragments].toSorted()).toEqual(['example.org', 'other.test']);
  });

  test('is one world: parents, children and pieces of zones fit together', async () => {
    const net = zoneWorld(await loadZones([at('zones')]), { outside: 'unrecorded' });
    const ask = async (name: string, type: RecordType) => {
      const answer = await net.resolve(name, type);
      return answer.status === 'ok' ? answer.records.length : answer.status;
    };
    expect(await ask('mail.example.com', 'A')).toBe(1);
    expect(await ask('list.example.com', 'A')).toBe(1);
    expect(await ask('_dmarc.example.com', 'TXT')).toBe(1);
    expect(await ask('sub.example.com', 'NS')).toBe(2); // the child's own, without the parent's delegation
    expect(await ask('sub.example.com', 'DS')).toBe(1); // the parent's
    expect(await ask('ns.sub.example.com', 'A')).toBe(1);
    expect(await ask('nothing.example.net', 'A')).toBe('nxdomain');
  });

  test('does not follow a symbolic link out of it', async () =>
    expect(await problems('escape')).toContainEqual(
      expect.stringMatching(/^escape\/example\.org:1 the symbolic link leads out of/),
    ));
});

test('a folder is read with the folders below it, but for those of tools', async () =>
  expect([...(await loadZones([at('deep')])).apexes].toSorted()).toEqual(['example.com', 'example.net']));

test('a folder that holds itself by a link is read once', async () => {
  await symlink(at('deep'), at('deep/a/again'));
  await symlink(at('deep/a'), at('deep/twice'));
  expect((await loadZones([at('deep')])).files).toHaveLength(2);
});

test('plans and zones of DNSControl in a folder are known by their content, and what is broken is said', async () => {
  const zone = await loadZones([at('plans')]);
  expect(zone.files.map((file) => file.slice(root.length + 1))).toEqual([
    'plans/dns/ir.json',
    'plans/plan.json',
    'plans/wide.json',
  ]);
  expect(zone).toMatchObject({ apexes: ['example.net'], pieces: ['example.org', '_dmarc.example.com'] });
  expect(zone.problems).toEqual([
    { file: at('plans/broken.json'), line: 1, message: expect.stringMatching(/^JSON: /) },
  ]);
});

test('a plan that only takes something away is a plan', async () =>
  expect((await loadZones([at('json/removal.json')])).removed).toMatchObject([{ name: '_dmarc.example.com' }]));

test('a plan in a zone that another file gives whole is part of it', async () => {
  const zone = await loadZones([at('zones/example.com.zone'), at('plans/plan.json')]);
  expect(zone).toMatchObject({ apexes: ['example.com'], fragments: [], pieces: [] });
});

test.each([
  ['json/state.json', /holds no zone$/, /a state of Terraform/, /terraform show -json plan\.out > plan\.json/],
  ['json/terraform.tfstate', /holds no zone$/, /a state of Terraform/, /terraform show -json/],
  ['json/log.json', /holds no zone$/, /the log of `terraform plan -json`/, /terraform show -json/],
  ['json/other.json', /holds no zone$/, /neither a Terraform plan nor the zones of DNSControl/, /dnscontrol print-ir/],
  ['json/list.json', /holds no zone$/, /neither/, /dnscontrol print-ir/],
  ['json/warned.json', /holds no zone$/, /line 1: JSON: /, /dnscontrol print-ir .*--out/],
  ['json/none.json', /holds no zone$/, /no record was found/, /terraform show -json/],
  ['plans/broken.json', /holds no zone$/, /line 1: JSON: /, /terraform show -json/],
  ['json/plan.out', /is no text$/, /as a plan of Terraform is before it is shown/, /terraform show -json/],
])('%s is refused with how to do better', async (path, what, why, hint) => {
  const error: unknown = await loadZones([at(path)]).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(UserError);
  expect((error as UserError).message).toMatch(what);
  expect((error as UserError).why).toMatch(why);
  expect((error as UserError).hint).toMatch(hint);
});

test('$INCLUDE stays in the folder of its zone file, by path and by symbolic link', async () => {
  const found = await problems('escape/example.com.zone');
  expect(found).toEqual([
    'escape/example.com.zone:2 "../secret.txt" cannot be included: it lies outside /escape, the folder of the zone file',
    'escape/example.com.zone:3 "/etc/hostname" cannot be included: it lies outside /escape, the folder of the zone file',
    'escape/example.com.zone:4 "link.inc" cannot be included: it lies outside /escape, the folder of the zone file',
    'escape/example.com.zone:5 "../nowhere" cannot be included: it lies outside /escape, the folder of the zone file',
    'escape/example.com.zone:6 "nowhere" cannot be included: no such file or folder',
    'escape/example.com.zone:7 "example.com.zone" cannot be included: it includes itself',
    expect.stringMatching(/^escape\/example\.com\.zone:8 "\." cannot be included: it/),
  ]);
});

test.each([
  ['nowhere', /^cannot read /, /no such file/],
  ['empty', /holds no zone$/, /no record was found/],
  ['bad/example.com.zone', /holds no zone$/, /line 1: "is" is no record type/],
  ['binary/program', /is no text$/, /NUL/],
  ['prose/notes', /holds no zone$/, /line 1: /],
  ['sniff/list.yaml', /holds no zone$/, /the name of an octoDNS file is its zone/],
])('%s is a mistake the user can act on', async (path, what, why) => {
  const error: unknown = await loadZones([at(path)]).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(UserError);
  expect((error as UserError).message).toMatch(what);
  expect((error as UserError).why).toMatch(why);
});

test('octoDNS is known by its content where the name does not tell', async () =>
  expect((await loadZones([at('sniff/example.com')])).apexes).toEqual(['example.com']));

test('octets that are no UTF-8 stay what they are', async () =>
  expect((await loadZones([at('octets/example.com.zone')])).records).toMatchObject([{ strings: ['caf\u00e9'] }]));

test('UTF-16 from Windows is read', async () =>
  expect((await loadZones([at('wide/example.com.zone')])).records).toMatchObject([{ strings: ['caf\u00c3\u00a9'] }]));

test('without an SOA, the origins and the owners outside them are what the file speaks of', async () => {
  const zone = await loadZones([at('fragment/records.txt')]);
  expect(zone).toMatchObject({ apexes: [], fragments: ['example.com', 'x.example.net'] });
});

test('what no server would load is said: data beside a CNAME, two CNAMEs, owners out of the zone', async () =>
  expect(await problems('mistakes/example.com.zone')).toEqual([
    'mistakes/example.com.zone:6 elsewhere.test lies outside the zone example.com, and no server loads it',
    'mistakes/example.com.zone:3 a.example.com has a CNAME and a TXT record, and nothing may stand beside a CNAME',
    'mistakes/example.com.zone:5 c.example.com has a second CNAME, and servers refuse a zone with two',
  ]));

test.each([
  ['/x/db.example.com', 'example.com'],
  ['example.com.zone', 'example.com'],
  ['example.com.zone.signed', 'example.com'],
  ['example.com.db', 'example.com'],
  ['Example.COM.yaml', 'example.com'],
  ['example.com', 'example.com'],
  ['2.0.192.in-addr.arpa', '2.0.192.in-addr.arpa'],
  ['bücher.example.zone', 'xn--bcher-kva.example'],
  ['named.zone', undefined],
  ['zones.yaml', undefined],
  ['63', undefined],
  ['my file.example.zone', undefined],
])('the zone of a file named %s is %s', (path, zone) => expect(zoneOfFileName(path)).toBe(zone));

test('a binary file among zone files is reported and keeps nobody from reading the others', async () => {
  const zone = await loadZones([at('thumbs')]);
  expect(zone.apexes).toEqual(['example.com']);
  expect(zone.problems).toEqual([{ file: at('thumbs/Thumbs.db'), line: 1, message: 'it is no text, so no zone file' }]);
});
