import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'super-host',
  name: 'Super-Host.pl',
  category: 'hosting',
  spfIncludes: ['_spfw.superhost.pl', '_spfw2.superhost.pl'],
  sources: [
    { url: 'https://dns.google/resolve?name=_spfw.superhost.pl&type=TXT', checked: '2026-11', evidence: 'observed' },
    { url: 'https://dns.google/resolve?name=_spfw2.superhost.pl&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
