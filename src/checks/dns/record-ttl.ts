import { defineCheck } from '../define-check.ts';

const HOUR = 3600;
/** Usual TTLs end at a day (RFC 1912 §2.2). A short one is not judged: a cache only tells what is left of it. */
const LONGEST = 24 * HOUR;

export default defineCheck({
  id: 'dns/record-ttl',
  title: 'Records for mail are not remembered for more than a day',
  refs: [{ label: 'RFC 1912 §2.2', url: 'https://www.rfc-editor.org/rfc/rfc1912#section-2.2' }],
  why: 'A record with a long TTL stays in the caches of the world after it was changed. When a key has leaked, or a sender was forgotten in SPF, there is no way to put that right before the time is over.',
  fix: 'Let the TTL be an hour to a day; shorter before a change',
  needs: ['existence'],
  considers: ['text', 'mx', 'dkim'],
  messages: {
    long: { level: 'note', text: '{records} may be remembered for {hours} hours' },
  },
  examples: [
    { name: 'an hour', zone: '@ 3600 TXT "v=spf1 mx -all"\n@ 3600 MX 10 mail', expect: [] },
    { name: 'a day', zone: '@ 86400 TXT "v=spf1 mx -all"', expect: [] },
    { name: 'a week', zone: '@ 604800 TXT "v=spf1 mx -all"', expect: ['long'] },
    {
      name: 'a week, for everything',
      zone: '@ 604800 TXT "v=spf1 -all"\n@ 604800 MX 0 .\ns1._domainkey 604800 TXT "v=DKIM1; p="',
      selectors: ['s1'],
      expect: ['long'],
    },
    { name: 'a very short time, which may be what is left of a longer one', zone: '@ 5 TXT "v=spf1 -all"', expect: [] },
    {
      name: 'no such domain',
      zone: 'www A 192.0.2.1',
      domain: 'absent.example.com',
      expect: [],
      outcome: 'not-applicable',
    },
  ],
  evaluate({ text, mx, dkim }, findings) {
    const { domain } = findings;
    const keys = dkim.state === 'found' ? dkim.value.selectors : [];
    const sets = [
      ...(text.state === 'found' ? [{ name: `${domain} TXT`, ttl: text.value.ttl }] : []),
      ...(mx.state === 'found' ? [{ name: `${domain} MX`, ttl: mx.value.ttl }] : []),
      // Behind a CNAME the TTL is that of the service.
      ...keys.flatMap(({ name, via, records: [record] }) =>
        record === undefined || via.length > 0 ? [] : [{ name: `${name} TXT`, ttl: record.ttl }],
      ),
    ].filter(({ ttl }) => ttl > LONGEST);
    if (sets.length === 0) return;
    const hours = Math.round(Math.max(...sets.map(({ ttl }) => ttl)) / HOUR);
    findings.add('long', { records: sets.map(({ name }) => `\`${name}\``).join(', '), hours });
  },
});
