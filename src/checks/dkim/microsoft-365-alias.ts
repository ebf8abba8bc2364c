import { defineCheck } from '../define-check.ts';
import { GOOD_KEY } from './example-keys.ts';
import { admitUnread, publishedKeys, spanIn } from './keys.ts';

const SELECTORS = new Set(['selector1', 'selector2']);
const PAGE = 'https://learn.microsoft.com/en-us/defender-office-365/email-authentication-dkim-configure';
const MX = '@ MX 0 example-com.mail.protection.outlook.com.\n';

export default defineCheck({
  id: 'dkim/microsoft-365-alias',
  title: 'The selectors of Microsoft 365 are CNAMEs',
  refs: [{ label: 'Microsoft 365: set up DKIM', url: PAGE }],
  why: 'Microsoft 365 keeps its keys in its own zone, changes them now and then, and moves between the two selectors. A key copied into a TXT record stays behind at the next change, and from then on signatures fail.',
  fix: 'Replace the TXT record by the CNAME that the Microsoft 365 admin centre shows for the selector',
  needs: ['dkim', 'wildcards', 'providers'],
  messages: {
    copied: {
      level: 'warning',
      text: '`{name}` is a TXT record, where Microsoft 365 wants a CNAME to be able to change its key',
    },
  },
  examples: [
    {
      name: 'a CNAME',
      zone: `${MX}selector1._domainkey CNAME selector1-example-com._domainkey.contoso.onmicrosoft.com.\nselector1-example-com._domainkey.contoso.onmicrosoft.com. TXT ${GOOD_KEY}`,
      expect: [],
    },
    { name: 'a TXT record', zone: `${MX}selector1._domainkey TXT ${GOOD_KEY}`, expect: ['copied'] },
    {
      name: 'the same selector without Microsoft 365',
      zone: `@ MX 10 aspmx.l.google.com.\nselector1._domainkey TXT ${GOOD_KEY}`,
      selectors: ['selector1'],
      expect: [],
    },
    { name: 'another selector', zone: `${MX}s1._domainkey TXT ${GOOD_KEY}`, selectors: ['s1'], expect: [] },
  ],
  evaluate({ dkim, wildcards, providers }, findings) {
    if (!providers.some((named) => named.provider.id === 'microsoft-365' && named.in === 'mx')) return;
    admitUnread(dkim, findings);
    for (const { selector, record } of publishedKeys(dkim, wildcards)) {
      if (selector.via.length > 0 || !SELECTORS.has(selector.selector)) continue;
      findings.add('copied', { name: selector.name }, { at: spanIn(record) });
    }
  },
});
