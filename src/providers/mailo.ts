import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'mailo',
  name: 'Mailo',
  category: 'mailbox',
  spfIncludes: ['mailo.com'],
  sources: [{ url: 'https://dns.google/resolve?name=mailo.com&type=TXT', checked: '2026-11', evidence: 'observed' }],
});
