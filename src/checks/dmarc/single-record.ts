import { hasSeveral } from '../../dmarc-policy/answers.ts';
import { DMARC_POLICIES, parseDmarc, withTag } from '../../protocols/dmarc.ts';
import { defineCheck } from '../define-check.ts';
import { decidingAnswers } from './coverage.ts';
import { spanIn } from './judged-record.ts';
import { meantText } from './meant.ts';

export default defineCheck({
  id: 'dmarc/single-record',
  title: 'There is exactly one DMARC record at the name',
  refs: [{ label: 'RFC 9989 §4.10', url: 'https://www.rfc-editor.org/rfc/rfc9989#section-4.10' }],
  why: 'Of two records receivers take neither. The domain then has no DMARC, or that of a domain above, until one of them is gone. It happens when a report service asks for "a DMARC record" and the old one is left standing.',
  fix: 'Leave one record that holds the policy you want and the report addresses of all of them',
  needs: ['dmarc'],
  messages: {
    several: { level: 'error', text: '`{name}` has {count} DMARC records, and receivers discard them all' },
  },
  examples: [
    { name: 'one record', zone: '_dmarc TXT "v=DMARC1; p=reject"', expect: [] },
    {
      name: 'one record and another text',
      zone: '_dmarc TXT "v=DMARC1; p=reject"\n_dmarc TXT "v=spf1 -all"',
      expect: [],
    },
    {
      name: 'two records',
      zone: '_dmarc TXT "v=DMARC1; p=reject; rua=mailto:a@example.com"\n_dmarc TXT "v=DMARC1; p=none; rua=mailto:b@example.com"',
      expect: ['several'],
    },
    {
      name: 'two that ask for the same',
      zone: '_dmarc TXT "v=DMARC1; p=none"\n_dmarc TXT "v=DMARC1;p=none"',
      expect: ['several'],
    },
    {
      name: 'two in the domain above',
      zone: '_dmarc TXT "v=DMARC1; p=none"\n_dmarc TXT "v=DMARC1; p=reject"\nnews A 192.0.2.1',
      domain: 'news.example.com',
      expect: ['several'],
    },
    {
      name: 'a name server that fails',
      zone: '@ A 192.0.2.1',
      servfail: ['_dmarc.example.com'],
      expect: [],
      outcome: 'inconclusive',
    },
  ],
  evaluate({ dmarc }, findings) {
    for (const answer of decidingAnswers(dmarc)) {
      if (answer.status === 'failed') findings.inconclusive(answer.reason ?? answer.name);
      if (!hasSeveral(answer)) continue;
      const records = answer.texts.filter(({ discarded }) => discarded === 'several');
      const [first, second] = records;
      if (first === undefined || second === undefined) continue;
      const at = { name: answer.via.at(-1) ?? answer.name, type: 'TXT' } as const;
      const value = mergedRecord(records.map(({ text }) => text));
      const kept = records.find(({ text }) => text === value) ?? first;
      const removals = records
        .filter((record) => record !== kept)
        .map(({ text: old }) => ({ kind: 'remove', ...at, old }) as const);
      const changes =
        kept.text === value ? removals : [{ kind: 'replace', ...at, old: kept.text, value } as const, ...removals];
      const subject = answer === dmarc.own ? {} : { subject: answer.domain };
      const fix = 'leave one record; proposed is the weakest policy of them, for none is in force as it is';
      const detail = { at: spanIn({ name: answer.name, ...second }), fix, changes, ...subject };
      findings.add('several', { name: answer.name, count: records.length }, detail);
    }
  },
});

/** One record for all: the weakest policy, for none of them was in force, and every address for reports. */
function mergedRecord(texts: readonly string[]): string {
  const read = texts.map((text) => parseDmarc(meantText(text)).value);
  const rank = (p: (typeof read)[number]['p']): number => (p === undefined ? 0 : DMARC_POLICIES.indexOf(p));
  const base = read.toSorted((a, b) => rank(a.p) - rank(b.p))[0]?.text ?? '';
  const rua = new Set(read.flatMap((record) => record.rua.filter(({ valid }) => valid).map(({ text }) => text)));
  const present = new Set(parseDmarc(base).value.rua.map(({ text }) => text));
  return [...rua].every((uri) => present.has(uri)) ? base : withTag(base, 'rua', [...rua].join(','));
}
