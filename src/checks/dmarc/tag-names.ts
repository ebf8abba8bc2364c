import type { DmarcTag } from '../../protocols/dmarc.ts';
import { parseDmarc } from '../../protocols/dmarc.ts';
import { defineCheck } from '../define-check.ts';
import { faultsOf, repaired } from './faults.ts';
import { detailOf, recordToJudge } from './judged-record.ts';

/**
 * Without these there is no policy, or nobody hears of it. RFC 9989 §4.7 takes its syntax from RFC 6376, where names are
 * case-sensitive (§3.2); in the ABNF of RFC 7489 §6.4 they are not. Receivers differ, so the record counts as read.
 */
const DECISIVE: ReadonlySet<string | undefined> = new Set<DmarcTag>(['p', 'sp', 'np', 'rua']);

export default defineCheck({
  id: 'dmarc/tag-names',
  title: 'The DMARC record has only tags that DMARC knows',
  refs: [
    { label: 'RFC 9989 §4.7', url: 'https://www.rfc-editor.org/rfc/rfc9989#section-4.7' },
    { label: 'RFC 6376 §3.2', url: 'https://www.rfc-editor.org/rfc/rfc6376#section-3.2' },
  ],
  why: 'Receivers pass over tags they do not know without a word. With one letter wrong in `rua=` no report ever comes, and the record looks as if it had been asked for.',
  fix: 'Correct the name of the tag, or take the tag out',
  needs: ['dmarc', 'dmarcRecord'],
  messages: {
    misspelt: { level: 'warning', text: '`{tag}=` is no DMARC tag and is ignored; `{meant}=` may be meant' },
    unknown: { level: 'note', text: '`{tag}=` is no DMARC tag and is ignored' },
    unread: {
      level: 'warning',
      text: 'Capital letters make other names of tags (RFC 6376), so not every receiver reads {tags}',
    },
    case: { level: 'note', text: 'Tags are written in small letters, and not every receiver reads {tags}' },
  },
  examples: [
    {
      name: 'every tag there is',
      zone: '_dmarc TXT "v=DMARC1; p=reject; sp=reject; np=reject; adkim=r; aspf=r; fo=1; rua=mailto:a@example.com; ruf=mailto:f@example.com; psd=n; t=n"',
      expect: [],
    },
    {
      name: 'tags that are gone, which are another matter',
      zone: '_dmarc TXT "v=DMARC1; p=none; pct=100; ri=86400; rf=afrf"',
      expect: [],
    },
    {
      name: 'a slip of the hand',
      zone: '_dmarc TXT "v=DMARC1; p=none; ruo=mailto:a@example.com"',
      expect: ['misspelt'],
    },
    {
      name: 'the policy written out',
      zone: '_dmarc TXT "v=DMARC1; policy=reject; rua=mailto:a@example.com"',
      expect: ['misspelt'],
    },
    { name: 'a tag nobody knows', zone: '_dmarc TXT "v=DMARC1; p=none; owner=postmaster"', expect: ['unknown'] },
    { name: 'capital letters', zone: '_dmarc TXT "v=DMARC1; P=none; RUA=mailto:a@example.com"', expect: ['unread'] },
    { name: 'capital letters in lesser tags', zone: '_dmarc TXT "v=DMARC1; p=none; ADKIM=s"', expect: ['case'] },
    {
      name: 'a misspelt tag whose value the right one cannot have',
      zone: '_dmarc TXT "v=DMARC1; p=reject; foo=bar"',
      expect: ['misspelt'],
    },
    {
      name: 'a correct tag beside a misspelt one',
      zone: '_dmarc TXT "v=DMARC1; p=none; rua=mailto:a@example.com; rau=mailto:a@example.com"',
      expect: ['unknown'],
    },
  ],
  evaluate(facts, findings) {
    const record = recordToJudge(facts, findings);
    if (record === undefined) return;
    for (const problem of faultsOf(record, ['unknown-tag'])) {
      const tag = record.text.slice(problem.start, problem.end);
      const { replacement: meant } = problem;
      // With the tag there already, a second one would only be a repetition.
      if (meant === undefined || record.value.given.some((given) => given === meant)) {
        findings.add('unknown', { tag }, detailOf(record, problem));
      } else {
        const proposed = repaired(record, problem);
        // A value that the other tag cannot have shows that it was not meant, or is wrong as well.
        const holds = proposed !== undefined && parseDmarc(proposed).problems.length < record.problems.length;
        findings.add('misspelt', { tag, meant }, detailOf(record, problem, holds ? proposed : undefined));
      }
    }
    const [first, ...others] = faultsOf(record, ['tag-case']);
    if (first === undefined) return;
    const all = [first, ...others];
    const tags = all.map(({ start, end }) => `\`${record.text.slice(start, end)}=\``).join(', ');
    const key = all.some(({ tag }) => DECISIVE.has(tag)) ? 'unread' : 'case';
    findings.add(key, { tags }, detailOf(record, first, repaired(record, first)));
  },
});
