import { defineCheck } from '../define-check.ts';
import { aboutOf, bimiDraft, spanIn } from './judged-record.ts';

export default defineCheck({
  id: 'bimi/single-record',
  title: 'There is one BIMI record at the name',
  refs: [bimiDraft('7.2')],
  why: 'Of two records receivers take neither, and show no logo until one of them is gone.',
  fix: 'Leave the one that names the logo of today',
  needs: ['bimi'],
  messages: {
    several: { level: 'warning', text: '`{name}` has {count} BIMI records, and receivers take none of them' },
  },
  examples: [
    { name: 'one record', zone: 'default._bimi TXT "v=BIMI1; l=https://example.com/logo.svg"', expect: [] },
    {
      name: 'one record and another text',
      zone: 'default._bimi TXT "v=BIMI1; l=https://example.com/logo.svg"\ndefault._bimi TXT "token=1"',
      expect: [],
    },
    {
      name: 'two records',
      zone: 'default._bimi TXT "v=BIMI1; l=https://example.com/old.svg"\ndefault._bimi TXT "v=BIMI1; l=https://example.com/logo.svg; a=https://example.com/mark.pem"',
      expect: ['several'],
    },
    {
      name: 'two in the domain above',
      domain: 'news.example.com',
      zone: 'default._bimi TXT "v=BIMI1; l=; a="\ndefault._bimi TXT "v=BIMI1; l=https://example.com/logo.svg"',
      expect: ['several'],
    },
    {
      name: 'two in the domain above that nobody reads',
      domain: 'news.example.com',
      zone: 'default._bimi TXT "v=BIMI1; l=; a="\ndefault._bimi TXT "v=BIMI1; l="\ndefault._bimi.news TXT "v=BIMI1; l="',
      expect: [],
    },
    {
      name: 'a name server that fails',
      zone: '@ A 192.0.2.1',
      servfail: ['default._bimi.example.com'],
      expect: [],
      outcome: 'inconclusive',
    },
  ],
  evaluate({ bimi }, findings) {
    const { records, name } = bimi;
    if (records.length < 2) return;
    // The one with the most to it; only the owner knows better.
    const rank = ({ parsed }: (typeof records)[number]): number =>
      (parsed.problems.length === 0 ? 4 : 0) +
      (parsed.value.evidence?.valid === true ? 2 : 0) +
      (parsed.value.location?.valid === true ? 1 : 0);
    const [kept, ...others] = records.toSorted((one, other) => rank(other) - rank(one));
    const second = records.find((record) => record !== kept)!;
    const changes = others.map(({ owner, text: old }) => ({ kind: 'remove', name: owner, type: 'TXT', old }) as const);
    const fix = 'leave one record, and check that it is the one with the logo of today';
    findings.add(
      'several',
      { name, count: records.length },
      { at: spanIn(bimi, second), changes, fix, ...aboutOf(bimi) },
    );
  },
});
