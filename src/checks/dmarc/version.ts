import { hasSeveral } from '../../dmarc-policy/answers.ts';
import { defineCheck } from '../define-check.ts';
import { coverageOf, decidingAnswers } from './coverage.ts';
import { spanIn } from './judged-record.ts';
import { recordMeantBy } from './meant.ts';

export default defineCheck({
  id: 'dmarc/version',
  title: 'Every DMARC record begins with exactly v=DMARC1',
  refs: [
    { label: 'RFC 9989 §4.7 v', url: 'https://www.rfc-editor.org/rfc/rfc9989#section-4.7' },
    { label: 'RFC 9989 §4.10', url: 'https://www.rfc-editor.org/rfc/rfc9989#section-4.10' },
  ],
  why: 'Receivers pass over every text at `_dmarc` that does not begin with v=DMARC1 in exactly this spelling, silently. To them a domain with a blank, a quote or a small letter in front of its record has no DMARC at all.',
  fix: 'Let the record begin with `v=DMARC1;`, without blanks or quotes in front',
  needs: ['dmarc'],
  messages: {
    ignored: { level: 'error', text: '{problem}, so to receivers it is no DMARC record' },
    overruled: { level: 'warning', text: '{problem}, so the record of `{above}` applies in its place' },
    beside: { level: 'note', text: '{problem}, so receivers only see the record beside it' },
  },
  examples: [
    { name: 'a good beginning', zone: '_dmarc TXT "v=DMARC1; p=none"', expect: [] },
    { name: 'blanks around the sign', zone: '_dmarc TXT "v = DMARC1 ; p=none"', expect: [] },
    { name: 'small letters', zone: '_dmarc TXT "v=dmarc1; p=none"', expect: ['ignored'] },
    { name: 'a blank in front', zone: '_dmarc TXT " v=DMARC1; p=none"', expect: ['ignored'] },
    {
      name: 'quotes that are part of the text',
      zone: String.raw`_dmarc TXT "\"v=DMARC1; p=none\""`,
      expect: ['ignored'],
    },
    { name: 'the version behind another tag', zone: '_dmarc TXT "p=none; v=DMARC1"', expect: ['ignored'] },
    { name: 'no version', zone: '_dmarc TXT "p=reject; rua=mailto:d@example.com"', expect: ['ignored'] },
    { name: 'no semicolon behind the version', zone: '_dmarc TXT "v=DMARC1 p=none"', expect: ['ignored'] },
    { name: 'another version', zone: '_dmarc TXT "v=DMARC2; p=none"', expect: ['ignored'] },
    {
      name: 'a record that counts above',
      zone: '_dmarc TXT "v=DMARC1; p=none"\n_dmarc.news TXT "v=DMARC; p=reject"',
      domain: 'news.example.com',
      expect: ['overruled'],
    },
    {
      name: 'a failed attempt above',
      zone: '_dmarc TXT "v=DMARC; p=none"\nnews A 192.0.2.1',
      domain: 'news.example.com',
      expect: ['ignored'],
    },
    {
      name: 'a failed attempt beside the record',
      zone: '_dmarc TXT "v=DMARC1; p=none"\n_dmarc TXT "v=DMARC2; p=reject"',
      expect: ['beside'],
    },
    { name: 'a version with a point', zone: '_dmarc TXT "v=DMARC1.0; p=none"', expect: ['ignored'] },
    { name: 'some other text', zone: '_dmarc TXT "verification=dmarc"', expect: [] },
    { name: 'an SPF record with the tags of another', zone: '_dmarc TXT "v=spf1 -all v=DMARC1; p=reject"', expect: [] },
    {
      name: 'a name server that fails',
      zone: '@ A 192.0.2.1',
      servfail: ['_dmarc.example.com'],
      expect: [],
      outcome: 'inconclusive',
    },
  ],
  evaluate({ dmarc }, findings) {
    const coverage = coverageOf(dmarc);
    for (const answer of decidingAnswers(dmarc)) {
      const { name, record, via, domain, status, reason = name } = answer;
      if (status === 'failed') findings.inconclusive(reason);
      for (const { text, lookalike, place } of answer.texts) {
        if (lookalike === undefined) continue;
        const problem = lookalike.message;
        const semicolon = text.indexOf(';');
        const part = { start: 0, end: semicolon === -1 ? text.length : semicolon };
        const at = spanIn({ name, text, ...(place === undefined ? {} : { place }) }, part);
        const subject = answer === dmarc.own ? {} : { subject: domain };
        const stands = { name: via.at(-1) ?? name, type: 'TXT', old: text } as const;
        if (record !== undefined || hasSeveral(answer)) {
          const changes = [{ kind: 'remove', ...stands }] as const;
          findings.add(
            'beside',
            { problem },
            { at, changes, fix: 'remove it, or put it in the place of the other', ...subject },
          );
          continue;
        }
        const value = recordMeantBy(text);
        const detail = {
          at,
          changes: value === undefined ? [] : [{ kind: 'replace', ...stands, value } as const],
          ...subject,
        };
        if (coverage.state === 'above') findings.add('overruled', { problem, above: coverage.domain }, detail);
        else findings.add('ignored', { problem }, detail);
      }
    }
  },
});
