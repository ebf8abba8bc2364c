import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'tiger-technologies',
  name: 'Tiger Technologies',
  category: 'hosting',
  spfIncludes: ['tigertech.net'],
  sources: [
    { url: 'https://dns.google/resolve?name=tigertech.net&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
