import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'instructure-canvas',
  name: 'Canvas (Instructure)',
  category: 'saas',
  ownDomains: ['instructure.com'],
  sources: [
    { url: 'https://dns.google/resolve?name=instructure.com&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
