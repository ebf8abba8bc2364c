import type { NamedSender } from '../../sources/senders.ts';
import { defineCheck } from '../define-check.ts';
import { GOOD_KEY } from '../dkim/example-keys.ts';
import { remedy } from './remedy.ts';

export default defineCheck({
  id: 'expectation/senders',
  title: 'The services that send for the domain are those expected',
  refs: [
    { label: 'RFC 7208 §11.4', url: 'https://www.rfc-editor.org/rfc/rfc7208#section-11.4' },
    { label: 'RFC 6376 §6.1.2', url: 'https://www.rfc-editor.org/rfc/rfc6376#section-6.1.2' },
  ],
  why: 'A service that stays in the records after the contract has ended can still send as you, and so can one that somebody added without asking. One that was dropped from them sends mail that fails.',
  fix: 'Take services that are no longer used out of the records, and publish what those in use ask for',
  needs: ['expectations', 'senders'],
  messages: {
    unexpected: {
      level: 'error',
      text: '`{by}` names {service} (`{id}`), which is not expected to send for `{domain}`',
    },
    unnamed: { level: 'error', text: '`{id}` is expected to send for `{domain}`, and no record names it' },
  },
  examples: [
    {
      name: 'the services expected, by SPF and by DKIM',
      expectations: { senders: ['google-workspace', 'brevo'] },
      zone: `@ TXT "v=spf1 include:_spf.google.com ~all"\nbrevo1._domainkey CNAME b1.example-com.dkim.brevo.com.\nb1.example-com.dkim.brevo.com. TXT ${GOOD_KEY}`,
      expect: [],
    },
    {
      name: 'a service too many in SPF',
      expectations: { senders: ['google-workspace'], place: { file: 'sendaudit.json', line: 9 } },
      zone: '@ TXT "v=spf1 include:_spf.google.com include:sendgrid.net ~all"',
      expect: ['unexpected'],
    },
    {
      name: 'a key left over from a service',
      expectations: { senders: [] },
      zone: `@ TXT "v=spf1 -all"\nbrevo1._domainkey CNAME b1.example-com.dkim.brevo.com.\nb1.example-com.dkim.brevo.com. TXT ${GOOD_KEY}`,
      selectors: ['brevo1'],
      expect: ['unexpected'],
    },
    {
      name: 'a service that no record names',
      expectations: { senders: ['google-workspace', 'brevo'] },
      zone: '@ TXT "v=spf1 include:_spf.google.com ~all"',
      expect: ['unnamed'],
    },
    {
      name: 'what a service includes itself, which is its own affair',
      expectations: { senders: ['google-workspace'] },
      zone: '@ TXT "v=spf1 include:_spf.google.com ~all"\n_spf.google.com. TXT "v=spf1 include:sendgrid.net ~all"',
      expect: [],
    },
    {
      name: 'what the domain includes itself',
      expectations: { senders: ['google-workspace'] },
      zone: '@ TXT "v=spf1 include:_spf.example.com ~all"\n_spf TXT "v=spf1 include:sendgrid.net include:_spf.google.com ~all"',
      expect: ['unexpected'],
    },
    {
      name: 'a service that runs on another',
      expectations: { senders: ['resend'] },
      zone: '@ TXT "v=spf1 include:amazonses.com ~all"',
      expect: [],
    },
    {
      name: 'mailboxes at a service that is not expected',
      expectations: { senders: [] },
      zone: '@ MX 1 smtp.google.com.',
      expect: ['unexpected'],
    },
    {
      name: 'a filter in front of the mailboxes, which only receives',
      expectations: { senders: [] },
      zone: '@ MX 10 us-smtp-inbound-1.mimecast.com.',
      expect: [],
    },
    {
      name: 'SPF that cannot be read',
      expectations: { senders: ['google-workspace'] },
      zone: '@ TXT "v=spf1 redirect=_spf.example.com"',
      servfail: ['_spf.example.com'],
      expect: [],
      outcome: 'inconclusive',
    },
    { name: 'nothing expected', zone: '@ TXT "v=spf1 -all"', expect: [], outcome: 'not-applicable' },
  ],
  evaluate({ expectations, senders: { named, expected: known, unknowns } }, findings) {
    const { senders: expected } = expectations;
    if (expected === undefined) {
      findings.notApplicable('no senders are said to be expected');
      return;
    }
    for (const reason of unknowns) findings.inconclusive(reason);
    const { domain } = findings;
    // Resend sends through Amazon SES, and only the landlord may show in the records.
    const landlords = (id: string): readonly string[] => known.find((one) => one.id === id)?.runsOn ?? [];
    const accepted = new Set(expected.flatMap((id) => [id, ...landlords(id)]));
    const reported = new Set<string>();
    for (const one of named) {
      const { provider, by, at } = one;
      const { id, name: service } = provider;
      if (accepted.has(id) || reported.has(id) || !isSender(one)) continue;
      reported.add(id);
      const fix = remedy(`take \`${by}\` out of the records`, expectations);
      findings.add('unexpected', { by, service, id, domain }, { fix, ...(at === undefined ? {} : { at }) });
    }
    if (unknowns.length > 0) return;
    const shown = new Set(named.map(({ provider }) => provider.id));
    for (const id of new Set(expected)) {
      if ([id, ...landlords(id)].some((one) => shown.has(one))) continue;
      findings.add('unnamed', { id, domain }, { fix: remedy('publish the records it asks for', expectations) });
    }
  },
});

/** Who takes the mail of a domain sends it too where people have mailboxes; a filter or forwarder need not. */
const isSender = ({ in: where, provider }: NamedSender): boolean => where !== 'mx' || provider.category === 'mailbox';
