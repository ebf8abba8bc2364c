import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'sharefile',
  name: 'ShareFile',
  category: 'saas',
  ownDomains: ['sf-notifications.com'],
  sources: [
    { url: 'https://dns.google/resolve?name=sf-notifications.com&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
