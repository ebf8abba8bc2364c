import { assessmentOf, withoutTag, withTag, type DmarcTag } from '../../protocols/dmarc.ts';
import { defineCheck } from '../define-check.ts';
import { faultsOf, isHidden, repaired } from './faults.ts';
import { detailOf, recordToJudge } from './judged-record.ts';

const POLICY_TAGS: ReadonlySet<string | undefined> = new Set<DmarcTag>(['p', 'sp', 'np']);

export default defineCheck({
  id: 'dmarc/policy',
  title: 'The DMARC record states a policy that receivers understand',
  refs: [
    { label: 'RFC 9989 §4.10.1', url: 'https://www.rfc-editor.org/rfc/rfc9989#section-4.10.1' },
    { label: 'RFC 9989 §4.7 p', url: 'https://www.rfc-editor.org/rfc/rfc9989#section-4.7' },
  ],
  why: 'Without a valid `p`, or with an invalid `sp` or `np`, the whole record reads as `p=none`, and it does not count at all where it names no address for reports either. One slip in `sp` undoes `p=reject`.',
  fix: 'Write `p`, and `sp` and `np` where you need them, as `none`, `quarantine` or `reject`',
  needs: ['dmarc', 'dmarcRecord'],
  messages: {
    missing: { level: 'warning', text: 'The DMARC record has no `p=`, so it reads as `p=none`' },
    pointless: {
      level: 'error',
      text: 'The DMARC record has neither `p=` nor an address for reports, so receivers do not apply it',
    },
    invalid: { level: 'error', text: '{problem}; the whole record reads as `p=none`' },
    unusable: { level: 'error', text: '{problem}; without an address for reports the record does not apply at all' },
    late: {
      level: 'note',
      text: '`{policy}` is not the second tag, and receivers that follow RFC 7489 may not read it',
    },
  },
  examples: [
    { name: 'a policy', zone: '_dmarc TXT "v=DMARC1; p=none"', expect: [] },
    { name: 'policies in capital letters', zone: '_dmarc TXT "v=DMARC1; p=Reject; sp=NONE; np=reject"', expect: [] },
    { name: 'no policy', zone: '_dmarc TXT "v=DMARC1; rua=mailto:d@example.com"', expect: ['missing'] },
    { name: 'neither policy nor address', zone: '_dmarc TXT "v=DMARC1"', expect: ['pointless'] },
    {
      name: 'a misspelt policy',
      zone: '_dmarc TXT "v=DMARC1; p=rejct; rua=mailto:d@example.com"',
      expect: ['invalid'],
    },
    {
      name: 'a word for reject',
      zone: '_dmarc TXT "v=DMARC1; p=block; rua=mailto:d@example.com"',
      expect: ['invalid'],
    },
    {
      name: 'a bad policy for sub-domains',
      zone: '_dmarc TXT "v=DMARC1; p=reject; sp=; rua=mailto:d@example.com"',
      expect: ['invalid'],
    },
    { name: 'a bad policy and no address', zone: '_dmarc TXT "v=DMARC1; p=reject; np=rejected"', expect: ['unusable'] },
    { name: 'a policy at the end', zone: '_dmarc TXT "v=DMARC1; rua=mailto:d@example.com; p=none"', expect: ['late'] },
    {
      name: 'a policy hidden by a lost semicolon',
      zone: '_dmarc TXT "v=DMARC1; p=none rua=mailto:d@example.com"',
      expect: [],
    },
    {
      name: 'a policy written out, which is another matter',
      zone: '_dmarc TXT "v=DMARC1; policy=none; rua=mailto:d@example.com"',
      expect: [],
    },
    {
      name: 'a record above that asks for nothing',
      zone: '_dmarc TXT "v=DMARC1"\nnews A 192.0.2.1',
      domain: 'news.example.com',
      expect: ['pointless'],
    },
  ],
  evaluate(facts, findings) {
    const record = recordToJudge(facts, findings);
    if (record === undefined) return;
    const { value, text, meant } = record;
    const applies = assessmentOf(value, 'treewalk') !== undefined;
    for (const problem of faultsOf(record, ['invalid-policy', 'empty-value'])) {
      if (!POLICY_TAGS.has(problem.tag)) continue;
      const detail = detailOf(record, problem, repaired(record, problem));
      findings.add(applies ? 'invalid' : 'unusable', { problem: problem.message }, detail);
    }
    if (!value.given.includes('p') && !isHidden(record, 'p')) {
      // What the record comes to today, said aloud.
      const detail = detailOf(record, undefined, withTag(meant, 'p', 'none'));
      findings.add(applies ? 'missing' : 'pointless', {}, detail);
    }
    for (const problem of faultsOf(record, ['late-policy'])) {
      const policy = text.slice(problem.start, problem.end);
      const front = value.p === undefined ? undefined : withPolicyInFront(meant, value.p);
      findings.add('late', { policy }, detailOf(record, problem, front));
    }
  },
});

const withPolicyInFront = (text: string, p: string): string => withTag(withoutTag(text, 'p'), 'p', p);
