import { parseMtaStsRecord } from '../../protocols/mta-sts-record.ts';
import { defineCheck } from '../define-check.ts';
import { removing, spanIn } from '../versioned-record.ts';
import { RECORD, served } from './example-policy.ts';

export default defineCheck({
  id: 'mta-sts/single-record',
  title: 'There is exactly one MTA-STS record',
  refs: [{ label: 'RFC 8461 §3.1', url: 'https://www.rfc-editor.org/rfc/rfc8461#section-3.1' }],
  why: 'Of two records senders take neither: they deliver as though the domain had no MTA-STS. It happens when a new id is published and the record with the old one is left standing.',
  fix: 'Leave one record, with an id that the policy has not had before',
  needs: ['mtaSts'],
  messages: {
    several: { level: 'warning', text: '`{name}` has {count} MTA-STS records, and senders discard them all' },
  },
  examples: [
    { name: 'one record', zone: RECORD, web: served(), expect: [] },
    { name: 'one record and another text', zone: `${RECORD}\n_mta-sts TXT "v=spf1 -all"`, web: served(), expect: [] },
    {
      name: 'an old id beside the new one',
      zone: `${RECORD}\n_mta-sts TXT "v=STSv1; id=20260101"`,
      web: served(),
      expect: ['several'],
    },
    {
      name: 'one of them damaged',
      zone: `_mta-sts TXT "v=STSv1; id=2026-11-01"\n${RECORD}`,
      web: served(),
      expect: ['several'],
    },
  ],
  evaluate({ mtaSts }, findings) {
    const { records, name } = mtaSts;
    const [first, second] = records;
    if (first === undefined || second === undefined) return;
    const kept = records.find(({ text }) => parseMtaStsRecord(text).value.valid) ?? first;
    const others = records.filter((record) => record !== kept);
    const changes = removing(mtaSts, findings.domain, others);
    findings.add('several', { name, count: records.length }, { at: spanIn(second), changes });
  },
});
