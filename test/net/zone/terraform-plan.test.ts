import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { printRr } from '../../../src/net/zone/master-file.ts';
import { readPlannedJson } from '../../../src/net/zone/planned-json.ts';
import type { ZoneText } from '../../../src/net/zone/text.ts';
import { cpuTime } from '../../support/cpu-time.ts';

type Values = Readonly<Record<string, unknown>>;
interface Change {
  readonly type: string;
  readonly address?: string;
  readonly mode?: string;
  readonly actions?: readonly string[];
  readonly before?: Values;
  readonly after?: Values;
  readonly unknown?: Values;
  readonly sensitive?: Values;
}

const ZONES = [
  {
    address: 'data.aws_route53_zone.main',
    mode: 'data',
    type: 'aws_route53_zone',
    values: { zone_id: 'Z1', name: 'example.com' },
  },
  {
    address: 'aws_route53_zone.inside',
    type: 'aws_route53_zone',
    values: { zone_id: 'Z2', name: 'example.com', vpc: [{ vpc_id: 'v' }] },
  },
  { address: 'cloudflare_zone.main', type: 'cloudflare_zone', values: { id: 'c1', zone: 'example.com' } },
  {
    address: 'google_dns_managed_zone.main',
    type: 'google_dns_managed_zone',
    values: { name: 'main', dns_name: 'example.com.', visibility: 'public' },
  },
];

/** A plan as the tool shows it, with what it knows of zones. */
const planOf = (changes: readonly Change[], rest: Values = {}): object => ({
  format_version: '1.2',
  planned_values: {
    root_module: {
      resources: changes
        .filter(({ after }) => after !== undefined)
        .map(({ type, address, mode = 'managed', after, sensitive = {} }) => ({
          address: address ?? `${type}.one`,
          mode,
          type,
          values: after,
          sensitive_values: sensitive,
        })),
    },
  },
  resource_changes: changes.map(({ type, address, mode = 'managed', actions, before, after, unknown = {} }) => ({
    address: address ?? `${type}.one`,
    mode,
    type,
    change: {
      actions: actions ?? [before === undefined ? 'create' : after === undefined ? 'delete' : 'update'],
      before: before ?? null,
      after: after ?? null,
      after_unknown: unknown,
    },
  })),
  prior_state: { values: { root_module: { resources: ZONES } } },
  ...rest,
});

async function parse(plan: unknown): Promise<ZoneText> {
  const read = await readPlannedJson(JSON.stringify(plan), { file: 'plan.json' });
  if (!('texts' in read) || read.texts[0] === undefined) throw new Error(JSON.stringify(read));
  return read.texts[0];
}
const printed = async (...changes: readonly Change[]) => (await parse(planOf(changes))).records.map(printRr);
const complaints = async (...changes: readonly Change[]) =>
  (await parse(planOf(changes))).problems.map(({ message }) => message);

const aws = (after: Values): Change => ({ type: 'aws_route53_record', after: { zone_id: 'Z1', ttl: 60, ...after } });
const cloudflare = (after: Values): Change => ({
  type: 'cloudflare_dns_record',
  after: { zone_id: 'c1', ttl: 1, proxied: false, ...after },
});
const google = (after: Values): Change => ({
  type: 'google_dns_record_set',
  after: { managed_zone: 'main', ttl: 60, ...after },
});
const azure = (type: string, after: Values): Change => ({
  type: `azurerm_dns_${type}_record`,
  after: { zone_name: 'example.com', name: '@', ttl: 60, ...after },
});
const ocean = (after: Values): Change => ({
  type: 'digitalocean_record',
  after: { domain: 'example.com', ttl: 60, ...after },
});

