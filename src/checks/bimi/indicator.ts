import { defineCheck } from '../define-check.ts';
import { DECLINED, LOGO_URL, logoPage, SLOW, webOf, WITH_LOGO } from './example-files.ts';
import { judgeFetch } from './fetched-file.ts';
import { bimiDraft, detailOf, recordToShow } from './judged-record.ts';
import { otherFormat } from './uri-faults.ts';

const MOVED = 'https://cdn.example.com/logo.svg';

export default defineCheck({
  id: 'bimi/indicator',
  title: 'The logo can be fetched, as SVG',
  refs: [bimiDraft('7.3'), bimiDraft('7.5'), bimiDraft('7.6')],
  why: 'Receivers fetch the logo from where the record says. What they do not get there, or not as an image, they do not show.',
  fix: 'Serve the file at exactly the address in `l=`, with status 200, a certificate that browsers accept and `Content-Type: image/svg+xml`',
  needs: ['bimi'],
  messages: {
    unreachable: { level: 'warning', text: 'The logo at `{url}` cannot be fetched: {reason}' },
    status: { level: 'warning', text: 'There is no logo at `{url}`: the web server answers with status {code}' },
    redirected: {
      level: 'note',
      text: 'The logo at `{url}` has moved to `{target}`, and not every receiver follows redirects',
    },
    mediaType: { level: 'warning', text: 'The logo at `{url}` is served as `{type}`, and has to be `image/svg+xml`' },
  },
  examples: [
    { name: 'a logo', zone: WITH_LOGO, web: webOf(), expect: [] },
    { name: 'no part in BIMI', zone: DECLINED, expect: [], outcome: 'not-applicable' },
    { name: 'no record', zone: '@ A 192.0.2.1', expect: [], outcome: 'not-applicable' },
    { name: 'no file', zone: WITH_LOGO, web: { [LOGO_URL]: { code: 404 } }, expect: ['status'] },
    {
      name: 'a web server with a certificate that has expired',
      zone: WITH_LOGO,
      web: { [LOGO_URL]: { failure: 'certificate' } },
      expect: ['unreachable'],
    },
    {
      name: 'a host that is gone',
      zone: WITH_LOGO,
      web: { [LOGO_URL]: { failure: 'no-address' } },
      expect: ['unreachable'],
    },
    {
      name: 'a file that has moved',
      zone: WITH_LOGO,
      web: { [LOGO_URL]: { code: 301, location: MOVED }, [MOVED]: logoPage() },
      expect: ['redirected'],
    },
    {
      name: 'a redirect that leaves HTTPS',
      zone: WITH_LOGO,
      web: { [LOGO_URL]: { code: 302, location: 'http://example.com/logo.svg' } },
      expect: ['status'],
    },
    {
      name: 'a web page',
      zone: WITH_LOGO,
      web: { [LOGO_URL]: { contentType: 'text/html', body: '<html/>' } },
      expect: ['mediaType'],
    },
    {
      name: 'a PNG under its own name, which is another matter',
      zone: WITH_LOGO.replace('svg', 'png'),
      web: { 'https://example.com/logo.png': { contentType: 'image/png', body: 'PNG' } },
      expect: [],
    },
    SLOW,
    {
      name: 'one that is out of order',
      zone: WITH_LOGO,
      web: { [LOGO_URL]: { code: 503 } },
      expect: [],
      outcome: 'inconclusive',
    },
  ],
  evaluate({ bimi }, findings) {
    const record = recordToShow(bimi, findings);
    const file = bimi.indicator?.file;
    if (record === undefined) return;
    if (file === undefined) return findings.notApplicable('the record names no logo that could be fetched');
    const fetched = judgeFetch({ bimi, record, tag: 'l', file }, findings);
    if (fetched === undefined || fetched.mediaType === 'image/svg+xml' || otherFormat(record) !== undefined) return;
    const type = fetched.mediaType === '' ? 'nothing in particular' : fetched.mediaType;
    findings.add('mediaType', { url: file.url, type }, detailOf(bimi, record, record.parsed.value.location));
  },
});
