import type { DkimSelector } from '../../sources/dkim.ts';
import { defineCheck } from '../define-check.ts';
import { crossings } from './crossings.ts';
import { GOOD_KEY, OTHER_RSA_2048, txt } from './example-keys.ts';
import { admitUnread } from './keys.ts';

const SERVICE = '@ TXT "v=spf1 include:servers.mcsv.net ~all"\n';
const KEYS = `dkim2.mcsv.net. TXT ${GOOD_KEY}\ndkim3.mcsv.net. TXT ${txt(`v=DKIM1; p=${OTHER_RSA_2048}`)}\n`;

export default defineCheck({
  id: 'dkim/crossed-aliases',
  title: 'Every selector leads to its own target',
  refs: [{ label: 'RFC 6376 §3.6.2', url: 'https://www.rfc-editor.org/rfc/rfc6376#section-3.6.2' }],
  why: 'Services give out CNAMEs in pairs that look alike. With two targets exchanged, receivers verify each signature with the other key, and all of them fail.',
  fix: 'Exchange the targets of the two CNAMEs',
  needs: ['dkim'],
  messages: {
    crossed: {
      level: 'error',
      text: 'Selector `{one}` leads to `{oneTarget}` and `{other}` to `{otherTarget}`: the two targets are exchanged',
    },
  },
  examples: [
    {
      name: 'two CNAMEs as they should be',
      zone: `${SERVICE}${KEYS}k2._domainkey CNAME dkim2.mcsv.net.\nk3._domainkey CNAME dkim3.mcsv.net.`,
      expect: [],
    },
    {
      name: 'two CNAMEs exchanged',
      zone: `${SERVICE}${KEYS}k2._domainkey CNAME dkim3.mcsv.net.\nk3._domainkey CNAME dkim2.mcsv.net.`,
      expect: ['crossed'],
    },
    {
      name: 'two CNAMEs exchanged, one of them to a key that is not there yet',
      zone: `selector1._domainkey CNAME selector2-example-com._domainkey.contoso.onmicrosoft.com.\nselector2._domainkey CNAME selector1-example-com._domainkey.contoso.onmicrosoft.com.\nselector2-example-com._domainkey.contoso.onmicrosoft.com. TXT ${GOOD_KEY}`,
      selectors: ['selector1', 'selector2'],
      expect: ['crossed'],
    },
    {
      name: 'two CNAMEs to the same key',
      zone: `a._domainkey CNAME key.example.net.\nb._domainkey CNAME key.example.net.\nkey.example.net. TXT ${GOOD_KEY}`,
      selectors: ['a', 'b'],
      expect: [],
    },
    {
      name: 'a selector that cannot be looked up',
      zone: '@ NS ns',
      selectors: ['k2'],
      servfail: ['k2._domainkey.example.com'],
      expect: [],
      outcome: 'inconclusive',
    },
  ],
  evaluate({ dkim }, findings) {
    admitUnread(dkim, findings);
    for (const [one, other] of crossings(dkim)) {
      const [oneTarget, otherTarget] = [targetOf(one), targetOf(other)];
      const at = { source: `${one.name} CNAME`, text: oneTarget, start: 0, end: oneTarget.length };
      const changes = [
        { kind: 'replace', name: one.name, type: 'CNAME', old: `${oneTarget}.`, value: `${otherTarget}.` },
        { kind: 'replace', name: other.name, type: 'CNAME', old: `${otherTarget}.`, value: `${oneTarget}.` },
      ] as const;
      const params = { one: one.selector, oneTarget, other: other.selector, otherTarget };
      findings.add('crossed', params, { at, changes });
    }
  },
});

const targetOf = ({ via }: DkimSelector): string => via[0] ?? '';
