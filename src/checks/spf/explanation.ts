import { readMacroString } from '../../protocols/spf.ts';
import { defineCheck } from '../define-check.ts';
import { isOwn, readRecords } from './records.ts';

export default defineCheck({
  id: 'spf/explanation',
  title: 'The explanation of a refusal can be read',
  refs: [{ label: 'RFC 7208 §6.2', url: 'https://www.rfc-editor.org/rfc/rfc7208#section-6.2' }],
  why: 'Receivers quote the text that exp names when they refuse mail. If it cannot be read they leave it out, and a sender who was refused by mistake does not learn why.',
  fix: 'Publish one TXT record in plain ASCII at the name, or remove exp',
  needs: ['spf'],
  messages: {
    missing: { level: 'note', text: '`{exp}` names a text that is not there' },
    several: { level: 'note', text: '`{exp}` leads to {count} TXT records, so receivers show none of them' },
    unreadable: { level: 'note', text: '`{exp}` leads to a text receivers cannot show: {reason}' },
  },
  examples: [
    {
      name: 'an explanation',
      zone: '@ TXT "v=spf1 mx -all exp=why.example.com"\nwhy TXT "%{i} may not send for %{d}, see https://example.com/mail"',
      expect: [],
    },
    { name: 'no explanation', zone: '@ TXT "v=spf1 mx -all"', expect: [] },
    { name: 'nothing at the name', zone: '@ TXT "v=spf1 mx -all exp=why.example.com"', expect: ['missing'] },
    {
      name: 'two texts',
      zone: '@ TXT "v=spf1 mx -all exp=why.example.com"\nwhy TXT "one"\nwhy TXT "two"',
      expect: ['several'],
    },
    {
      name: 'a text beyond ASCII',
      zone: String.raw`@ TXT "v=spf1 mx -all exp=why.example.com"` + '\n' + String.raw`why TXT "caf\195\169"`,
      expect: ['unreadable'],
    },
    {
      name: 'a broken macro',
      zone: '@ TXT "v=spf1 mx -all exp=why.example.com"\nwhy TXT "100% yours"',
      expect: ['unreadable'],
    },
    {
      name: 'a name server that fails',
      zone: '@ TXT "v=spf1 mx -all exp=why.example.com"',
      servfail: ['why.example.com'],
      expect: [],
      outcome: 'inconclusive',
    },
  ],
  evaluate({ spf }, findings) {
    for (const record of readRecords(spf)) {
      for (const { explanation, span, term } of record.terms) {
        if (explanation === undefined) continue;
        if (explanation.state === 'unknown') {
          findings.inconclusive(explanation.reason);
          continue;
        }
        const exp = term.text;
        const fix = isOwn(spf, record) ? {} : { fix: `ask the owner of \`${record.domain}\` to publish it` };
        const detail = { at: span, ...fix };
        if (explanation.state !== 'found') findings.add('missing', { exp }, detail);
        else if (explanation.texts.length > 1)
          findings.add('several', { exp, count: explanation.texts.length }, detail);
        else {
          const reason = unreadable(explanation.texts[0] ?? '');
          if (reason !== undefined) findings.add('unreadable', { exp, reason }, detail);
        }
      }
    }
  },
});

function unreadable(text: string): string | undefined {
  if (/[^\x20-\x7E]/.test(text)) return 'it holds characters beyond ASCII';
  return readMacroString(text, 'explanation').problems[0]?.message;
}
