import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'webhouse',
  name: 'WebHouse',
  category: 'hosting',
  spfIncludes: ['_spf.webhouse.sk'],
  sources: [
    { url: 'https://dns.google/resolve?name=_spf.webhouse.sk&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
