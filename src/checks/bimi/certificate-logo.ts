import { defineCheck } from '../define-check.ts';
import { BARE_MARK, MARK, WEB_SERVER } from './example-certificates.ts';
import { LOGO_URL, logoWith, MARK_URL, webOf, WITH_MARK } from './example-files.ts';
import { certificateDetail, certificateToJudge } from './judged-certificate.ts';
import { bimiDraft, certificateDraft } from './judged-record.ts';

export default defineCheck({
  id: 'bimi/certificate-logo',
  title: 'The mark certificate holds the logo that the record names',
  refs: [certificateDraft('5'), bimiDraft('7.9')],
  why: 'The certificate vouches for one file, octet by octet. A logo that was changed by as much as a blank is another one, and receivers show neither.',
  fix: 'Publish in `l=` exactly the file the certificate was ordered with, or have a certificate issued for the new logo',
  needs: ['bimi', 'markCertificate'],
  messages: {
    different: { level: 'warning', text: 'The logo at `{logo}` is not the one in the mark certificate at `{url}`' },
    unusable: {
      level: 'warning',
      text: 'The mark certificate at `{url}` holds no logo that receivers can show: {reason}',
    },
  },
  examples: [
    { name: 'the same logo', zone: WITH_MARK, web: webOf(MARK), expect: [] },
    {
      name: 'a logo that was changed',
      zone: WITH_MARK,
      web: webOf(MARK, logoWith('#0a5', '#0a6')),
      expect: ['different'],
    },
    {
      name: 'a line break at the end',
      zone: WITH_MARK,
      web: webOf(MARK, `${logoWith('', '')}\n`),
      expect: ['different'],
    },
    { name: 'a certificate without logo', zone: WITH_MARK, web: webOf(BARE_MARK), expect: ['unusable'] },
    {
      name: 'the certificate of a web server, which is another matter',
      zone: WITH_MARK,
      web: webOf(WEB_SERVER),
      expect: [],
      outcome: 'not-applicable',
    },
    {
      name: 'a logo that cannot be fetched, which is another matter',
      zone: WITH_MARK,
      web: { [LOGO_URL]: { code: 404 }, [MARK_URL]: { body: MARK } },
      expect: [],
    },
    {
      name: 'a web server that is too slow',
      zone: WITH_MARK,
      web: { [LOGO_URL]: { failure: 'timeout' }, [MARK_URL]: { body: MARK } },
      expect: [],
      outcome: 'inconclusive',
    },
  ],
  evaluate({ bimi, markCertificate }, findings) {
    const certificate = certificateToJudge(markCertificate, findings);
    if (certificate === undefined) return;
    const { url, logo } = certificate;
    if (logo.state === 'other-purpose') return findings.notApplicable('the certificate is none for marks');
    if (logo.state === 'unusable') {
      findings.add('unusable', { url, reason: logo.reason }, certificateDetail(bimi));
      return;
    }
    const file = bimi.indicator?.file;
    if (file?.state === 'unknown') return findings.inconclusive(file.reason);
    if (logo.isIndicator === false && file !== undefined)
      findings.add('different', { logo: file.url, url }, certificateDetail(bimi));
  },
});
