import { NOTHING, replacedCase, xmlCase } from './case.ts';
import type { MatrixCase } from './case.ts';

const POLICY = { p: 'none', sp: 'reject', adkim: 'r', aspf: 's', pct: '100' };
function policyWithout(key: keyof typeof POLICY): Partial<typeof POLICY> {
  const { [key]: _, ...rest } = POLICY;
  return rest;
}

/** What a report says of itself and of the policy, and what it leaves out. */
export const HEAD_CONTENTS: readonly MatrixCase[] = [
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
];
