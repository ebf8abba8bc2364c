import { withTag } from '../../protocols/dmarc.ts';
import { defineCheck } from '../define-check.ts';
import { detailOf, recordToJudge, type JudgedRecord } from './judged-record.ts';
import { meantText } from './meant.ts';

export default defineCheck({
  id: 'dmarc/repeated-tags',
  title: 'Every tag stands in the DMARC record once',
  refs: [
    { label: 'RFC 6376 §3.2', url: 'https://www.rfc-editor.org/rfc/rfc6376#section-3.2' },
    { label: 'RFC 9989 §4.7', url: 'https://www.rfc-editor.org/rfc/rfc9989#section-4.7' },
  ],
  why: 'A list with the same tag twice is invalid as a whole: one receiver discards the record, another takes the first value, a third the last. Nobody can say which policy is in force.',
  fix: 'Leave one of them; several report addresses go into one `rua=`, with commas between them',
  needs: ['dmarc', 'dmarcRecord'],
  messages: {
    repeated: { level: 'error', text: '`{tag}=` stands in the DMARC record {count} times, which makes it invalid' },
  },
  examples: [
    { name: 'every tag once', zone: '_dmarc TXT "v=DMARC1; p=none; sp=none"', expect: [] },
    { name: 'two policies', zone: '_dmarc TXT "v=DMARC1; p=none; p=reject"', expect: ['repeated'] },
    { name: 'the same policy twice', zone: '_dmarc TXT "v=DMARC1; p=none; P=none"', expect: ['repeated'] },
    {
      name: 'two addresses for reports',
      zone: '_dmarc TXT "v=DMARC1; p=none; rua=mailto:a@example.com; rua=mailto:b@example.com"',
      expect: ['repeated'],
    },
    {
      name: 'two records in one',
      zone: '_dmarc TXT "v=DMARC1; p=none; v=DMARC1; p=none"',
      expect: ['repeated', 'repeated'],
    },
  ],
  evaluate(facts, findings) {
    const record = recordToJudge(facts, findings);
    if (record === undefined) return;
    const { tags } = record.value;
    const repeated = Object.groupBy(tags, ({ name }) => name.toLowerCase());
    for (const [tag, group = []] of Object.entries(repeated)) {
      const second = group[1];
      if (second === undefined) continue;
      const value = onceEach(
        record,
        tag,
        group.map((one) => one.value),
      );
      findings.add('repeated', { tag, count: group.length }, detailOf(record, second, value));
    }
  },
});

/** The tag left once, where it is clear with which value: addresses are joined, anything else has to agree. */
function onceEach({ meant, value }: JudgedRecord, name: string, values: readonly string[]): string | undefined {
  const tag = value.given.find((known) => known === name);
  const distinct = new Map(values.map((one) => [one.toLowerCase(), one]));
  const isList = tag === 'rua' || tag === 'ruf';
  if (tag === undefined || (distinct.size > 1 && !isList)) return undefined;
  return meantText(withTag(meant, tag, [...distinct.values()].join(',')));
}
