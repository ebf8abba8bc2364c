import { corrected, withoutTag } from '../../protocols/tag-list-edit.ts';
import { defineCheck } from '../define-check.ts';
import { bimiDraft, detailOf, problemsOf, recordToJudge } from './judged-record.ts';

export default defineCheck({
  id: 'bimi/tag-names',
  title: 'The BIMI record uses the tags of BIMI',
  refs: [bimiDraft('4.3')],
  why: 'Receivers pass over tags they do not know, and must not mend capitals. What was meant by such a tag is not said.',
  fix: 'Use `v`, `l`, `a`, `avp` and `lps`, in small letters',
  needs: ['bimi'],
  messages: {
    capitals: { level: 'warning', text: 'The tag `{tag}` is written in capitals, and receivers need not know it' },
    unknown: { level: 'note', text: 'The tag `{tag}` is none of BIMI, and receivers pass over it' },
  },
  examples: [
    {
      name: 'all there are',
      zone: 'default._bimi TXT "v=BIMI1; l=https://example.com/logo.svg; a=; avp=brand; lps=true"',
      expect: [],
    },
    { name: 'a capital', zone: 'default._bimi TXT "v=BIMI1; L=https://example.com/logo.svg"', expect: ['capitals'] },
    {
      name: 'a tag of an early draft',
      zone: 'default._bimi TXT "v=BIMI1; z=64x64; l=https://example.com/logo.svg"',
      expect: ['unknown'],
    },
  ],
  evaluate({ bimi }, findings) {
    const record = recordToJudge(bimi, findings);
    if (record === undefined) return;
    for (const problem of problemsOf(record, ['tag-case', 'unknown-tag'])) {
      const tag = record.text.slice(problem.start, problem.end);
      if (problem.code === 'tag-case') {
        findings.add('capitals', { tag }, detailOf(bimi, record, problem, corrected(record.text, [problem])));
      } else findings.add('unknown', { tag }, detailOf(bimi, record, problem, withoutTag(record.text, tag)));
    }
  },
});
