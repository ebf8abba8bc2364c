import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'action-network',
  name: 'Action Network',
  category: 'marketing',
  dkimDomains: ['actionnetwork.org'],
  returnPaths: ['actionnetwork.org'],
  sources: [
    {
      url: 'https://github.com/apache/spamassassin/blob/117ce7e/rules/60_welcomelist_auth.cf',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
