import { pslOrgDomain } from '../../../src/dmarc-policy/psl.ts';
import type { DmarcRecord, PolicyOverride, SpfResult } from '../../../src/reports/aggregate/row.ts';
import type { Sight } from './flow.ts';

/** What a receiver puts into its reports. */
export interface Reporter {
  readonly name: string;
  /** Of all mail, in parts of a thousand. */
  readonly share: number;
  readonly envelopeFrom?: true;
  readonly scope?: true;
  /** Leaves out selectors, all DKIM, or everything but what DMARC made of it. */
  readonly leavesOut?: 'selectors' | 'dkim' | 'results';
  /** Tells SPF of the HELO name as well. */
  readonly bothSpf?: true;
  /** RFC 9990: SPF of MAIL FROM only, none where it is empty. */
  readonly mailFromOnly?: true;
  /** Words of its own. */
  readonly words?: Readonly<Record<string, string>>;
  /** What it says where it took the message all the same. */
  readonly overrides?: Readonly<Partial<Record<'list' | 'forward' | 'arc', PolicyOverride>>>;
  /** DNS fails it now and then. */
  readonly errors?: number;
}

const said = (type: string, comment?: string): PolicyOverride => ({
  type,
  ...(comment === undefined ? {} : { comment }),
});

export const REPORTERS: readonly Reporter[] = [
  { name: 'google.com', share: 430, overrides: { arc: said('local_policy', 'arc=pass') } },
  { name: 'yahoo.com', share: 140, overrides: { arc: said('trusted_forwarder') } },
  {
    name: 'enterprise.protection.outlook.com',
    share: 110,
    envelopeFrom: true,
    scope: true,
    overrides: { arc: said('trusted_forwarder') },
  },
  { name: 'outlook.com', share: 90, envelopeFrom: true, scope: true, overrides: { arc: said('other', 'arc=pass') } },
  { name: 'comcast.net', share: 40, envelopeFrom: true, overrides: { arc: said('mailing_list') } },
  {
    name: 'gmx.net',
    share: 50,
    envelopeFrom: true,
    scope: true,
    mailFromOnly: true,
    overrides: { arc: said('mailing_list') },
  },
  { name: 'mail.ru', share: 20, bothSpf: true, scope: true, envelopeFrom: true, overrides: { arc: said('forwarded') } },
  {
    name: 'fastmail.com',
    share: 15,
    envelopeFrom: true,
    scope: true,
    errors: 0.01,
    overrides: { arc: said('local_policy', 'arc=pass as[2].d=lists') },
  },
  {
    name: 'noselectors.example',
    share: 20,
    leavesOut: 'selectors',
    envelopeFrom: true,
    overrides: { arc: said('mailing_list') },
  },
  { name: 'nodkim.example', share: 10, leavesOut: 'dkim', overrides: { arc: said('mailing_list') } },
  { name: 'bare.example', share: 5, leavesOut: 'results', overrides: { arc: said('mailing_list') } },
  {
    name: 'words.example',
    share: 10,
    words: { fail: 'hardfail', none: 'unknown' },
    overrides: { arc: said('mailing_list') },
  },
];

/** Who saw a message, says it this way. */
export function told(sight: Sight, count: number, reporter: Reporter, strict: boolean, shaky: boolean): DmarcRecord {
  const aligned = (domain: string): boolean =>
    strict ? domain === sight.from : pslOrgDomain(domain) === pslOrgDomain(sight.from);
  const word = (result: string): string => reporter.words?.[result] ?? result;
  // An empty MAIL FROM is checked as postmaster@HELO (RFC 7208 §2.4).
  const [domain, result] = sight.envelope === '' ? [sight.helo, sight.heloSpf] : [sight.envelope, sight.spf];
  const spfResult = shaky && result !== 'pass' ? 'temperror' : result;
  const mailFrom: SpfResult = {
    domain,
    result: word(spfResult),
    ...(reporter.scope === true ? { scope: sight.envelope === '' ? 'helo' : 'mfrom' } : {}),
  };
  const spf = [
    ...(reporter.mailFromOnly === true && sight.envelope === '' ? [] : [mailFrom]),
    ...(reporter.bothSpf === true && sight.envelope !== ''
      ? [{ domain: sight.helo, scope: 'helo', result: word(sight.heloSpf) }]
      : []),
  ];
  const override = sight.handling === undefined ? undefined : reporter.overrides?.[sight.handling];
  const dkimAligned = sight.dkim.some((one) => one.result === 'pass' && aligned(one.domain));
  const spfAligned = result === 'pass' && aligned(domain) && !(reporter.mailFromOnly === true && sight.envelope === '');
  return {
    sourceIp: sight.ip,
    count,
    disposition: 'none',
    overrides: override === undefined || dkimAligned || spfAligned ? [] : [override],
    dkimAligned,
    spfAligned,
    headerFrom: sight.from,
    ...(reporter.envelopeFrom === true && sight.envelope !== '' ? { envelopeFrom: sight.envelope } : {}),
    dkim:
      reporter.leavesOut === 'dkim' || reporter.leavesOut === 'results'
        ? []
        : sight.dkim.map(({ selector, ...one }) => ({
            ...one,
            result: word(one.result),
            ...(reporter.leavesOut === 'selectors' || selector === undefined ? {} : { selector }),
          })),
    spf: reporter.leavesOut === 'results' ? [] : spf,
  };
}
