import {
  BY_SPF,
  EVALUATED,
  FAILING,
  IDENTIFIERS,
  NOTHING,
  RESULTS,
  healthy,
  recordCase,
  recordXml,
  replacedCase,
  xmlCase,
} from './case.ts';
import type { MatrixCase } from './case.ts';

const POLICY = { p: 'none', sp: 'reject', adkim: 'r', aspf: 's', pct: '100' };
function policyWithout(key: keyof typeof POLICY): Partial<typeof POLICY> {
  const { [key]: _, ...rest } = POLICY;
  return rest;
}
const DKIM = { domain: 'example.com', selector: 's1', result: 'pass' };
const resultOf = (result: string): string =>
  `<dkim><domain>example.com</domain><selector>s1</selector><result>${result}</result></dkim>`;
const reason = (xml: string): string => `${EVALUATED}${xml}`;
const noCount = { messages: 11, pass: 4, first: { count: 0 } };

/** What a report says, and what it leaves out. */
export const CONTENTS: readonly MatrixCase[] = [
  // Metadata
  replacedCase('no org_name', '<org_name>Receiver Inc</org_name>', '', {
    first: { reporter: 'receiver.example' },
    repairs: ['org_name is missing: the reporter is called "receiver.example"'],
  }),
  replacedCase('empty org_name', 'Receiver Inc', '', {
    first: { reporter: 'receiver.example' },
    repairs: ['org_name is missing'],
  }),
  replacedCase('no email', '<email>dmarc@receiver.example</email>', '', { first: { reporterEmail: undefined } }),
  replacedCase('neither org_name nor email', /<org_name>.*<\/email>/, '', {
    first: { reporter: 'unknown reporter', reporterEmail: undefined },
    repairs: ['org_name is missing: the reporter is called "unknown reporter"'],
  }),
  replacedCase('no report_id', /<report_id>.*<\/report_id>/, '', {
    first: { reportId: '' },
    repairs: ['report_id is missing'],
  }),
  replacedCase('dates with a fraction', '1700000000', '1700000000.75'),
  replacedCase('dates in milliseconds', '1700000000', '1700000000123', { repairs: ['is read as milliseconds'] }),
  replacedCase('date in words', '1700000000', '2023-11-14T22:13:20Z', { repairs: ['is read as a date'] }),
  replacedCase('no begin', '<begin>1700000000</begin>', '', {
    first: { begin: '2023-11-15T22:13:19Z' },
    repairs: ['date_range/begin is missing: the end stands in for it'],
  }),
  replacedCase('no period', /<date_range>.*<\/date_range>/, '', {
    ...NOTHING,
    failed: ['date_range/begin is missing'],
  }),
  xmlCase('data_range', (xml) => xml.replaceAll('date_range>', 'data_range>')),
  replacedCase('span of a week', '1700086399', '1700604800', { first: { end: '2023-11-21T22:13:20Z' } }),
  replacedCase('end before the begin', '1700086399', '1600000000', {
    first: { end: '2020-09-13T12:26:40Z' },
    repairs: ['date_range ends before it begins'],
  }),
  replacedCase('errors of the reporter', '<date_range>', '<error>no SPF</error><date_range>', {
    first: { errors: ['no SPF'] },
  }),

  // Policy
  replacedCase('no sp', '<sp>reject</sp>', '', { first: { policy: policyWithout('sp') } }),
  replacedCase('empty sp', '<sp>reject</sp>', '<sp/>', { first: { policy: policyWithout('sp') } }),
  replacedCase('no pct', '<pct>100</pct>', '', { first: { policy: policyWithout('pct') } }),
  replacedCase('empty pct', '<pct>100</pct>', '<pct></pct>', { first: { policy: policyWithout('pct') } }),
  replacedCase('no p', '<p>none</p>', '', { first: { policy: policyWithout('p') } }),
  replacedCase('no adkim', '<adkim>r</adkim>', '', { first: { policy: policyWithout('adkim') } }),
  replacedCase('empty aspf', '<aspf>s</aspf>', '<aspf/>', { first: { policy: policyWithout('aspf') } }),
  replacedCase(
    'policy domain in capitals',
    '<domain>example.com</domain><adkim>',
    '<domain>EXAMPLE.com.</domain><adkim>',
  ),
  replacedCase('no policy domain', '<domain>example.com</domain><adkim>', '<adkim>', {
    repairs: ['policy_published has no domain: "example.com", the first header_from, stands in for it'],
  }),
  replacedCase('no policy_published', /<policy_published>.*<\/policy_published>/, '', {
    first: { policy: {} },
    repairs: ['policy_published is missing', 'stands in for it', '3 records stand before the metadata or the policy'],
  }),
  xmlCase(
    'two policy_published',
    (xml) => xml.replace(/<policy_published>.*<\/policy_published>/, (one) => one + one.replace('none', 'reject')),
    {
      repairs: ['a second policy_published is ignored: the first counts'],
    },
  ),
  xmlCase(
    'shape of rfc 9990',
    (xml) =>
      xml
        .replace('<feedback>', '<feedback xmlns="urn:ietf:params:xml:ns:dmarc-2.0">\n<version>1.0</version>')
        .replace('<pct>100</pct>', '<np>reject</np><testing>y</testing><discovery_method>treewalk</discovery_method>')
        .replace('</email>', '</email><extra_contact_info>https://x.example</extra_contact_info>')
        .replace('<date_range>', '<generator>gen 1</generator><date_range>'),
    {
      first: {
        policy: { ...policyWithout('pct'), np: 'reject', testing: 'y', discoveryMethod: 'treewalk' },
        generator: 'gen 1',
      },
    },
  ),

  // Rows
  recordCase('results in capitals', { evaluated: '<disposition>NONE</disposition><dkim>Pass</dkim><spf>FAIL</spf>' }),
  recordCase(
    'disposition pass',
    { evaluated: '<disposition>pass</disposition><dkim>pass</dkim><spf>fail</spf>' },
    { first: { disposition: 'pass' } },
  ),
  recordCase(
    'empty disposition',
    { evaluated: '<disposition/><dkim>pass</dkim><spf>fail</spf>' },
    { first: { disposition: undefined } },
  ),
  recordCase('alignment in other words', {
    evaluated: '<disposition>none</disposition><dkim>pass</dkim><spf>softfail</spf>',
  }),
  recordCase(
    'alignment left out',
    { evaluated: '<disposition>none</disposition><dkim>pass</dkim>' },
    { first: { spfAligned: undefined } },
  ),
  recordCase(
    'reason in words',
    { evaluated: reason('<reason>sampled_out</reason>') },
    { first: { overrides: [{ type: 'sampled_out' }] } },
  ),
  recordCase('empty reason', { evaluated: reason('<reason/>') }),
  recordCase(
    'policy_test_mode',
    { evaluated: reason('<reason><type>policy_test_mode</type></reason>') },
    { first: { overrides: [{ type: 'policy_test_mode' }] } },
  ),
  recordCase(
    'several reasons',
    {
      evaluated: reason(
        '<reason><type>Local_Policy</type><comment>arc=pass</comment></reason><reason><type>mailing_list</type></reason>',
      ),
    },
    {
      first: { overrides: [{ type: 'local_policy', comment: 'arc=pass' }, { type: 'mailing_list' }] },
    },
  ),
  xmlCase('identities', (xml) => xml.replaceAll('identifiers>', 'identities>')),
  recordCase(
    'no header_from',
    { identifiers: '' },
    { repairs: ['record 1 has no header_from: the policy domain stands in for it'] },
  ),
  recordCase(
    'envelope_from',
    { identifiers: `<envelope_from>&lt;b@News.example.com&gt;</envelope_from>${IDENTIFIERS}` },
    { first: { envelopeFrom: 'news.example.com' } },
  ),
  replacedCase('no auth_results', /<auth_results>.*?<\/auth_results>/, '', { first: { dkim: [], spf: [] } }),
  replacedCase('empty auth_results', /<auth_results>.*?<\/auth_results>/, '<auth_results/>', {
    first: { dkim: [], spf: [] },
  }),
  recordCase('no spf', { results: resultOf('pass') }, { first: { spf: [] } }),
  recordCase(
    'several signatures',
    { results: RESULTS + RESULTS.replace('s1', 's2') },
    {
      first: {
        dkim: [DKIM, { ...DKIM, selector: 's2' }],
        spf: [1, 2].map(() => ({ domain: 'bounce.example.com', scope: 'mfrom', result: 'softfail' })),
      },
    },
  ),
  recordCase(
    'no selector',
    { results: RESULTS.replace('<selector>s1</selector>', '') },
    { first: { dkim: [{ domain: 'example.com', result: 'pass' }] } },
  ),
  recordCase(
    'hardfail',
    { results: RESULTS.replace('softfail', 'hardfail') },
    {
      first: { spf: [{ domain: 'bounce.example.com', scope: 'mfrom', result: 'hardfail' }] },
    },
  ),
  recordCase(
    'unknown',
    { results: RESULTS.replace('softfail', 'unknown') },
    {
      first: { spf: [{ domain: 'bounce.example.com', scope: 'mfrom', result: 'unknown' }] },
    },
  ),
  recordCase(
    'invalid',
    { results: resultOf('invalid') },
    { first: { dkim: [{ ...DKIM, result: 'invalid' }], spf: [] } },
  ),
  recordCase(
    'human_result',
    {
      results: resultOf('Pass</result><human_result>2048-bit key</human_result><result>').replace(
        '<result></result>',
        '',
      ),
    },
    {
      first: { dkim: [{ ...DKIM, humanResult: '2048-bit key' }], spf: [] },
    },
  ),
  xmlCase('zero records', (xml) => xml.replaceAll(/<record>.*<\/record>\n/g, ''), {
    records: 0,
    messages: 0,
    pass: 0,
    repairs: ['the report has no records'],
  }),
  xmlCase(
    'records before the metadata',
    () => {
      const xml = healthy('records before the metadata');
      const records = [recordXml(), BY_SPF, FAILING].join('\n');
      return xml.replace(`${records}\n`, '').replace('<feedback>', `<feedback>${records}`);
    },
    { repairs: ['3 records stand before the metadata or the policy'] },
  ),
  recordCase('ipv6', { sourceIp: '2001:0DB8:0:0:0:0:0:1' }, { first: { sourceIp: '2001:db8::1' } }),
  recordCase('ipv4 mapped into ipv6', { sourceIp: '::FFFF:c000:0207' }, { first: { sourceIp: '192.0.2.7' } }),
  recordCase(
    'no ip address',
    { sourceIp: '300.1.2.3' },
    { first: { sourceIp: '300.1.2.3' }, repairs: ['which is no IP address: kept as it is'] },
  ),
  recordCase('empty source_ip', { sourceIp: '' }, { first: { sourceIp: '' }, repairs: ['record 1 has no source_ip'] }),
  recordCase(
    'huge count',
    { count: '4294967296' },
    { messages: 4_294_967_307, pass: 4_294_967_300, first: { count: 4_294_967_296 } },
  ),
  recordCase(
    'count beyond all',
    { count: '99999999999999999999' },
    { ...noCount, repairs: ['its messages are not counted'] },
  ),
  recordCase(
    'count in words',
    { count: 'many' },
    { ...noCount, repairs: ['which is no number of messages: its messages are not counted'] },
  ),
  recordCase(
    'no count',
    { count: '' },
    { ...noCount, repairs: ['record 1 has no count: its messages are not counted'] },
  ),
  recordCase('unknown elements', { more: '<x><row><count>9</count></row></x>' }),
  recordCase('extension with a record of its own', { more: `<extension><record>${RESULTS}</record></extension>` }),
];
