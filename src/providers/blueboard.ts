import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'blueboard',
  name: 'Blueboard',
  category: 'hosting',
  spfIncludes: ['spf.blueboard.cz'],
  sources: [
    { url: 'https://dns.google/resolve?name=spf.blueboard.cz&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
