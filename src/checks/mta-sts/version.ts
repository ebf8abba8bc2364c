import { parseMtaStsRecord } from '../../protocols/mta-sts-record.ts';
import { defineCheck } from '../define-check.ts';
import { replacing, spanIn } from '../versioned-record.ts';
import { RECORD, served } from './example-policy.ts';
import { meantRecord } from './judged.ts';

export default defineCheck({
  id: 'mta-sts/version',
  title: 'The MTA-STS record begins with exactly v=STSv1;',
  refs: [{ label: 'RFC 8461 §3.1', url: 'https://www.rfc-editor.org/rfc/rfc8461#section-3.1' }],
  why: 'Senders pass over every text at `_mta-sts` that does not begin with `v=STSv1;` in exactly this spelling, and deliver as though the domain had no MTA-STS.',
  fix: 'Let the record begin with `v=STSv1;`, without blanks or quotes in front',
  needs: ['mtaSts'],
  messages: {
    ignored: { level: 'warning', text: '{problem}, so to senders it is no MTA-STS record' },
    blank: { level: 'note', text: '{problem}, and strict senders look for `v=STSv1;`' },
  },
  examples: [
    { name: 'a good beginning', zone: RECORD, web: served(), expect: [] },
    { name: 'small letters', zone: '_mta-sts TXT "v=stsv1; id=1"', expect: ['ignored'] },
    { name: 'another version', zone: '_mta-sts TXT "v=STSv2; id=1"', expect: ['ignored'] },
    { name: 'no semicolon', zone: '_mta-sts TXT "v=STSv1 id=1"', expect: ['ignored'] },
    { name: 'the version behind the id', zone: '_mta-sts TXT "id=1; v=STSv1"', expect: ['ignored'] },
    { name: 'a blank in front', zone: '_mta-sts TXT " v=STSv1; id=1;"', expect: ['ignored'] },
    { name: 'quotes in the text', zone: String.raw`_mta-sts TXT "\"v=STSv1; id=1;\""`, expect: ['ignored'] },
    { name: 'nothing but the version', zone: '_mta-sts TXT "v=STSv1"', expect: ['ignored'] },
    { name: 'a blank behind the version', zone: '_mta-sts TXT "v=STSv1 ; id=1"', expect: ['blank'] },
    { name: 'an attempt beside a good record', zone: `${RECORD}\n_mta-sts TXT "v=STSv2; id=1"`, expect: [] },
  ],
  evaluate({ mtaSts }, findings) {
    const { records, attempts } = mtaSts;
    const change = (record: (typeof records)[number]) =>
      replacing(mtaSts, findings.domain, record, meantRecord(record));
    for (const record of records.length > 0 ? records : attempts) {
      for (const problem of parseMtaStsRecord(record.text).problems) {
        const detail = { at: spanIn(record, problem), changes: change(record) };
        if (problem.code === 'version') findings.add('ignored', { problem: problem.message }, detail);
        if (problem.code === 'version-blank') findings.add('blank', { problem: problem.message }, detail);
      }
    }
  },
});
