import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'govdelivery',
  name: 'Granicus govDelivery',
  category: 'marketing',
  dkimDomains: ['govdelivery.com'],
  returnPaths: ['govdelivery.com'],
  ownDomains: ['granicus.com'],
  sources: [
    {
      url: 'https://github.com/apache/spamassassin/blob/117ce7e/rules/60_welcomelist_auth.cf',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