describe('a record of each provider', () => {
  test.each<[string, Change, string[]]>([
    [
      'Route 53, MX',
      aws({ name: 'example.com', type: 'MX', records: ['10 mx1.example.net', '20 mx2.example.net.'] }),
      ['example.com. 60 IN MX 10 mx1.example.net.', 'example.com. 60 IN MX 20 mx2.example.net.'],
    ],
    [
      'Route 53, relative',
      aws({ name: '_dmarc', type: 'TXT', records: ['v=DMARC1; p=none'] }),
      ['_dmarc.example.com. 60 IN TXT "v=DMARC1; p=none"'],
    ],
    [
      'Route 53, apex',
      aws({ name: '', type: 'CAA', records: ['0 issue "ca.example; account=1"'] }),
      ['example.com. 60 IN CAA 0 issue "ca.example; account=1"'],
    ],
    [
      'Route 53, wildcard',
      aws({ name: '\\052.example.com', type: 'A', records: ['192.0.2.1'] }),
      ['*.example.com. 60 IN A 192.0.2.1'],
    ],
    [
      'Cloudflare, MX',
      cloudflare({ name: '@', type: 'MX', content: 'mx.example.net', priority: 5 }),
      ['example.com. 300 IN MX 5 mx.example.net.'],
    ],
    [
      'Cloudflare, SRV',
      cloudflare({
        name: '_sip._tcp',
        type: 'SRV',
        data: { priority: 1, weight: 2, port: 5060, target: 'sip.example.net' },
      }),
      ['_sip._tcp.example.com. 300 IN SRV 1 2 5060 sip.example.net.'],
    ],
    [
      'Cloudflare 4, CAA',
      cloudflare({ name: 'example.com', type: 'CAA', data: [{ flags: '0', tag: 'issue', value: 'ca.example' }] }),
      ['example.com. 300 IN CAA 0 issue "ca.example"'],
    ],
    [
      'Cloudflare, TLSA',
      cloudflare({
        name: '_25._tcp.mx',
        type: 'TLSA',
        data: { usage: 3, selector: 1, matching_type: 1, certificate: 'AABB' },
      }),
      ['_25._tcp.mx.example.com. 300 IN TLSA 3 1 1 aabb'],
    ],
    [
      'Cloudflare 3',
      {
        type: 'cloudflare_record',
        after: { zone_id: 'c1', name: 'www', type: 'CNAME', value: 'x.example.net', ttl: 120 },
      },
      ['www.example.com. 120 IN CNAME x.example.net.'],
    ],
    [
      'Google',
      google({ name: 'example.com.', type: 'TXT', rrdatas: ['"v=spf1 -all"'] }),
      ['example.com. 60 IN TXT "v=spf1 -all"'],
    ],
    [
      'Azure, TXT',
      azure('txt', { record: [{ value: 'v=spf1 "-all"' }] }),
      ['example.com. 60 IN TXT "v=spf1 \\"-all\\""'],
    ],
    [
      'Azure, MX',
      azure('mx', { name: 'x', record: [{ preference: '10', exchange: 'mx.example.net' }] }),
      ['x.example.com. 60 IN MX 10 mx.example.net.'],
    ],
    ['Azure, A', azure('a', { records: ['192.0.2.1'] }), ['example.com. 60 IN A 192.0.2.1']],
    [
      'Azure, CNAME',
      azure('cname', { name: 'www', record: 'x.example.net' }),
      ['www.example.com. 60 IN CNAME x.example.net.'],
    ],
    [
      'Azure, CAA',
      azure('caa', { record: [{ flags: 0, tag: 'issue', value: 'ca.example' }] }),
      ['example.com. 60 IN CAA 0 issue "ca.example"'],
    ],
    [
      'DigitalOcean, MX',
      ocean({ name: '@', type: 'MX', priority: 10, value: 'mx.example.net.' }),
      ['example.com. 60 IN MX 10 mx.example.net.'],
    ],
    [
      'DigitalOcean, CNAME to the apex',
      ocean({ name: 'www', type: 'CNAME', value: '@' }),
      ['www.example.com. 60 IN CNAME example.com.'],
    ],
    [
      'DigitalOcean, SRV',
      ocean({ name: '_sip._tcp', type: 'SRV', priority: 1, weight: 2, port: 3, value: 'sip.example.net.' }),
      ['_sip._tcp.example.com. 60 IN SRV 1 2 3 sip.example.net.'],
    ],
  ])('%s', async (_what, change, records) => {
    expect(await complaints(change)).toEqual([]);
    expect(await printed(change)).toEqual(records);
  });
});

