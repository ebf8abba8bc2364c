import { defineCheck } from '../define-check.ts';
import { BARE_MARK, FOREIGN_MARK, MARK, ROOT, SELF_SIGNED, WEB_SERVER } from './example-certificates.ts';
import { webOf, WITH_LOGO, WITH_MARK } from './example-files.ts';
import { certificateDetail, certificateToJudge } from './judged-certificate.ts';
import { certificateDraft } from './judged-record.ts';

export default defineCheck({
  id: 'bimi/certificate-trust',
  title: 'A mark certificate comes from an authority that receivers trust',
  refs: [
    certificateDraft('5'),
    { label: 'BIMI Group: VMC issuers', url: 'https://bimigroup.org/vmc-issuers/' },
    { label: 'Mark certificate requirements', url: 'https://bimigroup.org/resources/VMC_Requirements_latest.pdf' },
  ],
  why: 'Few authorities may issue mark certificates. Receivers follow the chain of signatures to one of their roots, and show nothing where it ends elsewhere.',
  fix: 'Publish the whole chain as the authority delivered it: the mark certificate first, each followed by its issuer',
  needs: ['bimi'],
  considers: ['markCertificate'],
  messages: {
    purpose: { level: 'warning', text: 'The certificate at `{url}` was not issued for marks' },
    selfSigned: { level: 'warning', text: 'The mark certificate at `{url}` vouches for itself, and nobody else does' },
    unknownRoot: {
      level: 'warning',
      text: 'The mark certificate at `{url}` leads to `{issuer}`, which is no root of BIMI',
    },
    incomplete: {
      level: 'warning',
      text: 'The chain at `{url}` ends with a certificate of `{issuer}`, which is no root of BIMI: a part may be missing',
    },
    broken: { level: 'warning', text: 'Certificate {place} at `{url}` did not issue the one before it' },
    expiredIssuer: { level: 'warning', text: 'Certificate {place} at `{url}`, an issuer, is not valid today' },
  },
  examples: [
    { name: 'no certificate, which is another matter', zone: WITH_LOGO, web: webOf(), expect: [] },
    { name: 'the certificate of a web server', zone: WITH_MARK, web: webOf(WEB_SERVER), expect: ['purpose'] },
    { name: 'a certificate of its own', zone: WITH_MARK, web: webOf(SELF_SIGNED), expect: ['selfSigned'] },
    { name: 'a root of its own', zone: WITH_MARK, web: webOf(MARK + ROOT), expect: ['unknownRoot'] },
    { name: 'the chain left out', zone: WITH_MARK, web: webOf(MARK), expect: ['incomplete'] },
    { name: 'a chain in disorder', zone: WITH_MARK, web: webOf(BARE_MARK + FOREIGN_MARK + ROOT), expect: ['broken'] },
    {
      name: 'a root that has expired',
      zone: WITH_MARK,
      web: webOf(MARK + ROOT),
      today: '2045-06-01',
      expect: ['expiredIssuer'],
    },
    {
      name: 'no certificate in the file, which is another matter',
      zone: WITH_MARK,
      web: webOf('-'),
      expect: [],
      outcome: 'not-applicable',
    },
  ],
  evaluate({ bimi, markCertificate }, findings) {
    if (markCertificate.state !== 'found') return;
    const certificate = certificateToJudge(markCertificate.value, findings);
    if (certificate === undefined) return;
    const { url, trust, logo } = certificate;
    const detail = certificateDetail(bimi);
    if (logo.state === 'other-purpose') findings.add('purpose', { url }, detail);
    else if (trust.state === 'self-signed') findings.add('selfSigned', { url }, detail);
    else if (trust.state === 'unknown-root') findings.add('unknownRoot', { url, issuer: trust.issuer }, detail);
    else if (trust.state === 'incomplete') findings.add('incomplete', { url, issuer: trust.issuer }, detail);
    else if (trust.state === 'broken') findings.add('broken', { url, place: trust.place }, detail);
    else if (trust.state === 'expired-issuer') findings.add('expiredIssuer', { url, place: trust.place }, detail);
  },
});
