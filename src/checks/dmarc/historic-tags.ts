import { withoutTag } from '../../protocols/dmarc.ts';
import { defineCheck } from '../define-check.ts';
import { detailOf, recordToJudge, tagIn } from './judged-record.ts';

export default defineCheck({
  id: 'dmarc/historic-tags',
  title: 'The DMARC record has no tags that RFC 9989 dropped',
  refs: [{ label: 'RFC 9989 App. C.5.2', url: 'https://www.rfc-editor.org/rfc/rfc9989#appendix-C.5.2' }],
  why: '`rf` and `ri` never did what they promise: there is one format of failure reports, and aggregate reports come once a day whatever is asked for. They only make the record longer.',
  fix: 'Take `rf` and `ri` out',
  needs: ['dmarc', 'dmarcRecord'],
  messages: {
    dropped: { level: 'note', text: '`{tag}` is no part of DMARC any more and does nothing' },
  },
  examples: [
    { name: 'a record of today', zone: '_dmarc TXT "v=DMARC1; p=reject; t=n"', expect: [] },
    { name: 'an interval', zone: '_dmarc TXT "v=DMARC1; p=reject; ri=3600"', expect: ['dropped'] },
    {
      name: 'format and interval',
      zone: '_dmarc TXT "v=DMARC1; p=reject; rf=afrf; ri=86400"',
      expect: ['dropped', 'dropped'],
    },
    { name: 'a percentage, which is another matter', zone: '_dmarc TXT "v=DMARC1; p=reject; pct=100"', expect: [] },
  ],
  evaluate(facts, findings) {
    const record = recordToJudge(facts, findings);
    if (record === undefined) return;
    const value = ['rf', 'ri'].reduce((text, name) => withoutTag(text, name), record.meant);
    for (const tag of ['rf', 'ri'].flatMap((name) => tagIn(record, name) ?? [])) {
      findings.add('dropped', { tag: `${tag.name}=${tag.value}` }, detailOf(record, tag, value));
    }
  },
});