describe('the strings of a text', () => {
  const long = 'x'.repeat(300);
  test.each<[string, Change, string[]]>([
    ['Route 53 adds the quotes itself', aws({ records: ['v=spf1 -all'] }), ['v=spf1 -all']],
    ['Route 53, two strings', aws({ records: ['one""two'] }), ['one', 'two']],
    ['Route 53, quotes given', aws({ records: ['"one" "two"'] }), ['one', 'two']],
    ['Route 53, octal', aws({ records: ['caf\\303\\251 \\"q\\"'] }), ['caf\u00c3\u00a9 "q"']],
    ['Cloudflare without quotes', cloudflare({ content: 'v=spf1 -all' }), ['v=spf1 -all']],
    ['Cloudflare with quotes', cloudflare({ content: '"one" "two"' }), ['one', 'two']],
    ['Cloudflare cuts', cloudflare({ content: long }), ['x'.repeat(255), 'x'.repeat(45)]],
    ['Google, quoted', google({ rrdatas: ['"one" "two"'] }), ['one', 'two']],
    ['Google parts at blanks', google({ rrdatas: ['v=spf1 -all'] }), ['v=spf1', '-all']],
    ['Azure cuts', azure('txt', { record: [{ value: long }] }), ['x'.repeat(255), 'x'.repeat(45)]],
    ['DigitalOcean', ocean({ value: 'v=spf1 -all' }), ['v=spf1 -all']],
  ])('%s', async (_what, change, strings) => {
    const after = { name: 'a.example.com.', type: 'TXT', ...change.after };
    expect((await parse(planOf([{ ...change, after }]))).records).toMatchObject([{ strings }]);
  });

  test('one that is too long for Route 53, which cuts nothing, is a problem', async () =>
    expect(await complaints(aws({ name: 'a', type: 'TXT', records: [long] }))).toEqual([
      expect.stringMatching(/^aws_route53_record\.one: TXT at "a\.example\.com": .*300 octets/),
    ]));
});

