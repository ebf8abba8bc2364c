import { organizationalDomain } from '../../dmarc-policy/public-suffix.ts';
import { bimiName } from '../../protocols/bimi.ts';
import { isSubdomainOf } from '../../protocols/domain.ts';
import { firstNames } from '../certificate-names.ts';
import { defineCheck } from '../define-check.ts';
import { FOREIGN_MARK, MARK, ROOT } from './example-certificates.ts';
import { webOf, WITH_MARK } from './example-files.ts';
import { certificateDetail, certificateToJudge } from './judged-certificate.ts';
import { certificateDraft } from './judged-record.ts';

export default defineCheck({
  id: 'bimi/certificate-domain',
  title: 'The mark certificate is for this domain',
  refs: [certificateDraft('5')],
  why: 'Receivers compare the names in the certificate with the domain of the sender. A certificate of another domain proves nothing for this one.',
  fix: 'Have a certificate issued that names this domain, or the organisational domain above it',
  needs: ['bimi', 'markCertificate'],
  messages: {
    foreign: { level: 'warning', text: 'The mark certificate at `{url}` is for {names}, and not for `{domain}`' },
  },
  examples: [
    { name: 'its own certificate', zone: WITH_MARK, web: webOf(MARK), expect: [] },
    {
      name: 'that of the domain above',
      domain: 'news.example.com',
      zone: WITH_MARK.replace('_bimi', '_bimi.news'),
      web: webOf(MARK),
      expect: [],
    },
    { name: 'that of somebody else', zone: WITH_MARK, web: webOf(FOREIGN_MARK), expect: ['foreign'] },
    { name: 'one without names', zone: WITH_MARK, web: webOf(ROOT), expect: ['foreign'] },
    { name: 'no certificate', zone: WITH_MARK, web: webOf('-'), expect: [], outcome: 'not-applicable' },
  ],
  evaluate({ bimi, markCertificate }, findings) {
    const certificate = certificateToJudge(markCertificate, findings);
    if (certificate === undefined) return;
    const { url, names } = certificate;
    const { domain } = findings;
    const organisation = organizationalDomain(domain) ?? domain;
    // A name stands for the domain with all below it, and one of a selector for that selector.
    const covers = (name: string): boolean =>
      [domain, organisation].some((ours) => name === ours || name === bimiName(ours)) ||
      (isSubdomainOf(domain, name) && (name === organisation || isSubdomainOf(name, organisation)));
    if (names.some(covers)) return;
    const listed = names.length === 0 ? 'no domain at all' : firstNames(names);
    findings.add('foreign', { url, names: listed, domain }, certificateDetail(bimi));
  },
});
