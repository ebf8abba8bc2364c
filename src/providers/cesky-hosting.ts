import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'cesky-hosting',
  name: 'Český hosting',
  category: 'hosting',
  spfIncludes: ['spf.cesky-hosting.cz'],
  sources: [
    { url: 'https://dns.google/resolve?name=spf.cesky-hosting.cz&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
