import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'feedblitz',
  name: 'FeedBlitz',
  category: 'marketing',
  spfIncludes: ['t9n.feedblitz.com'],
  sources: [
    {
      url: 'https://developer.feedblitz.com/docs/transactional-api/sending-an-email/email-authentication-spf-and-dkim/',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
