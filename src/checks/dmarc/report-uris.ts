import { withTag, type DmarcCode } from '../../protocols/dmarc.ts';
import { defineCheck } from '../define-check.ts';
import { faultsOf, repaired } from './faults.ts';
import { detailOf, recordToJudge, tagIn } from './judged-record.ts';
import { meantText } from './meant.ts';

const BROKEN: readonly DmarcCode[] = ['uri-no-scheme', 'uri-blank', 'uri-character', 'uri-address', 'uri-exclamation'];

export default defineCheck({
  id: 'dmarc/report-uris',
  title: 'Every address for reports is a mailto URI',
  refs: [
    { label: 'RFC 9989 §4.8', url: 'https://www.rfc-editor.org/rfc/rfc9989#section-4.8' },
    { label: 'RFC 6068 §2', url: 'https://www.rfc-editor.org/rfc/rfc6068#section-2' },
  ],
  why: 'Receivers send nothing to an address they cannot read, and do not say so. Addresses without `mailto:`, or with a blank for the comma, are the most common reason why no report comes.',
  fix: 'Write `mailto:` before every address and a comma between two; `!` and `,` in an address as `%21` and `%2C`',
  needs: ['dmarc', 'dmarcRecord'],
  messages: {
    broken: { level: 'error', text: '{problem}, so no aggregate reports go there' },
    failure: { level: 'note', text: '{problem}, so no failure reports go there' },
    scheme: { level: 'warning', text: '{problem}, and hardly any does' },
    gap: { level: 'note', text: 'There is a comma too many in `{list}`' },
  },
  examples: [
    { name: 'an address', zone: '_dmarc TXT "v=DMARC1; p=none; rua=mailto:d@example.com"', expect: [] },
    {
      name: 'two, with a blank behind the comma',
      zone: '_dmarc TXT "v=DMARC1; p=none; rua=mailto:d@example.com, mailto:e@example.com"',
      expect: [],
    },
    { name: 'no mailto', zone: '_dmarc TXT "v=DMARC1; p=none; rua=d@example.com"', expect: ['broken'] },
    {
      name: 'mailto for the first alone',
      zone: '_dmarc TXT "v=DMARC1; p=none; rua=mailto:d@example.com,e@example.com"',
      expect: ['broken'],
    },
    {
      name: 'a blank behind mailto',
      zone: '_dmarc TXT "v=DMARC1; p=none; rua=mailto: d@example.com"',
      expect: ['broken'],
    },
    {
      name: 'a blank for the comma',
      zone: '_dmarc TXT "v=DMARC1; p=none; rua=mailto:d@example.com mailto:e@example.com"',
      expect: ['broken'],
    },
    { name: 'no address at all', zone: '_dmarc TXT "v=DMARC1; p=none; rua=mailto:postmaster"', expect: ['broken'] },
    { name: 'angle brackets', zone: '_dmarc TXT "v=DMARC1; p=none; rua=mailto:<d@example.com>"', expect: ['broken'] },
    {
      name: 'failure reports without mailto',
      zone: '_dmarc TXT "v=DMARC1; p=none; ruf=d@example.com"',
      expect: ['failure'],
    },
    { name: 'a web address', zone: '_dmarc TXT "v=DMARC1; p=none; rua=https://example.com/dmarc"', expect: ['scheme'] },
    { name: 'a comma at the end', zone: '_dmarc TXT "v=DMARC1; p=none; rua=mailto:d@example.com,"', expect: ['gap'] },
    {
      name: 'a lost semicolon, which is another matter',
      zone: '_dmarc TXT "v=DMARC1; p=none; rua=mailto:d@example.com fo=1"',
      expect: [],
    },
  ],
  evaluate(facts, findings) {
    const record = recordToJudge(facts, findings);
    if (record === undefined) return;
    for (const problem of faultsOf(record, [...BROKEN, 'uri-scheme'])) {
      const { code, message, tag = 'rua' } = problem;
      const detail = detailOf(record, problem, repaired(record, problem));
      if (code === 'uri-scheme') findings.add('scheme', { problem: message }, detail);
      else findings.add(tag === 'ruf' ? 'failure' : 'broken', { problem: message }, detail);
    }
    for (const name of ['rua', 'ruf'] as const) {
      const gap = record.problems.find(({ code, tag }) => code === 'uri-empty' && tag === name);
      const list = tagIn(record, name);
      const entries = record.value[name].map(({ text }) => text);
      // A list of nothing else is no list: dmarc/aggregate-reports says so.
      if (gap === undefined || list === undefined || entries.length === 0) continue;
      const value = meantText(withTag(record.meant, name, entries.join(',')));
      findings.add('gap', { list: `${list.name}=${list.value}` }, detailOf(record, gap, value));
    }
  },
});
