import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'notion',
  name: 'Notion',
  category: 'saas',
  ownDomains: ['notion.so', 'notion.com'],
  sources: [
    {
      url: 'https://github.com/api-evangelist/notion/blob/bf5d61d/security/notion-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
