import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'dropbox-sign',
  name: 'Dropbox Sign (HelloSign)',
  category: 'saas',
  ownDomains: ['hellosign.com'],
  sources: [
    { url: 'https://dns.google/resolve?name=mail.hellosign.com&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
