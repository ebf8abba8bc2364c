import { KEYS, type KeyName } from './keys.ts';
import { DOMAIN, HELP, HUBSPOT_SELECTOR, INVOICE_SELECTOR, NEWS, SES_TOKENS } from './story.ts';

interface Fault {
  readonly id: string;
  /** The topic of the checks that should say it: a folder below `checks/`. */
  readonly topic: 'spf' | 'dkim' | 'dmarc' | 'mx' | 'mta-sts' | 'dns';
  /** The name it stands at. */
  readonly at: string;
  readonly story: string;
}
const fault = (topic: Fault['topic'], id: string, at: string, story: string): Fault => ({ id, topic, at, story });

const FAULTS: readonly Fault[] = [
  fault('spf', 'eleven-lookups', DOMAIN, 'the whole tree needs 11 lookups, one more than receivers make'),
  fault('spf', 'dead-include', DOMAIN, 'include:old-crm.example does not exist: an error for good, and a void lookup'),
  fault('spf', 'dead-address', DOMAIN, 'a:fax.casaluna.example does not exist: a void lookup'),
  fault('spf', 'useless-include', DOMAIN, 'include:servers.mcsv.net: Mailchimp uses an envelope of its own'),
  fault('spf', 'useless-include', DOMAIN, 'include:amazonses.com: SES uses bounce.casaluna.example, which has its own'),
  fault(
    'spf',
    'useless-include',
    DOMAIN,
    'include:4711802.spf03.hubspotemail.net: HubSpot uses an envelope of its own',
  ),
  fault('spf', 'useless-include', DOMAIN, 'include:mail.zendesk.com: Zendesk uses an envelope of its own'),
  fault('spf', 'soft-fail', DOMAIN, 'ends in ~all; a choice rather than a fault'),
  fault('spf', 'no-record', HELP, 'help.casaluna.example sends and has no SPF record'),
  fault('dkim', 'short-key', `${HUBSPOT_SELECTOR}._domainkey.${DOMAIN}`, '1024 bits'),
  fault('dkim', 'revoked-key', `old2023._domainkey.${DOMAIN}`, 'an empty p='),
  fault('dkim', 'no-selector', HELP, 'help.casaluna.example sends and nothing signs for it'),
  fault('dmarc', 'policy-none', `_dmarc.${DOMAIN}`, 'p=none'),
  fault('dmarc', 'no-subdomain-policy', `_dmarc.${DOMAIN}`, 'no sp'),
  fault('dmarc', 'no-nonexistent-policy', `_dmarc.${DOMAIN}`, 'no np, and somebody mails from pago.casaluna.example'),
  fault('dmarc', 'historic-tag', `_dmarc.${DOMAIN}`, 'pct=100'),
  fault('dmarc', 'unwilling-destination', `_dmarc.${DOMAIN}`, 'dmarc-service.example has not agreed to get reports'),
  fault('dmarc', 'failure-reports', `_dmarc.${DOMAIN}`, 'ruf asks for copies of mail'),
  fault('dmarc', 'no-record', HELP, 'none of its own: the policy of casaluna.example applies'),
  fault('mta-sts', 'no-record', DOMAIN, 'nothing asks senders for encryption'),
  fault('dns', 'unsigned', DOMAIN, 'no DNSSEC'),
  fault('mx', 'no-address', DOMAIN, 'backup.casaluna.example has no address'),
];

interface SelectorTruth {
  readonly domain: string;
  readonly selector: string;
  readonly state: 'valid' | 'revoked';
  readonly bits?: number;
  readonly target?: string;
}
const valid = (domain: string, selector: string, key: KeyName, target?: string): SelectorTruth => ({
  domain,
  selector,
  state: 'valid',
  bits: KEYS[key].bits,
  ...(target === undefined ? {} : { target }),
});

const SELECTORS: readonly SelectorTruth[] = [
  valid(DOMAIN, SES_TOKENS[0], 'ses1', `${SES_TOKENS[0]}.dkim.amazonses.com`),
  valid(DOMAIN, SES_TOKENS[1], 'ses2', `${SES_TOKENS[1]}.dkim.amazonses.com`),
  valid(DOMAIN, SES_TOKENS[2], 'ses3', `${SES_TOKENS[2]}.dkim.amazonses.com`),
  valid(NEWS, 'k2', 'mailchimp2', 'dkim2.mcsv.net'),
  valid(NEWS, 'k3', 'mailchimp3', 'dkim3.mcsv.net'),
  valid(DOMAIN, HUBSPOT_SELECTOR, 'hubspot1', 'casaluna-example.hs03a.dkim.hubspotemail.net'),
  valid(DOMAIN, 'hs2-4711802', 'hubspot2', 'casaluna-example.hs03b.dkim.hubspotemail.net'),
  valid(DOMAIN, 'selector1', 'microsoft1', 'selector1-casaluna-example._domainkey.casaluna.onmicrosoft.com'),
  valid(DOMAIN, 'selector2', 'microsoft2', 'selector2-casaluna-example._domainkey.casaluna.onmicrosoft.com'),
  valid(DOMAIN, INVOICE_SELECTOR, 'invoices'),
  { domain: DOMAIN, selector: 'old2023', state: 'revoked' },
];

/** What an audit of casaluna.example must find, and what is healthy. */
export const DNS_TRUTH = {
  faults: FAULTS,
  spfLookups: 11,
  spfVoids: 2,
  spfLookupsWithoutDeadInclude: 10,
  voidNames: ['old-crm.example', `fax.${DOMAIN}`],
  absent: ['mta-sts', 'tls-rpt', 'bimi', 'dnssec'],
  selectors: SELECTORS,
} as const;
