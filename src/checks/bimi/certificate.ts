import { defineCheck } from '../define-check.ts';
import { DECLINED, WITH_LOGO, WITH_MARK } from './example-files.ts';
import { bimiDraft, detailOf, recordToShow } from './judged-record.ts';

export default defineCheck({
  id: 'bimi/certificate',
  title: 'The BIMI record names a mark certificate',
  refs: [
    bimiDraft('4.3'),
    { label: 'Google: set up BIMI', url: 'https://support.google.com/a/answer/10911027' },
    { label: 'Apple: BIMI in Mail', url: 'https://support.apple.com/108340' },
  ],
  why: 'Who may show a logo is decided by each receiver. Gmail wants a certificate, a VMC for a registered trademark or a CMC for a mark in use; Apple wants one as well. Yahoo and Fastmail also show logos that nobody has certified.',
  fix: 'Order a VMC or CMC from one of the authorities the BIMI Group lists, publish it as a `.pem` file and name it in `a=`, if Gmail and Apple Mail matter to you',
  needs: ['bimi'],
  messages: {
    missing: { level: 'note', text: 'The BIMI record names no certificate, so Gmail and Apple Mail show no logo' },
  },
  examples: [
    { name: 'a certificate', zone: WITH_MARK, expect: [] },
    { name: 'none', zone: WITH_LOGO, expect: ['missing'] },
    {
      name: 'none, said aloud',
      zone: 'default._bimi TXT "v=BIMI1; l=https://example.com/logo.svg; a=;"',
      expect: ['missing'],
    },
    { name: 'no part in BIMI', zone: DECLINED, expect: [], outcome: 'not-applicable' },
  ],
  evaluate({ bimi }, findings) {
    const record = recordToShow(bimi, findings);
    if (record === undefined || record.parsed.value.evidence !== undefined) return;
    const tag = record.parsed.value.tags.find(({ name }) => name.toLowerCase() === 'a');
    findings.add('missing', {}, detailOf(bimi, record, tag));
  },
});
