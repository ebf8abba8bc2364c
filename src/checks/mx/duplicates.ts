import { defineCheck } from '../define-check.ts';
import { ownChanges, removalOf, spanOf } from './hosts.ts';

export default defineCheck({
  id: 'mx/duplicates',
  title: 'No MX host is named twice',
  refs: [{ label: 'RFC 5321 §5.1', url: 'https://www.rfc-editor.org/rfc/rfc5321#section-5.1' }],
  why: 'A second record with the same host is no backup: senders only try a host again that has just failed.',
  fix: 'Keep one MX record for each host',
  needs: ['mx', 'existence'],
  messages: {
    again: { level: 'note', text: 'MX host `{host}` is named {count} times' },
  },
  examples: [
    { name: 'two hosts', zone: '@ MX 10 a\n@ MX 10 b', expect: [] },
    { name: 'a host with two preferences', zone: '@ MX 10 a\n@ MX 20 a', expect: ['again'] },
    { name: 'three times, and another', zone: '@ MX 10 a\n@ MX 20 a\n@ MX 30 A\n@ MX 5 b', expect: ['again'] },
  ],
  evaluate({ mx, existence }, findings) {
    const { domain } = findings;
    for (const host of new Set(mx.hosts.map(({ name }) => name))) {
      const [, ...others] = mx.hosts.filter(({ name }) => name === host);
      const [second] = others;
      if (second === undefined) continue;
      const changes = ownChanges(
        existence,
        others.map((other) => removalOf(other, domain)),
      );
      findings.add('again', { host, count: others.length + 1 }, { at: spanOf(second, domain), changes });
    }
  },
});