describe('names', () => {
  test.each<[string, Change, string]>([
    [
      'a full name needs no zone',
      { type: 'aws_route53_record', after: { zone_id: 'Z9', name: 'mail.example.org' } },
      'mail.example.org',
    ],
    [
      'the name of a record that is there is known',
      { type: 'aws_route53_record', after: { zone_id: 'Z9', name: '_dmarc', fqdn: '_dmarc.example.org' } },
      '_dmarc.example.org',
    ],
    [
      'a zone of Cloudflare by its name',
      { type: 'cloudflare_record', after: { zone_name: 'example.org', name: 's1._domainkey' } },
      's1._domainkey.example.org',
    ],
    [
      'a name that merely ends like its zone is relative',
      aws({ name: 'notexample.com' }),
      'notexample.com.example.com',
    ],
    ['Azure names are never full', azure('txt', { name: 'example.com' }), 'example.com.example.com'],
    ['U-labels become A-labels', aws({ name: 'bücher' }), 'xn--bcher-kva.example.com'],
  ])('%s', async (_what, change, name) => {
    const after = { type: 'TXT', records: ['x'], content: 'x', record: [{ value: 'x' }], ...change.after };
    expect((await parse(planOf([{ ...change, after }]))).names).toEqual([name]);
  });

  test('a record that is there tells the zone of one that is not', async () => {
    const there = { zone_id: 'Z9', name: 'www', fqdn: 'www.example.org', type: 'A', records: ['192.0.2.1'] };
    const after = { zone_id: 'Z9', name: '_dmarc', type: 'TXT', records: ['x'] };
    const zone = await parse(
      planOf([
        {
          type: 'aws_route53_record',
          address: 'aws_route53_record.www',
          actions: ['no-op'],
          before: there,
          after: there,
        },
        { type: 'aws_route53_record', after },
      ]),
    );
    expect(zone.names).toContain('_dmarc.example.org');
  });

  test('the only zone in the making is that of a record whose zone is not known yet', async () => {
    const zone = { type: 'aws_route53_zone', after: { name: 'new.example' }, unknown: { zone_id: true } };
    const record = {
      type: 'aws_route53_record',
      after: { name: '_dmarc', type: 'TXT', records: ['x'] },
      unknown: { zone_id: true },
    };
    expect((await parse(planOf([zone, record]))).names).toEqual(['_dmarc.new.example']);
    const other = { ...zone, address: 'aws_route53_zone.other', after: { name: 'other.example' } };
    expect(await complaints(zone, other, record)).toEqual([
      'aws_route53_record.one: the name "_dmarc" is relative, and its zone is not in the plan',
    ]);
  });

  test.each<[string, Change, RegExp]>([
    [
      'a relative name without a zone',
      { type: 'aws_route53_record', after: { zone_id: 'Z9', name: 's1._domainkey', type: 'TXT', records: ['x'] } },
      /"s1\._domainkey" is relative, and its zone is not in the plan$/,
    ],
    [
      'an apex without a zone',
      { type: 'cloudflare_record', after: { zone_id: 'c9', name: '@', type: 'TXT', content: 'x' } },
      /"@" is relative/,
    ],
    [
      'a name that is not known',
      { type: 'aws_route53_record', after: { zone_id: 'Z1', type: 'TXT', records: ['x'] }, unknown: { name: true } },
      /the name is known only after apply/,
    ],
    ['a name of ours that is none', aws({ name: 'a..b', type: 'TXT', records: ['x'] }), /empty label/],
    ['a type that is none', aws({ name: 'a', type: 'NONSENSE', records: ['x'] }), /"NONSENSE" is no record type/],
    ['a record without data', aws({ name: 'a', type: 'TXT', records: [] }), /has no data/],
    ['a TTL that is none', aws({ name: 'a', type: 'TXT', records: ['x'], ttl: -1 }), /"-1" is no TTL/],
    ['data that are none', aws({ name: 'a', type: 'A', records: ['mail'] }), /"mail" is no IPv4 address/],
    [
      'a provider that is not read',
      { type: 'ovh_domain_zone_record', after: { zone: 'example.com' } },
      /"ovh_domain_zone_record" are not read here/,
    ],
  ])('%s is a problem with the address of its resource', async (_what, change, message) => {
    const [first] = await complaints(change);
    expect(first).toMatch(message);
    expect(first).toContain(`${change.type}.one: `);
  });
});

