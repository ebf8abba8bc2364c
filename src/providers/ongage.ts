import { defineProvider } from './provider.ts';

// It takes the bounces; the mails go out through whatever service the customer has.
export default defineProvider({
  id: 'ongage',
  name: 'Ongage',
  category: 'marketing',
  returnPaths: ['ongage.net'],
  sources: [
    {
      url: 'https://ongage.atlassian.net/wiki/spaces/HELP/pages/5406757/Email+Authentication+Protocols',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
