import { defineCheck } from '../define-check.ts';
import { lettersOf } from './letters.ts';
import { allReachableTerms, isOwn } from './records.ts';

export default defineCheck({
  id: 'spf/macros',
  title: 'SPF is the same for every message',
  refs: [{ label: 'RFC 7208 §7', url: 'https://www.rfc-editor.org/rfc/rfc7208#section-7' }],
  why: 'A term with a macro asks a different question for every message, so nobody can list who is authorised, or count all lookups, without the message. That is often intended; this audit is then a partial one.',
  fix: 'Nothing, if the macro is intended; to know the answer for one sender, evaluate SPF for its address',
  needs: ['spf'],
  messages: {
    partial: {
      level: 'note',
      text: '`{term}` in the record of `{domain}` depends on each message, so what it authorises is not known here',
    },
    uncounted: {
      level: 'note',
      text: '`{term}` in the record of `{domain}` depends on each message, so neither what it authorises nor what it costs is known here',
    },
  },
  examples: [
    { name: 'no macros', zone: '@ TXT "v=spf1 mx -all"', expect: [] },
    { name: 'an exists by address', zone: '@ TXT "v=spf1 exists:%{i}.spf.example.com -all"', expect: ['partial'] },
    {
      name: 'an include by local-part',
      zone: '@ TXT "v=spf1 include:%{l}.spf.example.com -all"',
      expect: ['uncounted'],
    },
    { name: 'the name of the client, which is another matter', zone: '@ TXT "v=spf1 a:%{p} -all"', expect: [] },
    { name: 'a macro that is always the same', zone: '@ TXT "v=spf1 a:%{d} -all"\n@ A 192.0.2.1', expect: [] },
    { name: 'a macro in an explanation', zone: '@ TXT "v=spf1 mx -all exp=%{i}.why.example.com"', expect: [] },
    {
      name: 'a macro inside an include',
      zone: '@ TXT "v=spf1 include:a.example -all"\na.example. TXT "v=spf1 exists:%{i}.a.example -all"',
      expect: ['partial'],
    },
  ],
  evaluate({ spf }, findings) {
    for (const { record, node } of allReachableTerms(spf)) {
      // An explanation is only asked for after the result stands (§6.2).
      if (node.target?.state !== 'indeterminate' || node.term.kind === 'exp') continue;
      if (isOwn(spf, record) && lettersOf(node.term).includes('p')) continue;
      const leadsOn = node.term.kind === 'include' || node.term.kind === 'redirect';
      const params = { term: node.term.text, domain: record.domain };
      findings.add(leadsOn ? 'uncounted' : 'partial', params, { at: node.span });
    }
  },
});
