import { LEAF_KEY_SHA256 } from '../dane/example-certificates.ts';
import { HOST, zoneWith } from '../dane/example-hosts.ts';
import { defineCheck } from '../define-check.ts';
import { ENFORCED, SILENT } from './example-hosts.ts';
import { insistenceOn } from './insistence.ts';
import { admitSilent, perHost } from './sessions.ts';

/** What some firewalls put in the place of keywords they do not want to be seen: `XXXXXXXA`. */
const BLANKED = /^X{7,}[A-Z]?$/;

export default defineCheck({
  id: 'starttls/offer',
  title: 'Mail hosts offer STARTTLS',
  refs: [
    { label: 'RFC 3207 §4', url: 'https://www.rfc-editor.org/rfc/rfc3207#section-4' },
    { label: 'RFC 7672 §2.2', url: 'https://www.rfc-editor.org/rfc/rfc7672#section-2.2' },
    { label: 'RFC 8461 §4', url: 'https://www.rfc-editor.org/rfc/rfc8461#section-4' },
  ],
  why: 'Without STARTTLS mail to the domain travels in the clear, and everybody on its way can read and change it. Some senders refuse to send such mail at all. Those that honour DANE or MTA-STS take the lack for an attack.',
  fix: 'Give the mail server a certificate and turn STARTTLS on for port 25; where it is on, let no firewall take it out of the conversation',
  needs: ['smtp'],
  considers: ['tlsa', 'mtaSts'],
  messages: {
    none: {
      level: 'warning',
      text: '`{host}` offers no STARTTLS{where}, so mail for `{domain}` can be read on its way',
    },
    promised: {
      level: 'error',
      text: '`{host}` offers no STARTTLS{where}, though {promise} promises it: senders that honour this do not deliver',
    },
  },
  examples: [
    { name: 'STARTTLS', zone: HOST, smtp: { 'mail.example.com': {} }, expect: [] },
    { name: 'none', zone: HOST, smtp: { 'mail.example.com': { startTls: 'not-offered' } }, expect: ['none'] },
    {
      name: 'none, against the TLSA records',
      zone: zoneWith(`3 1 1 ${LEAF_KEY_SHA256}`),
      smtp: { 'mail.example.com': { startTls: 'not-offered' } },
      expect: ['promised'],
    },
    {
      name: 'none, against unsigned TLSA records that nobody goes by',
      zone: zoneWith(`3 1 1 ${LEAF_KEY_SHA256}`),
      smtp: { 'mail.example.com': { startTls: 'not-offered' } },
      authentic: [],
      expect: ['none'],
    },
    {
      name: 'none, against MTA-STS',
      ...ENFORCED,
      smtp: { 'mail.example.com': { startTls: 'not-offered' } },
      expect: ['promised'],
    },
    {
      name: 'a firewall that blanks it out, here or there',
      zone: HOST,
      smtp: { 'mail.example.com': { startTls: 'not-offered', extensions: ['SIZE 1000', 'XXXXXXXA'] } },
      expect: [],
      outcome: 'inconclusive',
    },
    { name: 'nobody asked', zone: HOST, expect: [], outcome: 'not-applicable' },
    SILENT,
  ],
  evaluate({ smtp, tlsa, mtaSts }, findings) {
    admitSilent(smtp, findings);
    const { domain } = findings;
    const lacking = perHost(smtp.hosts, ({ tls, extensions }) =>
      tls.state === 'not-offered' ? extensions.some((one) => BLANKED.test(one)) : undefined,
    );
    for (const { what: blanked, host, where } of lacking) {
      const promise = insistenceOn(host, tlsa, mtaSts).words;
      if (blanked) findings.inconclusive(`a firewall between here and ${host} blanks extensions out`);
      else if (promise === '') findings.add('none', { host, where, domain });
      else findings.add('promised', { host, where, promise });
    }
  },
});
