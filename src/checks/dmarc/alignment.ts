import { withoutTag } from '../../protocols/dmarc.ts';
import { defineCheck } from '../define-check.ts';
import { sendsMail } from '../mx/sending.ts';
import { detailOf, recordToJudge, tagIn } from './judged-record.ts';

export default defineCheck({
  id: 'dmarc/alignment',
  title: 'Sub-domains of the organisation may authenticate for each other',
  refs: [
    { label: 'RFC 9989 §4.4', url: 'https://www.rfc-editor.org/rfc/rfc9989#section-4.4' },
    { label: 'RFC 9989 §4.7 adkim', url: 'https://www.rfc-editor.org/rfc/rfc9989#section-4.7' },
  ],
  why: 'In strict mode only the very domain in the From line counts. Services that sign with, or bounce to, a sub-domain of yours then fail DMARC, and with them their part of your mail.',
  fix: 'Use relaxed alignment, which is the default, unless others control sub-domains of yours',
  needs: ['dmarc', 'dmarcRecord'],
  considers: ['spf', 'mx', 'parked'],
  messages: {
    dkim: { level: 'note', text: '`adkim=s` lets only signatures of exactly the domain in the From line count' },
    spf: { level: 'note', text: '`aspf=s` lets only envelope senders of exactly the domain in the From line count' },
  },
  examples: [
    {
      name: 'strict in a department that is its own organisation',
      zone: '_dmarc TXT "v=DMARC1; p=reject"\n_dmarc.dept TXT "v=DMARC1; p=none; psd=n; adkim=s; aspf=s"',
      domain: 'dept.example.com',
      expect: [],
    },
    { name: 'relaxed, by default', zone: '_dmarc TXT "v=DMARC1; p=reject"', expect: [] },
    { name: 'relaxed, said aloud', zone: '_dmarc TXT "v=DMARC1; p=reject; adkim=r; aspf=r"', expect: [] },
    { name: 'strict for DKIM', zone: '_dmarc TXT "v=DMARC1; p=reject; adkim=s"', expect: ['dkim'] },
    { name: 'strict for both', zone: '_dmarc TXT "v=DMARC1; p=reject; adkim=s; aspf=s"', expect: ['dkim', 'spf'] },
    {
      name: 'strict in a domain that sends nothing',
      zone: '_dmarc TXT "v=DMARC1; p=reject; adkim=s; aspf=s"\n@ TXT "v=spf1 -all"',
      expect: [],
    },
    {
      name: 'strict, written out, which is another matter',
      zone: '_dmarc TXT "v=DMARC1; p=reject; adkim=strict"',
      expect: [],
    },
  ],
  evaluate({ spf, mx, parked, ...facts }, findings) {
    const record = recordToJudge(facts, findings);
    // Where receivers do not agree on the organisation, strict alignment is the way out (RFC 9989 App. C.3).
    if (record === undefined || facts.dmarc.differences.some(({ kind }) => kind === 'org-domain')) return;
    // Where nothing sends, nothing has to be aligned.
    if (parked.state === 'found' || (spf.state === 'found' && !sendsMail(spf, mx))) return;
    const { adkim, aspf } = record.value;
    if (adkim === 's')
      findings.add('dkim', {}, detailOf(record, tagIn(record, 'adkim'), withoutTag(record.meant, 'adkim')));
    if (aspf === 's')
      findings.add('spf', {}, detailOf(record, tagIn(record, 'aspf'), withoutTag(record.meant, 'aspf')));
  },
});
