import { defineCheck } from '../define-check.ts';
import { standsAside } from '../parked/aside.ts';
import { proposal } from './proposals.ts';
import { ownRecords, spanIn } from './records.ts';
import { seams, withBlanks } from './seams.ts';

export default defineCheck({
  id: 'spf/string-seam',
  title: 'The strings of the record fit together',
  refs: [{ label: 'RFC 7208 §3.3', url: 'https://www.rfc-editor.org/rfc/rfc7208#section-3.3' }],
  why: 'A long record is published as several strings, and receivers join them without a blank. If neither string has one at the seam, two terms become one that means nothing: at best a name nobody finds, at worst a permerror.',
  fix: 'End the first string, or begin the next one, with a blank',
  needs: ['spf'],
  considers: ['parked'],
  messages: {
    joined: {
      level: 'error',
      text: '`{left}` and `{right}` run together, because no blank stands where two strings of the record meet',
    },
  },
  examples: [
    { name: 'one string', zone: '@ TXT "v=spf1 mx -all"', expect: [] },
    { name: 'a blank at the seam', zone: '@ TXT "v=spf1 include:a.example " "include:b.example -all"', expect: [] },
    {
      name: 'no blank at the seam',
      zone: '@ TXT "v=spf1 include:a.example" "include:b.example -all"',
      expect: ['joined'],
    },
    { name: 'no blank before all', zone: '@ TXT "v=spf1 ip4:192.0.2.1" "~all"', expect: ['joined'] },
    {
      name: 'no blank between mechanisms without argument',
      zone: '@ TXT "v=spf1 a" "mx" "-all"',
      expect: ['joined', 'joined'],
    },
    { name: 'a cut in the middle of a name', zone: '@ TXT "v=spf1 include:_spf.exam" "ple.net -all"', expect: [] },
    { name: 'a cut in the middle of an address', zone: '@ TXT "v=spf1 ip4:192.0.2.1" "7 -all"', expect: [] },
    { name: 'a cut behind a colon', zone: '@ TXT "v=spf1 include:" "mx.example.net -all"', expect: [] },
  ],
  evaluate({ spf, parked }, findings) {
    if (standsAside(parked, 'parked/spf', findings)) return;
    for (const record of ownRecords(spf)) {
      const { text } = record.text;
      const joints = seams(record.text);
      const changes = proposal(record, withBlanks(text, joints));
      for (const at of joints) {
        const start = Math.max(text.lastIndexOf(' ', at - 1) + 1, joints.findLast((other) => other < at) ?? 0);
        const end = Math.min(
          text.indexOf(' ', at) < 0 ? text.length : text.indexOf(' ', at),
          joints.find((other) => other > at) ?? text.length,
        );
        const params = { left: text.slice(start, at), right: text.slice(at, end) };
        findings.add('joined', params, { at: spanIn(record, { start, end }), changes });
      }
    }
  },
});
