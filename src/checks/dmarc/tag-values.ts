import type { DmarcTag } from '../../protocols/dmarc.ts';
import { defineCheck } from '../define-check.ts';
import { faultsOf, repaired } from './faults.ts';
import { detailOf, recordToJudge } from './judged-record.ts';

/** Tags whose invalid values only mean their default; policies, addresses and `fo` have checks of their own. */
const DEFAULTS: Partial<Record<DmarcTag, string>> = {
  adkim: 'relaxed alignment',
  aspf: 'relaxed alignment',
  t: 'the policy applied in full',
  psd: '`psd=u`',
};

export default defineCheck({
  id: 'dmarc/tag-values',
  title: 'Alignment, test mode and psd have values that exist',
  refs: [{ label: 'RFC 9989 §4.8', url: 'https://www.rfc-editor.org/rfc/rfc9989#section-4.8' }],
  why: 'A value that does not exist counts as if the tag were not there: `t=yes` is no test mode, and the policy is applied to your mail in full.',
  fix: 'Write `adkim` and `aspf` as `r` or `s`, `t` as `y` or `n`, `psd` as `y`, `n` or `u`',
  needs: ['dmarc', 'dmarcRecord'],
  messages: {
    invalid: { level: 'warning', text: '{problem}, so receivers read {instead}' },
  },
  examples: [
    { name: 'values that exist', zone: '_dmarc TXT "v=DMARC1; p=reject; adkim=s; aspf=R; t=y; psd=n"', expect: [] },
    { name: 'strict, written out', zone: '_dmarc TXT "v=DMARC1; p=reject; adkim=strict"', expect: ['invalid'] },
    { name: 'a test mode that is none', zone: '_dmarc TXT "v=DMARC1; p=reject; t=true"', expect: ['invalid'] },
    {
      name: 'a tag without a value',
      zone: '_dmarc TXT "v=DMARC1; p=reject; aspf=; psd=1"',
      expect: ['invalid', 'invalid'],
    },
    { name: 'a bad policy, which is another matter', zone: '_dmarc TXT "v=DMARC1; p=all"', expect: [] },
  ],
  evaluate(facts, findings) {
    const record = recordToJudge(facts, findings);
    if (record === undefined) return;
    for (const problem of faultsOf(record, ['invalid-value', 'empty-value'])) {
      const instead = DEFAULTS[problem.tag as DmarcTag];
      if (instead === undefined) continue;
      findings.add(
        'invalid',
        { problem: problem.message, instead },
        detailOf(record, problem, repaired(record, problem)),
      );
    }
  },
});