describe('what is not known', () => {
  const opaque = async (...changes: readonly Change[]) =>
    (await parse(planOf(changes))).opaque.map(({ kind, name, types, why }) => [kind, name, types.join(), why ?? '']);
  const why = (text: string) => `(aws_route53_record.one) ${text}`;
  test.each<[string, Change, string[]]>([
    [
      'before apply',
      { ...aws({ name: 'a', type: 'TXT' }), unknown: { records: true } },
      ['unreadable', 'a.example.com', 'TXT', why('is known only after apply')],
    ],
    [
      'in part',
      { ...aws({ name: 'a', type: 'TXT', records: ['x'] }), unknown: { records: [false, true] } },
      ['unreadable', 'a.example.com', 'TXT', why('is known only after apply')],
    ],
    [
      'because it is sensitive',
      { ...aws({ name: 'a', type: 'TXT', records: ['secret'] }), sensitive: { records: [true] } },
      ['unreadable', 'a.example.com', 'TXT', why('is marked as sensitive')],
    ],
    [
      'because it cannot be read',
      aws({ name: 'a', type: 'MX', records: ['ten mx'] }),
      ['unreadable', 'a.example.com', 'MX', ''],
    ],
    [
      'behind an alias',
      aws({ name: 'a', type: 'A', alias: [{ name: 'lb.example.net' }] }),
      ['alias', 'a.example.com', 'A', ''],
    ],
    [
      'behind a proxy',
      cloudflare({ name: 'a', type: 'CNAME', content: 'x.example.net', proxied: true }),
      ['alias', 'a.example.com', 'A,AAAA', ''],
    ],
    [
      'at an apex that is flattened',
      cloudflare({ name: '@', type: 'CNAME', content: 'x.example.net' }),
      ['alias', 'example.com', 'A,AAAA', ''],
    ],
    [
      'behind a resource of Azure',
      azure('a', { target_resource_id: '/subscriptions/1' }),
      ['alias', 'example.com', 'A', ''],
    ],
    [
      'behind a routing policy',
      google({ name: 'a.example.com.', type: 'A', routing_policy: [{ wrr: [] }] }),
      ['unreadable', 'a.example.com', 'A', '(google_dns_record_set.one) is chosen by a routing policy'],
    ],
  ])('%s is unknown, not absent', async (_what, change, expected) => expect(await opaque(change)).toEqual([expected]));

  test('a computed attribute beside the one that was given hides nothing', async () =>
    expect(
      await opaque({
        type: 'cloudflare_record',
        after: { zone_id: 'c1', name: 'a', type: 'TXT', content: 'x' },
        unknown: { value: true },
      }),
    ).toEqual([]));

  const answer = (id: string, records: string[], type = 'TXT'): Change => ({
    ...aws({ name: 'a', type, records, set_identifier: id, weighted_routing_policy: [{ weight: 1 }] }),
    address: `aws_route53_record.${id}`,
  });
  test('of several answers that differ nobody knows which one is given', async () => {
    expect(await opaque(answer('x', ['one']), answer('y', ['two']))).toEqual([
      [
        'unreadable',
        'a.example.com',
        'TXT',
        '(aws_route53_record.x) is one of 2 answers that a routing policy chooses from',
      ],
    ]);
    expect(await printed(answer('x', ['one']), answer('y', ['one']))).toHaveLength(1);
    expect(await printed(answer('x', ['192.0.2.1'], 'A'), answer('y', ['192.0.2.2'], 'A'))).toHaveLength(2);
    expect((await parse(planOf([answer('x', ['one'])]))).notes).toMatchObject([{ message: /routing policy/ }]);
  });
});

describe('what goes', () => {
  const removed = async (...changes: readonly Change[]) =>
    ((await parse(planOf(changes))).removed ?? []).map(({ name, type, data }) =>
      [name, type, ...(data === undefined ? [] : [JSON.stringify(data)])].join(' '),
    );
  const dmarc = { zone_id: 'Z1', name: '_dmarc', type: 'TXT', records: ['x'], ttl: 60 };
  const verification = { zone_id: 'c1', name: '@', type: 'TXT', content: 'x' };
  test.each<[string, Change, string[]]>([
    ['an RRset that is deleted', { type: 'aws_route53_record', before: dmarc }, ['_dmarc.example.com TXT']],
    [
      'one that moves',
      { type: 'aws_route53_record', before: dmarc, after: { ...dmarc, name: 'other' }, actions: ['delete', 'create'] },
      ['_dmarc.example.com TXT'],
    ],
    [
      'a single record',
      { type: 'cloudflare_record', before: verification },
      ['example.com TXT {"type":"TXT","strings":["x"]}'],
    ],
    [
      'a single record as it was',
      { type: 'cloudflare_record', before: verification, after: { ...verification, content: 'y' } },
      ['example.com TXT {"type":"TXT","strings":["x"]}'],
    ],
    [
      'a proxied one',
      { type: 'cloudflare_record', before: { ...verification, type: 'A', content: '192.0.2.1', proxied: true } },
      ['example.com A', 'example.com AAAA'],
    ],
    [
      'an apex that was flattened',
      { type: 'cloudflare_record', before: { ...verification, type: 'CNAME', content: 'x.example.net' } },
      ['example.com A', 'example.com AAAA'],
    ],
    ['nothing that is merely forgotten', { type: 'aws_route53_record', before: dmarc, actions: ['forget'] }, []],
    ['nothing that stays', { type: 'aws_route53_record', before: dmarc, after: dmarc, actions: ['no-op'] }, []],
    ["nothing inside somebody's network", { type: 'aws_route53_record', before: { ...dmarc, zone_id: 'Z2' } }, []],
  ])('%s', async (_what, change, gone) => expect(await removed(change)).toEqual(gone));

  test('records of private zones are not for the world to see', async () => {
    const zone = await parse(planOf([aws({ zone_id: 'Z2', name: 'a', type: 'A', records: ['10.0.0.1'] })]));
    expect(zone.records).toEqual([]);
    expect(zone.notes).toMatchObject([{ message: /private zone/ }]);
  });
});

