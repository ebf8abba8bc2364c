import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'webland',
  name: 'Webland',
  category: 'hosting',
  spfIncludes: ['spf.mail.webland.ch'],
  sources: [
    { url: 'https://dns.google/resolve?name=spf.mail.webland.ch&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
