import { defineCheck } from '../define-check.ts';
import { bimiDraft, detailOf, problemsOf, recordToShow } from './judged-record.ts';
import { mendedUri, otherFormat, URI_CODES } from './uri-faults.ts';

export default defineCheck({
  id: 'bimi/location',
  title: 'The BIMI record names one SVG file at an address of HTTPS',
  refs: [bimiDraft('4.3'), bimiDraft('4.3.2'), bimiDraft('7.3')],
  why: 'Without a valid `l=` receivers show nothing, even where there is a certificate with the logo inside: only some, such as Gmail, make do with that.',
  fix: 'Put the logo on a web server as SVG, and its https address into `l=`',
  needs: ['bimi'],
  messages: {
    missing: { level: 'warning', text: 'The BIMI record has no `l=`, so receivers show no logo' },
    empty: {
      level: 'warning',
      text: '`l=` is empty while `a=` names a certificate, and receivers that go by the draft show no logo then',
    },
    unusable: { level: 'warning', text: '{problem}, so receivers fetch no logo' },
    format: { level: 'warning', text: '`l=` names a file of the format `{format}`, and only SVG is allowed' },
  },
  examples: [
    { name: 'an address', zone: 'default._bimi TXT "v=BIMI1; l=https://example.com/logo.svg"', expect: [] },
    {
      name: 'an address without ending',
      zone: 'default._bimi TXT "v=BIMI1; l=https://example.com/logo?v=2"',
      expect: [],
    },
    { name: 'no part in BIMI', zone: 'default._bimi TXT "v=BIMI1; l=;"', expect: [], outcome: 'not-applicable' },
    { name: 'no address', zone: 'default._bimi TXT "v=BIMI1; a=https://example.com/mark.pem"', expect: ['missing'] },
    {
      name: 'a certificate alone',
      zone: 'default._bimi TXT "v=BIMI1; l=; a=https://example.com/mark.pem"',
      expect: ['empty'],
    },
    { name: 'no encryption', zone: 'default._bimi TXT "v=BIMI1; l=http://example.com/logo.svg"', expect: ['unusable'] },
    { name: 'no scheme', zone: 'default._bimi TXT "v=BIMI1; l=example.com/logo.svg"', expect: ['unusable'] },
    {
      name: 'an address by number',
      zone: 'default._bimi TXT "v=BIMI1; l=https://192.0.2.1/logo.svg"',
      expect: ['unusable'],
    },
    {
      name: 'two files, as early drafts had it',
      zone: 'default._bimi TXT "v=BIMI1; l=https://example.com/a.svg,https://example.com/b.svg"',
      expect: ['unusable'],
    },
    { name: 'a PNG', zone: 'default._bimi TXT "v=BIMI1; l=https://example.com/logo.png"', expect: ['format'] },
    {
      name: 'a lost semicolon, which is another matter',
      zone: 'default._bimi TXT "v=BIMI1; l=https://example.com/logo.svg a=https://example.com/mark.pem"',
      expect: [],
    },
  ],
  evaluate({ bimi }, findings) {
    const record = recordToShow(bimi, findings);
    if (record === undefined) return;
    for (const problem of problemsOf(record, ['missing-location', 'evidence-alone', ...URI_CODES])) {
      if (problem.code === 'missing-location') findings.add('missing', {}, detailOf(bimi, record, problem));
      else if (problem.code === 'evidence-alone') findings.add('empty', {}, detailOf(bimi, record, problem));
      else if (problem.tag === 'l') {
        const change = detailOf(bimi, record, problem, mendedUri(record, problem));
        findings.add('unusable', { problem: problem.message }, change);
      }
    }
    const format = otherFormat(record);
    if (format !== undefined) findings.add('format', { format }, detailOf(bimi, record, record.parsed.value.location));
  },
});
