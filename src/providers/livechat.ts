import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'livechat',
  name: 'LiveChat (Text)',
  category: 'support',
  ownDomains: ['livechat.com', 'text.com'],
  sources: [
    {
      url: 'https://github.com/api-evangelist/livechat/blob/74df1b2/security/livechat-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
