import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'sendlayer',
  name: 'SendLayer',
  category: 'transactional',
  selectors: [{ match: 'sl', alone: false }],
  dkimTargets: ['sendlayer.net'],
  alignment:
    'Authorise the domain: the CNAMEs of the sl sub-domain and of sl._domainkey into sendlayer.net align SPF and DKIM',
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/sendlayer.com.email.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
