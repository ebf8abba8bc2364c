import { corrected, withoutTag } from '../../protocols/tag-list-edit.ts';
import { defineCheck } from '../define-check.ts';
import { bimiDraft, detailOf, problemsOf, recordToJudge } from './judged-record.ts';

export default defineCheck({
  id: 'bimi/tag-values',
  title: 'avp and lps hold one of their values',
  refs: [bimiDraft('4.3')],
  why: 'Receivers ignore a preference they do not know, and may take the whole record for broken.',
  fix: 'Write `avp=brand` or `avp=personal`, and `lps=true` or `lps=false`, or leave the tag out',
  needs: ['bimi'],
  messages: {
    preference: {
      level: 'warning',
      text: '`avp={value}` is neither `brand` nor `personal`, and receivers may discard the record for it',
    },
    selectors: {
      level: 'note',
      text: '`lps={value}` is neither `true` nor `false`, and receivers take it for `false`',
    },
  },
  examples: [
    {
      name: 'both as they should be',
      zone: 'default._bimi TXT "v=BIMI1; l=https://example.com/logo.svg; avp=personal; lps=true"',
      expect: [],
    },
    {
      name: 'a capital',
      zone: 'default._bimi TXT "v=BIMI1; l=https://example.com/logo.svg; avp=Brand"',
      expect: ['preference'],
    },
    {
      name: 'another word',
      zone: 'default._bimi TXT "v=BIMI1; l=https://example.com/logo.svg; avp=company"',
      expect: ['preference'],
    },
    {
      name: 'a list of local parts',
      zone: 'default._bimi TXT "v=BIMI1; l=https://example.com/logo.svg; lps=news,shop"',
      expect: ['selectors'],
    },
  ],
  evaluate({ bimi }, findings) {
    const record = recordToJudge(bimi, findings);
    if (record === undefined) return;
    for (const problem of problemsOf(record, ['preference', 'local-part-selectors'])) {
      const { code, tag = '', start, end, replacement } = problem;
      const value = record.text.slice(start, end);
      const meant = replacement === undefined ? withoutTag(record.text, tag) : corrected(record.text, [problem]);
      findings.add(
        code === 'preference' ? 'preference' : 'selectors',
        { value },
        detailOf(bimi, record, problem, meant),
      );
    }
  },
});
