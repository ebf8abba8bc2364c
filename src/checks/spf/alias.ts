import { defineCheck } from '../define-check.ts';
import { isRead, spanIn } from './records.ts';

export default defineCheck({
  id: 'spf/alias',
  title: 'The SPF record stands at the domain itself',
  refs: [
    { label: 'RFC 1034 §3.6.2', url: 'https://www.rfc-editor.org/rfc/rfc1034#section-3.6.2' },
    { label: 'RFC 7208 §8.3', url: 'https://www.rfc-editor.org/rfc/rfc7208#section-8.3' },
  ],
  why: 'Behind a CNAME the owner of the target writes the SPF record, and the MX and everything else with it. That may be intended for the bounce domain of a service, but it should be known. Where the domain of the target has lapsed, anybody can register it, and that owner is whoever does.',
  fix: 'Publish records of your own instead of the CNAME, unless the target is meant to decide who sends for the domain',
  needs: ['existence'],
  considers: ['spf', 'danglingAlias'],
  messages: {
    followed: { level: 'note', text: 'The SPF record of `{domain}` is that of `{target}`, to which a CNAME leads' },
    free: {
      level: 'error',
      text: '`{domain}` is a CNAME into `{registered}`, which does not exist: whoever registers it answers for `{domain}`, and may send as it',
    },
  },
  examples: [
    { name: 'a record at the domain', zone: '@ TXT "v=spf1 -all"', expect: [] },
    {
      name: 'a record behind a CNAME',
      zone: 'bounce CNAME mail.example.net.\nmail.example.net. TXT "v=spf1 -all"',
      domain: 'bounce.example.com',
      expect: ['followed'],
    },
    {
      name: 'a CNAME into a domain that is gone',
      zone: 'net. NS ns.nic.net.\nbounce CNAME u999.gone.net.',
      domain: 'bounce.example.com',
      expect: ['free'],
    },
    {
      name: 'a CNAME to a name that is gone from a domain that is there',
      zone: 'net. NS ns.nic.net.\ngone.net. NS ns.nic.net.\nbounce CNAME u999.gone.net.',
      domain: 'bounce.example.com',
      expect: [],
    },
    {
      name: 'a CNAME into a domain that cannot be looked up',
      zone: 'net. NS ns.nic.net.\nbounce CNAME u999.gone.net.',
      domain: 'bounce.example.com',
      servfail: ['gone.net'],
      expect: [],
      outcome: 'inconclusive',
    },
  ],
  evaluate({ spf, danglingAlias }, findings) {
    const { domain } = findings;
    if (danglingAlias.state === 'found') {
      const { via, lapsed } = danglingAlias.value;
      if (lapsed.state === 'unknown') findings.inconclusive(lapsed.reason);
      if (lapsed.state !== 'found') return;
      const registered = lapsed.value;
      const text = via.join(' → ');
      const at = { source: `${domain} CNAME`, text, start: text.length - registered.length, end: text.length };
      const fix =
        'remove the CNAME at once; where the service is still in use, copy its target again from its settings';
      const changes = [{ kind: 'remove', name: domain, type: 'CNAME', old: `${via[0]}.` }] as const;
      findings.add('free', { domain, registered }, { at, fix, changes });
      return;
    }
    if (spf.state === 'absent') return;
    const { root } = spf.value;
    const target = root.via.at(-1);
    if (target === undefined || !isRead(root)) return;
    findings.add('followed', { domain, target }, { at: spanIn(root) });
  },
});
