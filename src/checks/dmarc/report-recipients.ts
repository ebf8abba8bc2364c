import { defineCheck } from '../define-check.ts';
import { detailOf, recordToJudge, tagIn } from './judged-record.ts';

/** What a report sender must be able to serve at least (RFC 7489 §6.2); RFC 9989 names no number. */
const GUARANTEED = 2;

export default defineCheck({
  id: 'dmarc/report-recipients',
  title: 'Reports go to at most two addresses',
  refs: [
    { label: 'RFC 7489 §6.2', url: 'https://www.rfc-editor.org/rfc/rfc7489#section-6.2' },
    { label: 'RFC 9989 §4.6', url: 'https://www.rfc-editor.org/rfc/rfc9989#section-4.6' },
  ],
  why: 'Report senders have only ever had to serve two addresses. From some of them the third gets nothing, so what one report service shows is not what the other does.',
  fix: 'Name two addresses at most, and have one of them forward what others need',
  needs: ['dmarc', 'dmarcRecord'],
  messages: {
    many: {
      level: 'note',
      text: '`{tag}=` names {count} addresses, and report senders need not serve more than {guaranteed}',
    },
  },
  examples: [
    { name: 'one', zone: '_dmarc TXT "v=DMARC1; p=none; rua=mailto:a@example.com"', expect: [] },
    { name: 'two', zone: '_dmarc TXT "v=DMARC1; p=none; rua=mailto:a@example.com,mailto:b@example.com"', expect: [] },
    {
      name: 'three',
      zone: '_dmarc TXT "v=DMARC1; p=none; rua=mailto:a@example.com,mailto:b@example.com,mailto:c@example.com"',
      expect: ['many'],
    },
    {
      name: 'two of each kind',
      zone: '_dmarc TXT "v=DMARC1; p=none; rua=mailto:a@example.com,mailto:b@example.com; ruf=mailto:a@example.com,mailto:b@example.com"',
      expect: [],
    },
  ],
  evaluate(facts, findings) {
    const record = recordToJudge(facts, findings);
    if (record === undefined) return;
    for (const tag of ['rua', 'ruf'] as const) {
      const count = record.value[tag].filter(({ valid }) => valid).length;
      if (count <= GUARANTEED) continue;
      findings.add('many', { tag, count, guaranteed: GUARANTEED }, detailOf(record, tagIn(record, tag)));
    }
  },
});
