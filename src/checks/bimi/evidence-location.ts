import { defineCheck } from '../define-check.ts';
import { bimiDraft, certificateDraft, detailOf, problemsOf, recordToShow } from './judged-record.ts';
import { mendedUri, URI_CODES } from './uri-faults.ts';

export default defineCheck({
  id: 'bimi/evidence-location',
  title: 'Where the BIMI record names a certificate, it is one file at an address of HTTPS',
  refs: [bimiDraft('4.3'), certificateDraft('3')],
  why: 'A record with an `a=` that is not well-formed is in error, and receivers that show logos without a certificate may then show none either.',
  fix: 'Put the certificate chain on a web server as a `.pem` file, and its https address into `a=`',
  needs: ['bimi'],
  messages: {
    unusable: { level: 'warning', text: '{problem}, so receivers fetch no certificate' },
    ending: { level: 'note', text: '`a=` names a file that does not end with `.pem`, as the draft wants it' },
  },
  examples: [
    {
      name: 'a certificate',
      zone: 'default._bimi TXT "v=BIMI1; l=https://example.com/logo.svg; a=https://example.com/mark.pem"',
      expect: [],
    },
    { name: 'none', zone: 'default._bimi TXT "v=BIMI1; l=https://example.com/logo.svg; a="', expect: [] },
    {
      name: 'no encryption',
      zone: 'default._bimi TXT "v=BIMI1; l=https://example.com/logo.svg; a=http://example.com/mark.pem"',
      expect: ['unusable'],
    },
    {
      name: 'a word',
      zone: 'default._bimi TXT "v=BIMI1; l=https://example.com/logo.svg; a=self"',
      expect: ['unusable'],
    },
    {
      name: 'another ending',
      zone: 'default._bimi TXT "v=BIMI1; l=https://example.com/logo.svg; a=https://example.com/mark.crt"',
      expect: ['ending'],
    },
  ],
  evaluate({ bimi }, findings) {
    const record = recordToShow(bimi, findings);
    if (record === undefined) return;
    for (const problem of problemsOf(record, URI_CODES)) {
      if (problem.tag !== 'a') continue;
      findings.add(
        'unusable',
        { problem: problem.message },
        detailOf(bimi, record, problem, mendedUri(record, problem)),
      );
    }
    const { evidence } = record.parsed.value;
    if (evidence?.valid === true && evidence.extension !== 'pem')
      findings.add('ending', {}, detailOf(bimi, record, evidence));
  },
});
