import { parseBimi, type BimiProblem } from '../../protocols/bimi.ts';
import { corrected, withTag } from '../../protocols/tag-list-edit.ts';
import type { BimiText } from '../../sources/bimi.ts';
import { defineCheck } from '../define-check.ts';
import { bimiDraft, detailOf, problemsOf, recordToJudge } from './judged-record.ts';

export default defineCheck({
  id: 'bimi/syntax',
  title: 'The BIMI record consists of tags and nothing else',
  refs: [bimiDraft('4.3'), { label: 'RFC 6376 §3.2', url: 'https://www.rfc-editor.org/rfc/rfc6376#section-3.2' }],
  why: 'Receivers must not mend a record. What they cannot read is an error to them, and no logo is shown.',
  fix: 'Write every tag as `name=value` once, with a semicolon between them',
  needs: ['bimi'],
  messages: {
    fault: { level: 'warning', text: '{problem}, and receivers must not mend a BIMI record' },
    empty: { level: 'note', text: 'There is a semicolon too many in the BIMI record' },
  },
  examples: [
    { name: 'a good record', zone: 'default._bimi TXT "v=BIMI1; l=https://example.com/logo.svg; a=;"', expect: [] },
    {
      name: 'a lost semicolon',
      zone: 'default._bimi TXT "v=BIMI1; l=https://example.com/logo.svg a=https://example.com/mark.pem"',
      expect: ['fault'],
    },
    {
      name: 'an escape that got into the record',
      zone: String.raw`default._bimi TXT "v=BIMI1; l=https://example.com/logo.svg\\; a="`,
      expect: ['fault'],
    },
    {
      name: 'a tag twice',
      zone: 'default._bimi TXT "v=BIMI1; l=https://example.com/logo.svg; l=https://example.com/old.svg"',
      expect: ['fault'],
    },
    {
      name: 'text between the tags',
      zone: 'default._bimi TXT "v=BIMI1; our logo; l=https://example.com/logo.svg"',
      expect: ['fault'],
    },
    {
      name: 'a semicolon too many',
      zone: 'default._bimi TXT "v=BIMI1;; l=https://example.com/logo.svg"',
      expect: ['empty'],
    },
  ],
  evaluate({ bimi }, findings) {
    const record = recordToJudge(bimi, findings);
    if (record === undefined) return;
    const codes = ['bad-character', 'bad-name', 'no-equals', 'trailing-text', 'duplicate'] as const;
    for (const problem of problemsOf(record, [...codes, 'missing-separator', 'escaped-separator']))
      findings.add('fault', { problem: problem.message }, detailOf(bimi, record, problem, mended(record, problem)));
    const [empty] = problemsOf(record, ['empty-tag']);
    if (empty === undefined) return;
    findings.add('empty', {}, detailOf(bimi, record, empty, corrected(record.text, record.parsed.problems)));
  },
});

/** The record with what is clear put right; undefined where only its owner knows. */
function mended({ text, parsed }: BimiText, { code, tag }: BimiProblem): string | undefined {
  const first = parsed.value.tags.find(({ name }) => name.toLowerCase() === tag);
  const once = code === 'duplicate' && first !== undefined ? withTag(text, first.name, first.value) : text;
  const value = corrected(once, parseBimi(once).problems);
  const count = (of: string): number => parseBimi(of).problems.filter((one) => one.code === code).length;
  return count(value) < count(text) ? value : undefined;
}
