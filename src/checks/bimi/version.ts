import { bimiAsMeant, bimiName, parseBimi } from '../../protocols/bimi.ts';
import { defineCheck } from '../define-check.ts';
import { bimiDraft, spanIn } from './judged-record.ts';

export default defineCheck({
  id: 'bimi/version',
  title: 'The BIMI record starts with v=BIMI1',
  refs: [bimiDraft('4.3'), bimiDraft('7.2')],
  why: 'Receivers discard every text that does not start with exactly `v=BIMI1`, capitals included. There is then no record, and no logo.',
  fix: 'Start the record with `v=BIMI1;`',
  needs: ['bimi'],
  messages: {
    unrecognised: {
      level: 'warning',
      text: '`{name}` holds a text that was meant as a BIMI record and does not start with `v=BIMI1`, so receivers discard it',
    },
  },
  examples: [
    { name: 'a good record', zone: 'default._bimi TXT "v=BIMI1; l=https://example.com/logo.svg"', expect: [] },
    { name: 'a blank or two', zone: 'default._bimi TXT "v = BIMI1 ;l=https://example.com/logo.svg"', expect: [] },
    {
      name: 'small letters',
      zone: 'default._bimi TXT "v=bimi1; l=https://example.com/logo.svg"',
      expect: ['unrecognised'],
    },
    {
      name: 'the version behind',
      zone: 'default._bimi TXT "l=https://example.com/logo.svg; v=BIMI1"',
      expect: ['unrecognised'],
    },
    { name: 'no version', zone: 'default._bimi TXT "l=https://example.com/logo.svg"', expect: ['unrecognised'] },
    { name: 'no number', zone: 'default._bimi TXT "v=BIMI; l=https://example.com/logo.svg"', expect: ['unrecognised'] },
    {
      name: 'a record beside one that is none',
      zone: 'default._bimi TXT "v=BIMI1; l=https://example.com/logo.svg"\ndefault._bimi TXT "v=bimi1; l=https://example.com/old.svg"',
      expect: ['unrecognised'],
    },
    {
      name: 'one of its own that is none, below one that is',
      domain: 'news.example.com',
      zone: 'default._bimi TXT "v=BIMI1; l=https://example.com/logo.svg"\ndefault._bimi.news TXT "v=BIMI1 l=https://example.com/news.svg"',
      expect: ['unrecognised'],
    },
    {
      name: 'another text',
      zone: 'default._bimi TXT "google-site-verification=x"',
      expect: [],
      outcome: 'not-applicable',
    },
  ],
  evaluate({ bimi }, findings) {
    const own = bimiName(findings.domain);
    for (const text of bimi.unrecognised) {
      const at = { ...spanIn(bimi, text), source: `${own} TXT` };
      const value = bimiAsMeant(text.text);
      const { location, declined } = parseBimi(value).value;
      // Beside a record that counts a second one would do harm.
      const isAlone = bimi.unrecognised.length === 1 && (bimi.records.length === 0 || bimi.inherited);
      const usable = location?.valid === true || declined;
      const place = { name: text.owner, type: 'TXT', old: text.text } as const;
      const changes = !isAlone
        ? [{ kind: 'remove', ...place } as const]
        : usable
          ? [{ kind: 'replace', ...place, value } as const]
          : [];
      findings.add('unrecognised', { name: own }, { at, changes });
    }
  },
});
