import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'host-it',
  name: 'Host.it',
  category: 'hosting',
  spfIncludes: ['spf.host.it'],
  sources: [{ url: 'https://dns.google/resolve?name=spf.host.it&type=TXT', checked: '2026-11', evidence: 'observed' }],
});
