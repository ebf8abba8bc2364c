import { defineCheck } from '../define-check.ts';
import { isRead, spanIn } from './records.ts';

export default defineCheck({
  id: 'spf/alias',
  title: 'The SPF record stands at the domain itself',
  refs: [
    { label: 'RFC 1034 §3.6.2', url: 'https://www.rfc-editor.org/rfc/rfc1034#section-3.6.2' },
    { label: 'RFC 7208 §11.1', url: 'https://www.rfc-editor.org/rfc/rfc7208#section-11.1' },
  ],
  why: 'Behind a CNAME the owner of the target writes the SPF record, and the MX and everything else with it. That may be intended for the bounce domain of a service, but it should be known.',
  fix: 'Publish records of your own instead of the CNAME, unless the target is meant to decide who sends for the domain',
  needs: ['spf'],
  messages: {
    followed: { level: 'note', text: 'The SPF record of `{domain}` is that of `{target}`, to which a CNAME leads' },
  },
  examples: [
    { name: 'a record at the domain', zone: '@ TXT "v=spf1 -all"', expect: [] },
    {
      name: 'a record behind a CNAME',
      zone: 'bounce CNAME mail.example.net.\nmail.example.net. TXT "v=spf1 -all"',
      domain: 'bounce.example.com',
      expect: ['followed'],
    },
  ],
  evaluate({ spf }, findings) {
    const { root } = spf;
    const target = root.via.at(-1);
    if (target === undefined || !isRead(root)) return;
    findings.add('followed', { domain: root.domain, target }, { at: spanIn(root) });
  },
});
