import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'hetzner-webhosting',
  name: 'Hetzner Web Hosting',
  category: 'mailbox',
  spfIncludes: ['spf.your-server.de'],
  sources: [
    { url: 'https://dns.google/resolve?name=spf.your-server.de&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
