import { defineCheck } from '../define-check.ts';
import { MARK } from './example-certificates.ts';
import { MARK_URL, webOf, WITH_LOGO, WITH_MARK } from './example-files.ts';
import { judgeFetch } from './fetched-file.ts';
import { certificateDraft, detailOf, recordToShow } from './judged-record.ts';

const MOVED = 'https://cdn.example.com/mark.pem';

export default defineCheck({
  id: 'bimi/certificate-file',
  title: 'The mark certificate can be fetched, as PEM',
  refs: [certificateDraft('3')],
  why: 'Receivers fetch the certificate from where the record says. Without it, Gmail and Apple Mail show no logo.',
  fix: 'Serve the chain at exactly the address in `a=`, with status 200: the mark certificate first, then those above it, all in PEM',
  needs: ['bimi'],
  considers: ['markCertificate'],
  messages: {
    unreachable: { level: 'warning', text: 'The mark certificate at `{url}` cannot be fetched: {reason}' },
    status: {
      level: 'warning',
      text: 'There is no mark certificate at `{url}`: the web server answers with status {code}',
    },
    redirected: {
      level: 'note',
      text: 'The mark certificate at `{url}` has moved to `{target}`, and not every receiver follows redirects',
    },
    unreadable: { level: 'warning', text: 'The file at `{url}` is no mark certificate: {reason}' },
  },
  examples: [
    { name: 'a certificate', zone: WITH_MARK, web: webOf(MARK), expect: [] },
    { name: 'none', zone: WITH_LOGO, web: webOf(), expect: [], outcome: 'not-applicable' },
    { name: 'no file', zone: WITH_MARK, web: { ...webOf(), [MARK_URL]: { code: 404 } }, expect: ['status'] },
    {
      name: 'a web server without TLS',
      zone: WITH_MARK,
      web: { ...webOf(), [MARK_URL]: { failure: 'tls' } },
      expect: ['unreachable'],
    },
    {
      name: 'a file that has moved',
      zone: WITH_MARK,
      web: { ...webOf(), [MARK_URL]: { code: 308, location: MOVED }, [MOVED]: { body: MARK } },
      expect: ['redirected'],
    },
    { name: 'a web page', zone: WITH_MARK, web: webOf('<!doctype html>'), expect: ['unreadable'] },
    { name: 'a certificate cut short', zone: WITH_MARK, web: webOf(MARK.slice(0, 400)), expect: ['unreadable'] },
    {
      name: 'a certificate with letters lost',
      zone: WITH_MARK,
      web: webOf(MARK.replace(/\n[^-\n]+\n/, '\n')),
      expect: ['unreadable'],
    },
    {
      name: 'a web server that is too slow',
      zone: WITH_MARK,
      web: { ...webOf(), [MARK_URL]: { failure: 'timeout' } },
      expect: [],
      outcome: 'inconclusive',
    },
  ],
  evaluate({ bimi, markCertificate }, findings) {
    const record = recordToShow(bimi, findings);
    const file = bimi.evidence;
    if (record === undefined) return;
    if (file === undefined) return findings.notApplicable('the record names no certificate that could be fetched');
    if (judgeFetch({ bimi, record, tag: 'a', file }, findings) === undefined) return;
    if (markCertificate.state !== 'found' || markCertificate.value.state !== 'unreadable') return;
    const { reason } = markCertificate.value;
    findings.add('unreadable', { url: file.url, reason }, detailOf(bimi, record, record.parsed.value.evidence));
  },
});
