import {
  BY_SPF,
  EVALUATED,
  FAILING,
  IDENTIFIERS,
  RESULTS,
  healthy,
  recordCase,
  recordXml,
  replacedCase,
  xmlCase,
} from './case.ts';
import type { MatrixCase } from './case.ts';

const DKIM = { domain: 'example.com', selector: 's1', result: 'pass' };
const resultOf = (result: string): string =>
  `<dkim><domain>example.com</domain><selector>s1</selector><result>${result}</result></dkim>`;
const reason = (xml: string): string => `${EVALUATED}${xml}`;
const noCount = { messages: 11, pass: 4, first: { count: 0 } };

/** What its records say, and what they leave out. */
export const RECORD_CONTENTS: readonly MatrixCase[] = [
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
