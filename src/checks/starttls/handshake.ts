import { LEAF_KEY_SHA256 } from '../dane/example-certificates.ts';
import { HOST, zoneWith } from '../dane/example-hosts.ts';
import { defineCheck } from '../define-check.ts';
import { ENFORCED, SILENT } from './example-hosts.ts';
import { insistenceOn } from './insistence.ts';
import { admitSilent, perHost } from './sessions.ts';

export default defineCheck({
  id: 'starttls/handshake',
  title: 'Where STARTTLS is offered, it leads to TLS',
  refs: [
    { label: 'RFC 3207 §4.1', url: 'https://www.rfc-editor.org/rfc/rfc3207#section-4.1' },
    { label: 'RFC 7672 §2.2', url: 'https://www.rfc-editor.org/rfc/rfc7672#section-2.2' },
    { label: 'RFC 8461 §4', url: 'https://www.rfc-editor.org/rfc/rfc8461#section-4' },
  ],
  why: 'A sender that takes up the offer and gets no TLS tries again later, some in the clear: mail is late, or can be read. Senders that honour DANE or MTA-STS never deliver this way.',
  fix: 'Look into the log of the mail server: a certificate or key that cannot be read, or settings that leave no common version or cipher are the usual causes',
  needs: ['smtp'],
  considers: ['tlsa', 'mtaSts'],
  messages: {
    fails: { level: 'warning', text: 'STARTTLS at `{host}`{where} leads to no TLS: {reason}' },
    promised: {
      level: 'error',
      text: 'STARTTLS at `{host}`{where} leads to no TLS, so senders that honour {promise} do not deliver: {reason}',
    },
  },
  examples: [
    { name: 'TLS', zone: HOST, smtp: { 'mail.example.com': {} }, expect: [] },
    { name: 'a refusal', zone: HOST, smtp: { 'mail.example.com': { startTls: 'refused' } }, expect: ['fails'] },
    { name: 'a failure', zone: HOST, smtp: { 'mail.example.com': { startTls: 'failed' } }, expect: ['fails'] },
    {
      name: 'a failure against the TLSA records',
      zone: zoneWith(`3 1 1 ${LEAF_KEY_SHA256}`),
      smtp: { 'mail.example.com': { startTls: 'failed' } },
      expect: ['promised'],
    },
    {
      name: 'a failure against MTA-STS',
      ...ENFORCED,
      smtp: { 'mail.example.com': { startTls: 'failed' } },
      expect: ['promised'],
    },
    {
      name: 'no offer, which is another matter',
      zone: HOST,
      smtp: { 'mail.example.com': { startTls: 'not-offered' } },
      expect: [],
    },
    SILENT,
  ],
  evaluate({ smtp, tlsa, mtaSts }, findings) {
    admitSilent(smtp, findings);
    const failing = perHost(smtp.hosts, ({ tls }) =>
      tls.state === 'refused' || tls.state === 'failed' ? tls.reason : undefined,
    );
    for (const { what: reason, host, where } of failing) {
      const promise = insistenceOn(host, tlsa, mtaSts).words;
      if (promise === '') findings.add('fails', { host, where, reason });
      else findings.add('promised', { host, where, reason, promise });
    }
  },
});
