import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'hawk-host',
  name: 'Hawk Host',
  category: 'hosting',
  spfIncludes: ['_spf.arandomserver.com'],
  sources: [
    {
      url: 'https://dns.google/resolve?name=_spf.arandomserver.com&type=TXT',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
