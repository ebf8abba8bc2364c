import { defineCheck } from '../define-check.ts';
import { standsAside } from '../parked/aside.ts';
import { proposalWithout } from './proposals.ts';
import { ownRecords, problemsOf, spanIn } from './records.ts';

export default defineCheck({
  id: 'spf/redirect-with-all',
  title: 'A redirect stands in a record without all',
  refs: [{ label: 'RFC 7208 §6.1', url: 'https://www.rfc-editor.org/rfc/rfc7208#section-6.1' }],
  why: 'A redirect is only followed where no mechanism matches, and `all` matches always. Whatever the target authorises is not authorised.',
  fix: 'Remove `all` if the other record is to decide, or turn the redirect into an include',
  needs: ['spf'],
  considers: ['parked'],
  messages: {
    ignored: { level: 'warning', text: '`{redirect}` is ignored, because the record has an `all`' },
  },
  examples: [
    {
      name: 'a redirect alone',
      zone: '@ TXT "v=spf1 redirect=_spf.example.com"\n_spf TXT "v=spf1 mx ~all"',
      expect: [],
    },
    {
      name: 'a redirect behind all',
      zone: '@ TXT "v=spf1 mx ~all redirect=_spf.example.com"\n_spf TXT "v=spf1 a ~all"',
      expect: ['ignored'],
    },
    { name: 'a redirect in front of all', zone: '@ TXT "v=spf1 redirect=_spf.example.com -all"', expect: ['ignored'] },
  ],
  evaluate({ spf, parked }, findings) {
    if (standsAside(parked, 'parked/spf', findings)) return;
    for (const record of ownRecords(spf)) {
      const ignored = problemsOf(record, ['redirect-with-all']);
      // What is published does not change: whether the target was meant to count only the owner knows.
      const redirects = record.terms.map(({ term }) => term).filter(({ kind }) => kind === 'redirect');
      const changes = proposalWithout(record, redirects);
      for (const problem of ignored) {
        const redirect = record.text.text.slice(problem.start, problem.end);
        const fix = `remove \`${redirect}\`, or, if the other record is to count, write it as an include in front of \`all\``;
        findings.add('ignored', { redirect }, { at: spanIn(record, problem), fix, changes });
      }
    }
  },
});
