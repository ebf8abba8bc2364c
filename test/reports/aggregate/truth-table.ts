import { gzipSync } from 'node:zlib';
import type { DmarcRecord, ReportHead } from '../../../src/reports/aggregate/row.ts';
import {
  EVALUATED,
  METADATA,
  POLICY,
  RESULTS,
  manyRecords,
  recordXml,
  reportXml,
} from '../../support/aggregate-xml.ts';

/** One document with one thing about it, and everything that must come of it. */
export interface Case {
  readonly name: string;
  readonly bytes: string | Uint8Array;
  /** How many records; 1 where it does not say. */
  readonly records?: number;
  /** What the first record must hold. */
  readonly first?: Partial<DmarcRecord>;
  readonly head?: Partial<ReportHead>;
  /** All repairs, in order. */
  readonly repairs?: readonly string[];
  /** Why it could not be read, or not to its end. */
  readonly error?: string;
  /** Intake refuses it with this. */
  readonly refused?: string;
}

const evaluated = (xml: string): string => reportXml({ records: [recordXml({ evaluated: xml })] });
const results = (xml: string): string => reportXml({ records: [recordXml({ results: xml })] });
const metadata = (from: string, to: string): string => reportXml({ metadata: METADATA.replace(from, to) });
const policy = (from: string, to: string): string => reportXml({ policy: POLICY.replace(from, to) });
const two = (second: string): string => reportXml({ records: [recordXml(), second] });
const good = reportXml();
const three = manyRecords(3);
const PREFIXED = good.replaceAll(/<(\/?)(?=[a-z])/g, '<$1d:');
const utf16 = (text: string, order: 'little' | 'big'): Uint8Array => {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le');
  return order === 'big' ? bytes.swap16() : bytes;
};

const withDoctype = (subset: string, xml: string): string =>
  xml.replace('<feedback>', `<!DOCTYPE feedback [${subset}]>\n<feedback>`);
const NEVER_EXPANDED =
  'uses an entity that the document itself declares and that is no short plain text; these are never expanded';

