import { withoutTag, withTag, type DmarcProblem } from '../../protocols/dmarc.ts';
import { defineCheck } from '../define-check.ts';
import { faultsOf, isHidden, repaired } from './faults.ts';
import { detailOf, recordToJudge, tagIn, type JudgedRecord } from './judged-record.ts';

export default defineCheck({
  id: 'dmarc/failure-options',
  title: 'Options for failure reports mean something',
  refs: [{ label: 'RFC 9989 §4.7 fo', url: 'https://www.rfc-editor.org/rfc/rfc9989#section-4.7' }],
  why: '`fo` says when failure reports are to be sent. Without an address for them it is ignored, and with a value that does not exist, or that contradicts itself, the default holds.',
  fix: 'Write `fo` as `0` or `1`, with `d` and `s` behind colons, or leave it out',
  needs: ['dmarc', 'dmarcRecord'],
  messages: {
    pointless: { level: 'note', text: '`{tag}` is ignored, because there is no `ruf=`' },
    invalid: { level: 'note', text: '{problem}, so receivers read `fo=0`' },
  },
  examples: [
    { name: 'no options', zone: '_dmarc TXT "v=DMARC1; p=none; ruf=mailto:f@example.com"', expect: [] },
    { name: 'good options', zone: '_dmarc TXT "v=DMARC1; p=none; ruf=mailto:f@example.com; fo=1:d:s"', expect: [] },
    {
      name: 'options without failure reports',
      zone: '_dmarc TXT "v=DMARC1; p=none; rua=mailto:d@example.com; fo=1"',
      expect: ['pointless'],
    },
    { name: 'bad options without failure reports', zone: '_dmarc TXT "v=DMARC1; p=none; fo=x"', expect: ['pointless'] },
    { name: 'commas', zone: '_dmarc TXT "v=DMARC1; p=none; ruf=mailto:f@example.com; fo=1,d"', expect: ['invalid'] },
    {
      name: 'options that exclude each other',
      zone: '_dmarc TXT "v=DMARC1; p=none; ruf=mailto:f@example.com; fo=0:1:d"',
      expect: ['invalid'],
    },
    {
      name: 'an option that does not exist',
      zone: '_dmarc TXT "v=DMARC1; p=none; ruf=mailto:f@example.com; fo=2"',
      expect: ['invalid'],
    },
    {
      name: 'a misspelt ruf, which is another matter',
      zone: '_dmarc TXT "v=DMARC1; p=none; rufs=mailto:f@example.com; fo=1"',
      expect: [],
    },
  ],
  evaluate(facts, findings) {
    const record = recordToJudge(facts, findings);
    const tag = record === undefined ? undefined : tagIn(record, 'fo');
    if (record === undefined || tag === undefined || isHidden(record, 'ruf')) return;
    if (record.value.ruf.length === 0) {
      findings.add(
        'pointless',
        { tag: `${tag.name}=${tag.value}` },
        detailOf(record, tag, withoutTag(record.meant, 'fo')),
      );
      return;
    }
    for (const problem of faultsOf(record, ['invalid-value', 'empty-value', 'fo-conflict'])) {
      if (problem.tag !== 'fo') continue;
      findings.add(
        'invalid',
        { problem: problem.message },
        detailOf(record, problem, correctedOptions(record, problem, tag.value)),
      );
    }
  },
});

/** Of `0` and `1` the latter asks for more: any failure, not only that of all. */
function correctedOptions(record: JudgedRecord, problem: DmarcProblem, written: string): string | undefined {
  if (problem.code !== 'fo-conflict' || problem.replacement !== undefined) return repaired(record, problem);
  const options = written.split(':').filter((option) => option.trim() !== '0');
  return withTag(record.meant, 'fo', options.join(':'));
}
