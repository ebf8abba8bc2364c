import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'webnode',
  name: 'Webnode',
  category: 'hosting',
  spfIncludes: ['spfuser.webnode.com'],
  sources: [
    { url: 'https://dns.google/resolve?name=spfuser.webnode.com&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
