import { HOST } from '../dane/example-hosts.ts';
import { defineCheck } from '../define-check.ts';
import { SILENT } from './example-hosts.ts';
import { admitSilent, established, perHost } from './sessions.ts';

const CURRENT = /^TLSv1\.[2-9]$/;

export default defineCheck({
  id: 'starttls/protocol',
  title: 'Mail hosts speak TLS 1.2 or newer',
  refs: [
    { label: 'RFC 8996 §3', url: 'https://www.rfc-editor.org/rfc/rfc8996#section-3' },
    { label: 'RFC 9325 §3.1.1', url: 'https://www.rfc-editor.org/rfc/rfc9325#section-3.1.1' },
  ],
  why: 'TLS 1.0 and 1.1 rest on MD5 and SHA-1, and must no longer be used. Senders that have turned them off find no common version: they deliver in the clear, or not at all.',
  fix: 'Bring the mail server and its TLS library to a release that speaks TLS 1.2 and 1.3, and turn both on',
  needs: ['smtp'],
  messages: {
    old: { level: 'warning', text: '`{host}` speaks no newer version{where} than {protocol}' },
  },
  examples: [
    { name: 'TLS 1.3', zone: HOST, smtp: { 'mail.example.com': {} }, expect: [] },
    { name: 'TLS 1.2', zone: HOST, smtp: { 'mail.example.com': { protocol: 'TLSv1.2' } }, expect: [] },
    { name: 'TLS 1.1', zone: HOST, smtp: { 'mail.example.com': { protocol: 'TLSv1.1' } }, expect: ['old'] },
    { name: 'TLS 1.0', zone: HOST, smtp: { 'mail.example.com': { protocol: 'TLSv1' } }, expect: ['old'] },
    SILENT,
  ],
  evaluate({ smtp }, findings) {
    admitSilent(smtp, findings);
    const old = perHost(smtp.hosts, (session) => {
      const protocol = established(session)?.protocol;
      return protocol === undefined || CURRENT.test(protocol) ? undefined : protocol;
    });
    for (const { what, host, where } of old) {
      const protocol = what === 'TLSv1' ? 'TLS 1.0' : what.replace(/^(TLS|SSL)v/, '$1 ');
      findings.add('old', { host, where, protocol });
    }
  },
});
