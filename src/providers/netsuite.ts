import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'netsuite',
  name: 'Oracle NetSuite',
  category: 'saas',
  returnPaths: ['sent-via.netsuite.com'],
  spfIncludes: ['sent-via.netsuite.com', 'mailsenders.netsuite.com'],
  envelope: 'own',
  alignment:
    'Set up DKIM under Email Preferences with a selector of your own; SPF does not align, the envelope-from is under sent-via.netsuite.com',
  sources: [
    {
      url: 'https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/bridgehead_4820740297.html',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