export const CASES: readonly Case[] = [
  {
    name: 'a healthy report',
    bytes: good,
    first: {
      sourceIp: '192.0.2.1',
      count: 3,
      disposition: 'none',
      overrides: [],
      dkimAligned: true,
      spfAligned: false,
      headerFrom: 'example.com',
      dkim: [{ domain: 'example.com', selector: 's1', result: 'pass' }],
      spf: [{ domain: 'bounce.example.com', scope: 'mfrom', result: 'softfail' }],
    },
    head: {
      reporter: 'Receiver Inc',
      reporterEmail: 'dmarc@receiver.example',
      reportId: 'r1',
      begin: 1_700_000_000,
      end: 1_700_086_399,
      policyDomain: 'example.com',
      policy: { p: 'none', sp: 'reject', adkim: 'r', aspf: 's', pct: '100' },
      errors: [],
    },
  },

  // Encodings and what stands around the document
  { name: 'no XML declaration', bytes: reportXml({ declaration: '' }) },
  { name: 'a UTF-8 byte order mark', bytes: `\uFEFF${good}` },
  { name: 'UTF-16, little-endian', bytes: utf16(good.replace('UTF-8', 'UTF-16'), 'little') },
  { name: 'UTF-16, big-endian', bytes: utf16(good.replace('UTF-8', 'UTF-16'), 'big') },
  { name: 'UTF-16 without a byte order mark', bytes: Buffer.from(good, 'utf16le') },
  { name: 'UTF-16 declared and UTF-8 sent', bytes: good.replace('UTF-8', 'UTF-16') },
  {
    name: 'Latin-1, declared',
    bytes: Buffer.from(good.replace('UTF-8', 'ISO-8859-1').replace('Receiver Inc', 'Empfänger'), 'latin1'),
    head: { reporter: 'Empfänger' },
  },
  {
    name: 'Latin-1, declared as UTF-8',
    bytes: Buffer.from(good.replace('Receiver Inc', 'Empfänger'), 'latin1'),
    head: { reporter: 'Empfänger' },
    repairs: ['not valid UTF-8, read as windows-1252'],
  },
  {
    name: 'windows-1252, undeclared',
    bytes: Buffer.from(reportXml({ declaration: '' }).replace('Receiver Inc', 'Caf\xE9 \x80'), 'latin1'),
    head: { reporter: 'Café €' },
    repairs: ['not valid UTF-8, read as windows-1252'],
  },
  {
    name: 'an encoding nobody knows',
    bytes: good.replace('UTF-8', 'x-martian'),
    repairs: ['unknown encoding "x-martian", read as UTF-8'],
  },
  { name: 'Shift_JIS, declared', bytes: good.replace('UTF-8', 'Shift_JIS') },
  {
    name: 'blank lines before the declaration',
    bytes: `\r\n\n${good}`,
    repairs: ['blanks before the XML declaration are ignored'],
  },
  { name: 'words before the declaration', bytes: `unused\n${good}`, repairs: ['text before the report is ignored'] },
  { name: 'blank lines behind the report', bytes: `${good}\n\n  ` },
  { name: 'words behind the report', bytes: `${good}\nthanks`, repairs: ['what follows the report is ignored'] },
  {
    name: 'a reference behind the report',
    bytes: `${good}&amp;`,
    repairs: ['what follows the report is ignored'],
  },
  { name: 'NULs behind the report', bytes: `${good}\0\0\0`, repairs: ['what follows the report is ignored'] },
  {
    name: 'a second report behind the first',
    bytes: `${good}\n${good.replace('r1', 'r2')}`,
    records: 2,
    repairs: ['another report follows in the same document: it is read, too'],
  },
  { name: 'windows line ends', bytes: good.replaceAll('\n', '\r\n') },
  { name: 'all on one line', bytes: good.replaceAll('\n', '') },

  // Names and structure
  {
    name: 'the RFC 9990 namespace',
    bytes: good.replace('<feedback>', '<feedback xmlns="urn:ietf:params:xml:ns:dmarc-2.0">'),
  },
  {
    name: 'a prefixed namespace',
    bytes: PREFIXED.replace('<d:feedback>', '<d:feedback xmlns:d="urn:ietf:params:xml:ns:dmarc-2.0">'),
  },
  { name: 'a prefix nobody declared', bytes: PREFIXED },
  { name: 'element names in capitals', bytes: good.replaceAll(/<\/?[a-z_]+>/g, (tag) => tag.toUpperCase()) },
  {
    name: 'attributes of Microsoft',
    bytes: good.replace('<feedback>', '<feedback xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="x">'),
  },
  {
    name: 'an xs:schema tag nobody closes (IKEA)',
    bytes: good.replace('<feedback>', '<xs:schema xmlns:xs="x">\n<feedback>'),
    repairs: ['the report stands inside <xs:schema>', 'not well-formed behind the report (unclosed tag: xs:schema)'],
  },
  {
    name: 'a report within another element',
    bytes: `<r>${reportXml({ declaration: '' })}</r>`,
    repairs: ['the report stands inside <r>'],
  },
  {
    name: 'unknown elements everywhere',
    bytes: reportXml({
      metadata: METADATA.replace('<email>', '<x><email>wrong</email></x><email>'),
      records: [recordXml({ more: '<x><row><count>9</count></row></x>' })],
    }),
    first: { count: 3 },
    head: { reporterEmail: 'dmarc@receiver.example' },
  },
  {
    name: 'an extension with a record of its own',
    bytes: reportXml({ policy: `${POLICY}<extension><record>${recordXml()}</record></extension>` }),
  },
  { name: 'a record in a comment', bytes: reportXml({ records: [`<!-- ${recordXml()} -->`, recordXml()] }) },
  { name: 'values in CDATA', bytes: metadata('Receiver Inc', '<![CDATA[A & B]]>'), head: { reporter: 'A & B' } },
  { name: 'numeric references', bytes: metadata('Receiver Inc', '&#65;&#x42;&amp;'), head: { reporter: 'AB&' } },
  {
    name: 'blanks around every value',
    bytes: good.replaceAll(/>([^<>\n]+)</g, '>\n\t $1 \n<'),
    first: { sourceIp: '192.0.2.1', count: 3, dkimAligned: true, headerFrom: 'example.com' },
  },
  {
    name: 'identities instead of identifiers',
    bytes: good.replaceAll('identifiers>', 'identities>'),
    first: { headerFrom: 'example.com' },
  },
  {
    name: 'its records within an element of no schema',
    bytes: reportXml({ records: ['<records>', recordXml(), recordXml(), '</records>'] }),
    records: 2,
    repairs: Array.from({ length: 2 }, () => 'the record stands within an element of no schema: read all the same'),
  },
  {
    name: 'what looks like a record within an extension',
    bytes: good.replace('</policy_published>', '</policy_published><extension><record><row/></record></extension>'),
    records: 1,
  },
  {
    name: 'the records before the metadata',
    bytes: `<feedback>${three.join('')}${METADATA}${POLICY}</feedback>`,
    records: 3,
    first: { count: 1 },
    repairs: ['3 records stand before the metadata or the policy'],
  },
  {
    name: 'two policy_published',
    bytes: reportXml({ policy: POLICY + POLICY.replace('none', 'reject') }),
    head: { policy: { p: 'none', sp: 'reject', adkim: 'r', aspf: 's', pct: '100' } },
    repairs: ['a second policy_published is ignored: the first counts'],
  },
  {
    name: 'an empty policy_published before the real one',
    bytes: reportXml({ policy: `<policy_published/>${POLICY}` }),
    head: { policyDomain: 'example.com' },
  },
  {
    name: 'no policy_published',
    bytes: reportXml({ policy: '' }),
    head: { policyDomain: 'example.com', policy: {} },
    repairs: [
      'policy_published is missing',
      'policy_published has no domain: "example.com", the first header_from, stands in for it',
      '1 record stands before the metadata or the policy',
    ],
  },
  {
    name: 'no policy domain',
    bytes: policy('<domain>example.com</domain>', ''),
    head: { policyDomain: 'example.com' },
    repairs: ['policy_published has no domain: "example.com", the first header_from, stands in for it'],
  },
  {
    name: 'a policy domain in capitals with a final dot',
    bytes: policy('example.com', 'EXAMPLE.com.'),
    head: { policyDomain: 'example.com' },
  },
  {
    name: 'an empty sp',
    bytes: policy('<sp>reject</sp>', '<sp/>'),
    head: { policy: { p: 'none', adkim: 'r', aspf: 's', pct: '100' } },
  },
  {
    name: 'np, testing and discovery_method',
    bytes: policy(
      '<pct>100</pct>',
      '<np>reject</np><testing>y</testing><discovery_method>treewalk</discovery_method><fo>1</fo>',
    ),
    head: {
      policy: {
        p: 'none',
        sp: 'reject',
        adkim: 'r',
        aspf: 's',
        np: 'reject',
        testing: 'y',
        discoveryMethod: 'treewalk',
        fo: '1',
      },
    },
  },
  {
    name: 't for testing',
    bytes: policy('<pct>100</pct>', '<t>y</t><psd>n</psd>'),
    head: { policy: { p: 'none', sp: 'reject', adkim: 'r', aspf: 's', testing: 'y' } },
  },
  { name: 'no records', bytes: reportXml({ records: [] }), records: 0, repairs: ['the report has no records'] },

  // Metadata
  {
    name: 'no org_name',
    bytes: metadata('<org_name>Receiver Inc</org_name>', ''),
    head: { reporter: 'receiver.example' },
    repairs: ['org_name is missing: the reporter is called "receiver.example"'],
  },
  {
    name: 'neither org_name nor email',
    bytes: metadata('<org_name>Receiver Inc</org_name><email>dmarc@receiver.example</email>', '<org_name/>'),
    head: { reporter: 'unknown reporter' },
    repairs: ['org_name is missing: the reporter is called "unknown reporter"'],
  },
  {
    name: 'a report_id in angle brackets',
    bytes: metadata('r1', '&lt;r1@receiver.example&gt;'),
    head: { reportId: 'r1@receiver.example' },
  },
  {
    name: 'no report_id',
    bytes: metadata('<report_id>r1</report_id>', ''),
    head: { reportId: '' },
    repairs: ['report_id is missing'],
  },
  { name: 'dates with a fraction', bytes: metadata('1700000000', '1700000000.75'), head: { begin: 1_700_000_000 } },
  {
    name: 'dates in milliseconds',
    bytes: metadata('1700000000', '1700000000123'),
    head: { begin: 1_700_000_000 },
    repairs: ['date_range/begin "1700000000123" is read as milliseconds'],
  },
  {
    name: 'an ISO date',
    bytes: metadata('1700000000', '2023-11-14T22:13:20+00:00'),
    head: { begin: 1_700_000_000 },
    repairs: ['date_range/begin "2023-11-14T22:13:20+00:00" is read as a date'],
  },
  {
    name: 'an ISO date without a zone',
    bytes: metadata('1700000000', '2023-11-14 22:13:20'),
    head: { begin: 1_700_000_000 },
    repairs: ['date_range/begin "2023-11-14 22:13:20" is read as a date in UTC'],
  },
  {
    name: 'no begin',
    bytes: metadata('<begin>1700000000</begin>', ''),
    head: { begin: 1_700_086_399, end: 1_700_086_399 },
    repairs: ['date_range/begin is missing: the end stands in for it'],
  },
  {
    name: 'an end that is no time',
    bytes: metadata('1700086399', 'soon'),
    head: { begin: 1_700_000_000, end: 1_700_000_000 },
    repairs: ['date_range/end is "soon", which is no time: the begin stands in for it'],
  },
  {
    name: 'no period at all',
    bytes: metadata('<date_range><begin>1700000000</begin><end>1700086399</end></date_range>', ''),
    records: 0,
    error: 'report_metadata/date_range/begin is missing',
  },
  {
    name: 'data_range for date_range',
    bytes: reportXml({ metadata: METADATA.replaceAll('date_range>', 'data_range>') }),
    head: { begin: 1_700_000_000, end: 1_700_086_399 },
  },
  {
    name: 'an end before the begin',
    bytes: metadata('1700086399', '1600000000'),
    head: { end: 1_600_000_000 },
    repairs: ['date_range ends before it begins (1700000000 to 1600000000): kept as it is'],
  },
  { name: 'a span of a week', bytes: metadata('1700086399', '1700604800'), head: { end: 1_700_604_800 } },
  { name: 'no report_metadata', bytes: reportXml({ metadata: '' }), records: 0, error: 'report_metadata is missing' },
  {
    name: 'errors and a generator',
    bytes: metadata(
      '<date_range>',
      '<error>no SPF</error><error lang="en">late</error><generator>gen 1</generator><date_range>',
    ),
    head: { errors: ['no SPF', 'late'], generator: 'gen 1' },
  },

  // Rows
  {
    name: 'results in capitals',
    bytes: evaluated('<disposition>NONE</disposition><dkim>Pass</dkim><spf>PASS</spf>'),
    first: { disposition: 'none', dkimAligned: true, spfAligned: true },
  },
  {
    name: 'words beyond pass and fail',
    bytes: evaluated('<disposition>pass</disposition><dkim>none</dkim><spf>softfail</spf>'),
    first: { disposition: 'pass', dkimAligned: false, spfAligned: false },
  },
  {
    name: 'an alignment left out',
    bytes: evaluated('<disposition>none</disposition><spf></spf>'),
    first: { disposition: 'none' },
  },
  {
    name: 'an empty reason',
    bytes: evaluated(`${EVALUATED}<reason/><reason><type/><comment></comment></reason>`),
    first: { overrides: [] },
  },
  {
    name: 'a reason in words, after it one of two elements',
    bytes: evaluated(
      `${EVALUATED}<reason>Sampled_out</reason>\n<reason>\n<type>other</type>\n<comment>x</comment>\n</reason>`,
    ),
    first: { overrides: [{ type: 'sampled_out' }, { type: 'other', comment: 'x' }] },
  },
  {
    name: 'a record that says nothing came in',
    bytes: two(recordXml({ sourceIp: '', count: '0', evaluated: '', identifiers: '<header_from/>', results: '' })),
    repairs: ['record 2 is blank, no address and no messages: nothing came in'],
  },
  {
    name: 'several reasons',
    bytes: evaluated(
      `${EVALUATED}<reason><type>Local_Policy</type><comment>arc=pass</comment></reason><reason><type>mailing_list</type></reason>`,
    ),
    first: { overrides: [{ type: 'local_policy', comment: 'arc=pass' }, { type: 'mailing_list' }] },
  },
  {
    name: 'a reason without a type',
    bytes: evaluated(`${EVALUATED}<reason><comment>why not</comment></reason>`),
    first: { overrides: [{ type: 'other', comment: 'why not' }] },
  },
  {
    name: 'no auth_results',
    bytes: good.replace(/<auth_results>.*<\/auth_results>/, ''),
    first: { dkim: [], spf: [], count: 3 },
  },
  {
    name: 'several signatures and two SPF results',
    bytes: results(RESULTS + RESULTS.replace('s1', 's2')),
    first: {
      dkim: [
        { domain: 'example.com', selector: 's1', result: 'pass' },
        { domain: 'example.com', selector: 's2', result: 'pass' },
      ],
      spf: [
        { domain: 'bounce.example.com', scope: 'mfrom', result: 'softfail' },
        { domain: 'bounce.example.com', scope: 'mfrom', result: 'softfail' },
      ],
    },
  },
  {
    name: 'a signature of which nothing is said',
    bytes: results('<dkim><domain/><result></result></dkim><spf><domain/><result>none</result></spf>'),
    first: { dkim: [], spf: [{ domain: '', result: 'none' }] },
  },
  {
    name: 'human_result',
    bytes: results(
      '<dkim><domain>EXAMPLE.com</domain><result>Fail</result><human_result>body hash</human_result></dkim>',
    ),
    first: { dkim: [{ domain: 'example.com', result: 'fail', humanResult: 'body hash' }] },
  },
  {
    name: 'an empty envelope_from',
    bytes: reportXml({
      records: [
        recordXml({
          identifiers:
            '<envelope_from/><header_from>Example.COM.</header_from><envelope_to>receiver.example</envelope_to>',
        }),
      ],
    }),
    first: { headerFrom: 'example.com', envelopeTo: 'receiver.example' },
  },
  {
    name: 'an address for envelope_from',
    bytes: reportXml({
      records: [
        recordXml({
          identifiers:
            '<envelope_from>&lt;bounce@News.example.com&gt;</envelope_from><header_from>example.com</header_from>',
        }),
      ],
    }),
    first: { envelopeFrom: 'news.example.com' },
  },
  {
    name: 'no header_from',
    bytes: reportXml({ records: [recordXml({ identifiers: '' })] }),
    first: { headerFrom: 'example.com' },
    repairs: ['record 1 has no header_from: the policy domain stands in for it'],
  },
  {
    name: 'an IPv6 address',
    bytes: reportXml({ records: [recordXml({ sourceIp: '2001:0DB8:0:0:0:0:0:1' })] }),
    first: { sourceIp: '2001:db8::1' },
  },
  {
    name: 'an IPv4-mapped address',
    bytes: reportXml({ records: [recordXml({ sourceIp: '::ffff:192.0.2.7' })] }),
    first: { sourceIp: '192.0.2.7' },
  },
  {
    name: 'a source_ip that is none',
    bytes: reportXml({ records: [recordXml({ sourceIp: '300.1.2.3' })] }),
    first: { sourceIp: '300.1.2.3', count: 3 },
    repairs: ['record 1 has the source_ip "300.1.2.3", which is no IP address: kept as it is'],
  },
  {
    name: 'a source_ip in brackets',
    bytes: reportXml({ records: [recordXml({ sourceIp: '[192.0.2.7]' })] }),
    first: { sourceIp: '192.0.2.7', count: 3 },
    repairs: ['record 1 has the source_ip "[192.0.2.7]", read as 192.0.2.7'],
  },
  {
    name: 'an empty source_ip',
    bytes: reportXml({ records: [recordXml({ sourceIp: '' })] }),
    first: { sourceIp: '', count: 3 },
    repairs: ['record 1 has no source_ip'],
  },
  {
    name: 'a count that is none',
    bytes: two(recordXml({ count: 'many' })),
    records: 2,
    repairs: ['record 2 has the count "many", which is no number of messages: its messages are not counted'],
  },
  {
    name: 'a negative count',
    bytes: reportXml({ records: [recordXml({ count: '-4' })] }),
    first: { count: 0 },
    repairs: ['record 1 has the count "-4", which is no number of messages: its messages are not counted'],
  },
  {
    name: 'no count',
    bytes: reportXml({ records: [recordXml({ count: '' })] }),
    first: { count: 0 },
    repairs: ['record 1 has no count: its messages are not counted'],
  },
  { name: 'a count of zero', bytes: reportXml({ records: [recordXml({ count: '0' })] }), first: { count: 0 } },
  {
    name: 'a count with a fraction of nothing',
    bytes: reportXml({ records: [recordXml({ count: '3.0' })] }),
    first: { count: 3 },
  },

  // Not well-formed
  {
    name: 'an & that is not escaped',
    bytes: two(
      recordXml({
        evaluated: `${EVALUATED}<reason><type>other</type><comment>AT&T said so</comment></reason>`,
        count: '5',
      }),
    ),
    records: 2,
    repairs: [
      'not well-formed at line 6, column 180 (an & that begins no reference): read record by record from there',
      'record is not well-formed (an & that begins no reference at line 6, column 180): read all the same',
    ],
  },
  {
    name: 'an & in the metadata',
    bytes: metadata('Receiver Inc', 'Smith & Sons'),
    head: { reporter: 'Smith & Sons' },
    repairs: [
      'not well-formed at line 3, column 34 (an & that begins no reference): read record by record from there',
      'report_metadata is not well-formed (an & that begins no reference at line 3, column 34): read all the same',
    ],
  },
  {
    name: 'an entity of HTML',
    bytes: metadata('Receiver Inc', 'Caf&eacute;'),
    head: { reporter: 'Caf&eacute;' },
    repairs: [
      'not well-formed at line 3, column 38 (undefined entity): read record by record from there',
      'report_metadata is not well-formed (undefined entity at line 3, column 38): read all the same',
    ],
  },
  {
    name: 'a tag closed under another name',
    bytes: two(recordXml({ count: '7' }).replace('</count>', '</cuont>')),
    records: 2,
    repairs: [
      'not well-formed at line 6, column 61 (unexpected close tag): read record by record from there',
      'record is not well-formed (unexpected close tag at line 6, column 61): read all the same',
    ],
  },
  {
    name: 'a row that is not closed',
    bytes: reportXml({ records: [recordXml().replace('</row>', ''), recordXml()] }),
    records: 2,
    first: { headerFrom: 'example.com', count: 3, dkim: [{ domain: 'example.com', selector: 's1', result: 'pass' }] },
    repairs: [
      'not well-formed at line 5, column 440 (unexpected close tag): read record by record from there',
      'record is not well-formed (unexpected close tag at line 5, column 440): read all the same',
    ],
  },
  {
    name: 'a record that is not closed, and whole all the same',
    bytes: reportXml({ records: [recordXml().replace('</record>', ''), recordXml()] }),
    records: 2,
    repairs: [
      'not well-formed at line 7, column 11 (unexpected close tag): read record by record from there',
      'record is not well-formed (not closed): read all the same',
    ],
  },
  {
    name: 'a record that ends in the middle while the report goes on',
    bytes: reportXml({ records: [recordXml().slice(0, 120), recordXml()] }),
    repairs: ['not well-formed at line 7, column 11 (unexpected close tag): read record by record from there'],
    error: 'not well-formed: a record is not closed',
  },
  {
    name: 'two records that are broken, each in its own way',
    bytes: reportXml({ records: [recordXml().slice(0, 120), recordXml({ more: '<!DOCTYPE x>' }), recordXml()] }),
    records: 1,
    repairs: [
      'not well-formed at line 6, column 446 (inappropriately located doctype declaration): read record by record from there',
    ],
    error: 'not well-formed: 2 records, the first of which is not closed',
  },
  {
    name: 'a record that ends within its identities while the report goes on',
    bytes: reportXml({
      records: [
        recordXml()
          .replaceAll('identifiers>', 'identities>')
          .replace(/<\/header_from>.*/s, ''),
        recordXml(),
      ],
    }),
    repairs: ['not well-formed at line 7, column 11 (unexpected close tag): read record by record from there'],
    error: 'not well-formed: a record is not closed',
  },
  {
    name: 'the end of a policy without its beginning',
    bytes: reportXml({ policy: `${POLICY}</policy_published>` }),
    repairs: [
      'not well-formed at line 4, column 154 (unexpected close tag): read record by record from there',
      'policy_published has lost its beginning',
    ],
  },
  {
    name: 'a < that is not escaped',
    bytes: two(recordXml({ evaluated: `${EVALUATED}<reason><type>other</type><comment>1 < 2</comment></reason>` })),
    records: 2,
    repairs: [
      'not well-formed at line 6, column 181 (disallowed character in tag name): read record by record from there',
      'record is not well-formed (disallowed character in tag name at line 6, column 181): read all the same',
    ],
  },
  {
    name: 'a declaration that is none',
    bytes: good.replace('version="1.0"', 'version=1.0'),
    repairs: ['not well-formed at line 1, column 15 (value must be quoted): read record by record from there'],
  },
  {
    name: 'a control character',
    bytes: two(recordXml({ evaluated: `${EVALUATED}<reason><type>other</type><comment>\u0001</comment></reason>` })),
    records: 2,
    repairs: [
      'not well-formed at line 6, column 178 (disallowed character): read record by record from there',
      'record is not well-formed (disallowed character at line 6, column 178): read all the same',
    ],
  },

  // Cut off
  {
    name: 'cut off in the third record',
    bytes: reportXml({ records: three }).slice(0, -100),
    records: 2,
    error: 'truncated at line 7, column 359 after 2 whole records',
  },
  {
    name: 'cut off between records',
    bytes: reportXml({ records: three, end: '' }),
    records: 3,
    error: 'truncated at line 8, column 0 after 3 whole records',
  },
  {
    name: 'cut off in an end tag',
    bytes: reportXml({ records: three, end: '</feedb' }),
    records: 3,
    error: 'truncated at line 8, column 7 after 3 whole records',
  },
  {
    name: 'cut off in the metadata',
    bytes: good.slice(0, 150),
    records: 0,
    error: 'truncated at line 3, column 100 after 0 whole records',
  },
  {
    name: 'cut off and with an &, too',
    bytes: reportXml({
      records: [recordXml({ evaluated: `${EVALUATED}<reason><comment>a & b</comment></reason>` }), ...three],
    }).slice(0, -100),
    records: 3,
    repairs: [
      'not well-formed at line 5, column 162 (an & that begins no reference): read record by record from there',
      'record is not well-formed (an & that begins no reference at line 5, column 162): read all the same',
    ],
    error: 'truncated at line 8 after 3 whole records',
  },
  {
    name: 'the end of a record without its beginning',
    bytes: `<feedback>${METADATA}${POLICY}<result>pass</result></spf></auth_results></record></feedback>`,
    records: 0,
    repairs: ['not well-formed at line 1, column 373 (unexpected close tag): read record by record from there'],
    error: 'not well-formed: a record has lost its beginning',
  },
  {
    name: 'gzip data cut off',
    bytes: gzipSync(reportXml({ records: three }), { level: 0 }).subarray(0, -100),
    records: 2,
    error: 'compressed data are cut off: truncated at line 7, column 367 after 2 whole records',
  },
  {
    name: 'gzip data with a wrong checksum',
    bytes: withWrongChecksum(gzipSync(good)),
    error: 'gzip data are damaged: the checksum does not match',
  },

  // Attacks
  {
    name: 'a document type',
    bytes: good.replace('<feedback>', '<!DOCTYPE feedback SYSTEM "file:///etc/passwd">\n<feedback>'),
    repairs: ['the document type declaration is ignored, entities it declares are never expanded'],
  },
  {
    name: 'an entity that is declared and not used',
    bytes: good.replace('<feedback>', '<!DOCTYPE feedback [<!ENTITY x "y">]>\n<feedback>'),
    repairs: ['the document type declaration is ignored, but for entities that are short plain text: &x;'],
  },
  {
    name: 'a row of another schema within a record',
    bytes: reportXml({
      records: [
        recordXml({
          more: '<x:row xmlns:x="urn:x"><x:count>9</x:count></x:row><x:identifiers><x:envelope_from>a.example</x:envelope_from></x:identifiers>',
        }),
      ],
    }),
    first: { count: 3, headerFrom: 'example.com' },
  },
  {
    name: 'an address with a name',
    bytes: metadata('dmarc@receiver.example', 'Reports &lt;dmarc@receiver.example&gt;'),
    head: { reporterEmail: 'dmarc@receiver.example' },
  },
  {
    name: 'control characters in the metadata',
    bytes: metadata('Receiver Inc', 'Rec\u0000eiver\u000B Inc'),
    head: { reporter: 'Receiver Inc' },
    repairs: [
      'not well-formed at line 3, column 31 (disallowed character): read record by record from there',
      'report_metadata is not well-formed (disallowed character at line 3, column 31): read all the same',
    ],
  },
  {
    name: 'an entity that is short and plain text',
    bytes: withDoctype(
      '<!-- <!ENTITY x "z"> --><!ENTITY x \'b\'><!ENTITY x "c"><!ELEMENT a (b)>',
      metadata('Receiver Inc', '&x;. & &x;. Inc'),
    ),
    head: { reporter: 'b. & b. Inc' },
    repairs: [
      'the document type declaration is ignored, but for entities that are short plain text: &x;',
      'not well-formed at line 4, column 33 (an & that begins no reference): read record by record from there',
      'report_metadata is not well-formed (an & that begins no reference at line 4, column 33): read all the same',
    ],
  },
  {
    name: 'an entity beside a stray &',
    bytes: withDoctype('<!ENTITY x "b">', metadata('Receiver Inc', '&x; Inc').replace('</feedback>', '')),
    head: { reporter: 'b Inc' },
    repairs: ['the document type declaration is ignored, but for entities that are short plain text: &x;'],
    error: 'truncated at line 7, column 0 after 1 whole record',
  },
  {
    name: 'entities that hold entities',
    bytes: withDoctype('<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">', metadata('Receiver Inc', '&b;')),
    repairs: ['the document type declaration is ignored, but for entities that are short plain text: &a;'],
    error: NEVER_EXPANDED,
    records: 0,
  },
  {
    name: 'an entity that is just short enough, among as many as are read',
    bytes: withDoctype(
      Array.from({ length: 32 }, (_, at) => `<!ENTITY e${at} "${'h'.repeat(64)}">`).join(''),
      metadata('Receiver Inc', '&e31;'),
    ),
    head: { reporter: 'h'.repeat(64) },
    repairs: [
      'the document type declaration is ignored, but for entities that are short plain text: &e0;, &e1;, &e2;, &e3;, &e4; and 27 more',
    ],
  },
  {
    name: 'an entity among more than are read',
    bytes: withDoctype(
      Array.from({ length: 33 }, (_, at) => `<!ENTITY e${at} "h">`).join(''),
      metadata('Receiver Inc', '&e0;'),
    ),
    repairs: ['the document type declaration is ignored, entities it declares are never expanded'],
    error: NEVER_EXPANDED,
    records: 0,
  },
  {
    name: 'an entity that may hold a parameter entity',
    bytes: withDoctype('<!ENTITY a "100%p;">', metadata('Receiver Inc', '&a;')),
    repairs: ['the document type declaration is ignored, entities it declares are never expanded'],
    error: NEVER_EXPANDED,
    records: 0,
  },
  {
    name: 'an entity that is long',
    bytes: withDoctype(`<!ENTITY a "${'h'.repeat(65)}">`, metadata('Receiver Inc', '&a;')),
    repairs: ['the document type declaration is ignored, entities it declares are never expanded'],
    error: NEVER_EXPANDED,
    records: 0,
  },
  {
    name: 'an entity that a parameter entity may declare otherwise',
    bytes: withDoctype('<!ENTITY % p SYSTEM "file:///etc/passwd">%p;<!ENTITY a "b">', metadata('Receiver Inc', '&a;')),
    repairs: ['the document type declaration is ignored, entities it declares are never expanded'],
    error: NEVER_EXPANDED,
    records: 0,
  },
  {
    name: 'an entity that is declared and used',
    bytes: two(recordXml({ identifiers: '<header_from>&x;</header_from>' })).replace(
      '<feedback>',
      '<!DOCTYPE feedback [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n<feedback>',
    ),
    repairs: ['the document type declaration is ignored, entities it declares are never expanded'],
    error: NEVER_EXPANDED,
  },
  {
    name: 'a document type within a record',
    bytes: two(recordXml({ more: '<!DOCTYPE x [<!ENTITY a "b">]>' })),
    repairs: [
      'not well-formed at line 6, column 446 (inappropriately located doctype declaration): read record by record from there',
    ],
    error: 'not well-formed: a record cannot be read (it holds a document type declaration)',
  },
  {
    name: 'elements without end',
    bytes: `${two('').slice(0, -11)}${'<a>'.repeat(1000)}`,
    error: 'elements nested more than 64 deep, the limit',
  },
  {
    name: 'a value without end',
    bytes: metadata('Receiver Inc', 'a'.repeat(70_000)),
    records: 0,
    error: 'an element with more than 65536 characters, the limit',
  },
  {
    name: 'more results than there can be',
    bytes: results(RESULTS.repeat(1001)),
    records: 0,
    error: 'more than 1000 DKIM results in a record, the limit',
  },

  // Something else
  { name: 'an empty file', bytes: '', records: 0, refused: 'empty file' },
  { name: 'blanks', bytes: ' \n\n ', records: 0, refused: 'no report: looks like nothing but blanks' },
  {
    name: 'a PNG image',
    bytes: Buffer.from('\x89PNG\r\n\x1A\n\0\0', 'latin1'),
    records: 0,
    refused: 'no report: looks like a PNG image',
  },
  { name: 'a PDF', bytes: '%PDF-1.7\n', records: 0, refused: 'no report: looks like a PDF' },
  { name: 'plain text', bytes: 'Dear customer\n', records: 0, refused: 'no report: looks like plain text' },
  { name: 'JSON', bytes: '{"a":1}', records: 0, refused: 'no report: looks like JSON' },
  {
    name: 'a TLS report, which another command reads',
    bytes: '{"organization-name":"x","policies":[]}',
    records: 0,
  },
  {
    name: 'a mail without a report',
    bytes: 'From: a@b.example\nSubject: Report Domain: x\n\nhello',
    records: 0,
  },
  {
    name: 'an HTML page',
    bytes: '<!doctype html><html><p>not found',
    records: 0,
    error: 'not a DMARC aggregate report: looks like an HTML page',
  },
  {
    name: 'another XML document',
    bytes: '<rss><channel/></rss>',
    records: 0,
    error: 'not a DMARC aggregate report: looks like XML with the root element <rss>',
  },
  {
    name: 'another XML document that has one in a comment',
    bytes: `<!-- ${reportXml({ declaration: '' })} --><rss><channel/></rss>`,
    records: 0,
    error: 'not a DMARC aggregate report: there is no feedback element in it',
  },
  {
    name: 'the same, not well-formed',
    bytes: `<!-- ${reportXml({ declaration: '' })} --><rss><channel></rss>`,
    records: 0,
    repairs: ['not well-formed at line 6, column 35 (unexpected close tag): read record by record from there'],
    error: 'not a DMARC aggregate report: there is no feedback element in it',
  },
];

function withWrongChecksum(gzip: Buffer): Buffer {
  gzip.writeUInt32LE(1, gzip.length - 8);
  return gzip;
}
