import { withoutTag } from '../../protocols/dmarc.ts';
import { defineCheck } from '../define-check.ts';
import { detailOf, recordToJudge, tagIn } from './judged-record.ts';

export default defineCheck({
  id: 'dmarc/failure-reports',
  title: 'No copies of single messages are asked for',
  refs: [
    { label: 'RFC 9989 §10.2', url: 'https://www.rfc-editor.org/rfc/rfc9989#section-10.2' },
    { label: 'RFC 9991', url: 'https://www.rfc-editor.org/rfc/rfc9991' },
  ],
  why: 'A failure report can hold a message with its recipients, so it is personal data that you ask for and have to look after. Most receivers refuse to send any; what you rely on are the aggregate reports.',
  fix: 'Leave `ruf` out unless somebody reads these reports and answers for what is in them',
  needs: ['dmarc', 'dmarcRecord'],
  messages: {
    requested: {
      level: 'note',
      text: '`{tag}` asks for copies of failing mail, which may be private and which most receivers do not send',
    },
  },
  examples: [
    { name: 'aggregate reports alone', zone: '_dmarc TXT "v=DMARC1; p=none; rua=mailto:d@example.com"', expect: [] },
    {
      name: 'failure reports',
      zone: '_dmarc TXT "v=DMARC1; p=none; rua=mailto:d@example.com; ruf=mailto:f@example.com; fo=1"',
      expect: ['requested'],
    },
    {
      name: 'a broken address, which is another matter',
      zone: '_dmarc TXT "v=DMARC1; p=none; ruf=f@example.com"',
      expect: [],
    },
  ],
  evaluate(facts, findings) {
    const record = recordToJudge(facts, findings);
    const tag = record === undefined ? undefined : tagIn(record, 'ruf');
    if (record === undefined || tag === undefined || !record.value.ruf.some(({ valid }) => valid)) return;
    // `fo` means nothing without it.
    const value = withoutTag(withoutTag(record.meant, 'ruf'), 'fo');
    findings.add('requested', { tag: `${tag.name}=${tag.value}` }, detailOf(record, tag, value));
  },
});