describe('the fixture', () => {
  const read = async (file: string) => {
    const text = readFileSync(`fixtures/plans/${file}`, 'utf8');
    const outcome = await readPlannedJson(text, { file });
    if (!('texts' in outcome) || outcome.texts[0] === undefined) throw new Error('no plan');
    return { zone: outcome.texts[0], lines: text.split('\n') };
  };

  test('has every record at the line of its value, in modules too', async () => {
    const { zone, lines } = await read('plan.json');
    expect(zone.problems).toEqual([]);
    for (const rr of zone.records) {
      const line = lines[(rr.place?.line ?? 0) - 1] ?? '';
      expect(line).toContain('strings' in rr ? (rr.strings[0] ?? '').slice(0, 30) : 'mx');
    }
    expect(zone.records.map(({ place }) => place?.what)).toEqual([
      'aws_route53_record.mx',
      'aws_route53_record.mx',
      'aws_route53_record.spf["example.com"]',
      'aws_route53_record.spf["example.com"]',
      'module.dkim.aws_route53_record.selector[0]',
    ]);
    expect(zone.removed?.map(({ name }) => name)).toContain('_dmarc.example.com');
    expect(zone.opaque).toMatchObject([{ name: '_verify.example.com', kind: 'unreadable' }]);
    expect(zone).toMatchObject({ apexes: [], origins: ['example.com'], piecemeal: true });
  });

  test('on one line has the address of the resource beside the line', async () => {
    const { zone } = await read('one-line.json');
    expect(zone.records[0]?.place).toEqual({ file: 'one-line.json', line: 1, what: 'aws_route53_record.mx' });
  });
});

describe('other plans', () => {
  test('without planned values the changes tell', async () => {
    const plan = planOf([aws({ name: 'a', type: 'TXT', records: ['x'] })], { planned_values: undefined });
    expect((await parse(plan)).records).toHaveLength(1);
  });
  test('without changes the planned values tell', async () => {
    const plan = planOf([aws({ name: 'a', type: 'TXT', records: ['x'] })], { resource_changes: undefined });
    expect((await parse(plan)).records).toHaveLength(1);
  });
  test('a change without actions takes nothing away', async () => {
    const plan = planOf([{ ...aws({ name: 'a', type: 'TXT', records: ['x'] }), actions: [] }]);
    expect((await parse(plan)).records).toHaveLength(1);
  });
  test('what is wrong before and after is said once', async () => {
    const values = { zone_id: 'Z9', name: 'relative', type: 'TXT', records: ['x'] };
    expect(await complaints({ type: 'aws_route53_record', before: values, after: values })).toHaveLength(1);
  });
  test('one that ended with an error says so, and one of a later format is not read', async () => {
    expect((await parse(planOf([], { errored: true }))).problems).toMatchObject([{ message: /ended with an error/ }]);
    const later = await parse(
      planOf([aws({ name: 'a', type: 'A', records: ['192.0.2.1'] })], { format_version: '2.0' }),
    );
    expect(later).toMatchObject({ records: [], problems: [{ message: /format "2\.0"/ }] });
  });
});

