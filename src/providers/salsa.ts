import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'salsa',
  name: 'Salsa (Bonterra)',
  category: 'marketing',
  dkimDomains: ['salsalabs.org'],
  returnPaths: ['salsalabs.org'],
  sources: [
    {
      url: 'https://github.com/apache/spamassassin/blob/117ce7e/rules/60_welcomelist_auth.cf',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
