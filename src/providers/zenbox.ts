import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'zenbox',
  name: 'Zenbox',
  category: 'hosting',
  spfIncludes: ['_spf.zenbox.pl'],
  sources: [
    { url: 'https://dns.google/resolve?name=_spf.zenbox.pl&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