describe('whatever the JSON', () => {
  const scalar = fc.oneof(
    fc.constantFrom(
      'TXT',
      'MX',
      'A',
      'CNAME',
      '@',
      '',
      'Z1',
      'c1',
      'a',
      '"',
      '\\',
      '\\303',
      'example.com.',
      '1.0',
      '..',
      'TYPE99',
    ),
    fc.integer(),
    fc.double(),
    fc.boolean(),
    fc.constant(null),
    fc.string(),
  );
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small' },
      scalar,
      fc.array(tie('tree'), { maxLength: 3 }),
      fc.dictionary(
        fc.constantFrom(
          'address',
          'values',
          'change',
          'actions',
          'before',
          'after',
          'after_unknown',
          'type',
          'mode',
          'resources',
          'child_modules',
          'root_module',
          '__proto__',
          'constructor',
        ),
        tie('tree'),
        { maxKeys: 5 },
      ),
    ),
  }));
  const types = fc.constantFrom(
    'aws_route53_record',
    'aws_route53_zone',
    'cloudflare_record',
    'cloudflare_zone',
    'google_dns_record_set',
    'azurerm_dns_mx_record',
    'azurerm_dns_caa_record',
    'digitalocean_record',
    'ovh_domain_zone_record',
  );
  const values = fc.dictionary(
    fc.constantFrom(
      'name',
      'type',
      'ttl',
      'records',
      'record',
      'content',
      'value',
      'data',
      'priority',
      'rrdatas',
      'zone_id',
      'alias',
      'fqdn',
      'vpc',
      'proxied',
      'domain',
      'zone_name',
      'set_identifier',
      'target_resource_id',
    ),
    fc.oneof(scalar, tree, fc.array(scalar, { maxLength: 3 })),
  );
  const change = fc.record({
    type: types,
    after: values,
    before: values,
    unknown: values,
    sensitive: values,
    actions: fc.array(fc.constantFrom('create', 'delete', 'update', 'no-op', 'forget'), { maxLength: 2 }),
  });

  test('nothing is thrown, and every place is in the file', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 4 }), tree, async (changes, noise) => {
        const zone = await parse(planOf(changes, { prior_state: noise }));
        for (const { place } of [...zone.records, ...zone.opaque, ...(zone.removed ?? [])])
          expect(place).toMatchObject({ file: 'plan.json', line: 1 });
      }),
      { numRuns: 400 },
    );
  });
  test('nothing is thrown by plans that are none', async () => {
    await fc.assert(
      fc.asyncProperty(tree, tree, tree, async (planned, changes, prior) => {
        await parse({
          format_version: '1.0',
          planned_values: planned,
          resource_changes: changes ?? [],
          prior_state: prior,
        }).catch((error: Error) => expect(error.message).toContain('neither'));
      }),
      { numRuns: 400 },
    );
  });

  test('a plan of ten thousand records is read in good time', async () => {
    const changes = Array.from({ length: 10_000 }, (_, n): Change => ({
      ...aws({ name: `n${n}.example.com`, type: 'TXT', records: ['v=spf1 -all'] }),
      address: `aws_route53_record.many[${n}]`,
    }));
    const text = JSON.stringify(planOf(changes), undefined, 2);
    const start = cpuTime();
    const read = await readPlannedJson(text, { file: 'plan.json' });
    expect(cpuTime() - start).toBeLessThan(3000);
    expect('texts' in read && read.texts[0]?.records.length).toBe(10_000);
  });
});
