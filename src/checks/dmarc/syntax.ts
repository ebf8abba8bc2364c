import type { DmarcProblem } from '../../protocols/dmarc.ts';
import { defineCheck } from '../define-check.ts';
import { faultsOf, repaired } from './faults.ts';
import { detailOf, recordToJudge } from './judged-record.ts';
import { meantText } from './meant.ts';

export default defineCheck({
  id: 'dmarc/syntax',
  title: 'The DMARC record consists of tags and nothing else',
  refs: [
    { label: 'RFC 9989 §4.8', url: 'https://www.rfc-editor.org/rfc/rfc9989#section-4.8' },
    { label: 'RFC 6376 §3.2', url: 'https://www.rfc-editor.org/rfc/rfc6376#section-3.2' },
  ],
  why: 'RFC 9989 has receivers pass over what they cannot read and take the default instead; stricter ones discard the whole record. Either way something that was meant is not in force.',
  fix: 'Write every tag as `name=value` in plain ASCII letters',
  needs: ['dmarc', 'dmarcRecord'],
  messages: {
    value: { level: 'error', text: '{problem}, so receivers cannot read `{tag}=`' },
    character: { level: 'warning', text: '{problem}, and some receivers discard a record with such characters' },
    stray: { level: 'warning', text: '{problem}, so receivers pass over it or discard the record' },
  },
  examples: [
    { name: 'a good record', zone: '_dmarc TXT "v=DMARC1; p=none; rua=mailto:d@example.com"', expect: [] },
    {
      name: 'a lost semicolon, which is another matter',
      zone: '_dmarc TXT "v=DMARC1; p=none rua=mailto:d@example.com"',
      expect: [],
    },
    {
      name: 'a space that does not break, behind the policy',
      zone: String.raw`_dmarc TXT "v=DMARC1; p=none\194\160; rua=mailto:d@example.com"`,
      expect: ['value'],
    },
    {
      name: 'a letter with an accent in the policy',
      zone: String.raw`_dmarc TXT "v=DMARC1; p=r\195\169ject; rua=mailto:d@example.com"`,
      expect: ['value'],
    },
    {
      name: 'one in a tag that nobody reads',
      zone: String.raw`_dmarc TXT "v=DMARC1; p=none; note=caf\195\169"`,
      expect: ['character'],
    },
    {
      name: 'the quotation marks of a word processor',
      zone: String.raw`_dmarc TXT "v=DMARC1; p=\226\128\156none\226\128\157; rua=mailto:d@example.com"`,
      expect: ['value'],
    },
    { name: 'a word at the end', zone: '_dmarc TXT "v=DMARC1; p=none; please"', expect: ['stray'] },
    {
      name: 'a colon for the sign',
      zone: '_dmarc TXT "v=DMARC1; p:none; rua=mailto:d@example.com"',
      expect: ['stray'],
    },
    { name: 'a blank in a name', zone: '_dmarc TXT "v=DMARC1; p=none; r ua=mailto:d@example.com"', expect: ['stray'] },
  ],
  evaluate(facts, findings) {
    const record = recordToJudge(facts, findings);
    if (record === undefined) return;
    const { tags, invalid } = record.value;
    const damaged = new Set<unknown>();
    for (const problem of faultsOf(record, ['bad-character'])) {
      const hit = tags.find(({ start, end }) => start <= problem.start && problem.end <= end);
      // Two quotation marks around one value are one fault.
      if (hit !== undefined && damaged.has(hit)) continue;
      damaged.add(hit);
      const tag = invalid.find((name) => name === hit?.name.toLowerCase());
      const detail = detailOf(record, problem, repaired(record, problem));
      if (tag === undefined) findings.add('character', { problem: problem.message }, detail);
      else findings.add('value', { problem: problem.message, tag }, detail);
    }
    for (const problem of faultsOf(record, ['no-equals', 'trailing-text', 'bad-name'])) {
      // Text in a tag's place may have been meant as that tag; only a last word is surely nothing.
      const cut = problem.code === 'trailing-text' ? withoutStretch(record.text, problem) : undefined;
      findings.add('stray', { problem: problem.message }, detailOf(record, problem, repaired(record, problem) ?? cut));
    }
  },
});

const withoutStretch = (text: string, { start, end }: DmarcProblem): string =>
  meantText(text.slice(0, start) + text.slice(end));
