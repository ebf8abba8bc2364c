import { defineCheck } from '../define-check.ts';
import { MARK } from './example-certificates.ts';
import { webOf, WITH_LOGO, WITH_MARK } from './example-files.ts';
import { certificateDetail, certificateToJudge, dayOf } from './judged-certificate.ts';
import { certificateDraft } from './judged-record.ts';

const DAY = 24 * 60 * 60 * 1000;
/** An authority takes days to weeks to check an organisation and its mark again. */
const RENEWAL_DAYS = 30;

export default defineCheck({
  id: 'bimi/certificate-period',
  title: 'The mark certificate is valid today, and for some time',
  refs: [certificateDraft('5')],
  why: 'Mark certificates last thirteen months at most, and nothing renews them by itself. On the day after, the logo is gone from Gmail and Apple Mail.',
  fix: 'Renew the certificate, and publish the new file under a new name: receivers keep the old one for a while',
  needs: ['bimi', 'markCertificate'],
  messages: {
    expired: { level: 'warning', text: 'The mark certificate at `{url}` expired on {date}' },
    early: { level: 'warning', text: 'The mark certificate at `{url}` is not valid before {date}' },
    soon: { level: 'note', text: 'The mark certificate at `{url}` expires on {date}, in {days} days' },
  },
  examples: [
    { name: 'a certificate', zone: WITH_MARK, web: webOf(MARK), expect: [] },
    { name: 'none', zone: WITH_LOGO, web: webOf(), expect: [], outcome: 'not-applicable' },
    { name: 'one of last year', zone: WITH_MARK, web: webOf(MARK), today: '2027-07-01', expect: ['expired'] },
    { name: 'one of next year', zone: WITH_MARK, web: webOf(MARK), today: '2025-12-31', expect: ['early'] },
    { name: 'the last month', zone: WITH_MARK, web: webOf(MARK), today: '2027-06-01', expect: ['soon'] },
    { name: 'the month before', zone: WITH_MARK, web: webOf(MARK), today: '2027-05-30', expect: [] },
  ],
  evaluate({ bimi, markCertificate }, findings) {
    const certificate = certificateToJudge(markCertificate, findings);
    if (certificate === undefined) return;
    const { url, now, notBefore, notAfter } = certificate;
    const days = Math.floor((notAfter.getTime() - now.getTime()) / DAY);
    const detail = certificateDetail(bimi);
    if (now > notAfter) findings.add('expired', { url, date: dayOf(notAfter) }, detail);
    else if (now < notBefore) findings.add('early', { url, date: dayOf(notBefore) }, detail);
    else if (days <= RENEWAL_DAYS) findings.add('soon', { url, date: dayOf(notAfter), days }, detail);
  },
});
