import { dmarcName } from '../../dmarc-policy/answers.ts';
import { isDmarcVersion } from '../../protocols/dmarc.ts';
import { defineCheck } from '../define-check.ts';
import { spanIn } from './judged-record.ts';
import { meantText } from './meant.ts';

export default defineCheck({
  id: 'dmarc/record-name',
  title: 'The DMARC record stands under the name that receivers ask for',
  refs: [{ label: 'RFC 9989 §4.5', url: 'https://www.rfc-editor.org/rfc/rfc9989#section-4.5' }],
  why: 'Receivers ask for `_dmarc` and the domain, and for nothing else. Web forms that add the domain by themselves turn `_dmarc.example.com` into `_dmarc.example.com.example.com`, others drop the underscore, and nobody finds the record.',
  fix: 'Publish the record at `_dmarc` of the domain; enter `_dmarc` alone where the form adds the domain itself',
  needs: ['existence', 'dmarc'],
  considers: ['strayDmarc'],
  messages: {
    misplaced: {
      level: 'error',
      text: 'A DMARC record stands at `{stray}`, where nobody looks, and there is none at `{name}`',
    },
  },
  examples: [
    { name: 'a record at the right place', zone: '_dmarc TXT "v=DMARC1; p=none"', expect: [] },
    { name: 'the domain twice', zone: '_dmarc.example.com TXT "v=DMARC1; p=none"', expect: ['misplaced'] },
    { name: 'no underscore', zone: 'dmarc TXT "v=DMARC1; p=none"', expect: ['misplaced'] },
    { name: 'a record at the web site', zone: 'www TXT "v=DMARC1; p=none"', expect: ['misplaced'] },
    {
      name: 'a record at the web site, and one at the right place',
      zone: '_dmarc TXT "v=DMARC1; p=none"\nwww TXT "v=DMARC1; p=reject"',
      expect: [],
    },
    { name: 'other texts there', zone: 'www TXT "site-verification=1"\ndmarc TXT "moved"', expect: [] },
    {
      name: 'an alias of a record that is used elsewhere',
      zone: 'dmarc CNAME dmarc.example.net.\ndmarc.example.net. TXT "v=DMARC1; p=none"',
      expect: [],
    },
  ],
  evaluate({ dmarc: { own }, strayDmarc }, findings) {
    if (strayDmarc.state === 'absent') return;
    const name = dmarcName(findings.domain);
    const [first] = strayDmarc.value;
    for (const record of strayDmarc.value) {
      const { name: stray, text } = record;
      const removal = { kind: 'remove', name: stray, type: 'TXT', old: text } as const;
      const publish = { kind: 'publish', name, type: 'TXT', value: meantText(text) } as const;
      // Only one of several can move.
      const moves = record === first && own.via.length === 0 && isDmarcVersion(publish.value);
      const changes = moves ? [removal, publish] : [removal];
      findings.add('misplaced', { stray, name }, { at: spanIn(record), changes });
    }
  },
});
