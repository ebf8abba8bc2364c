import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'webador',
  name: 'Webador',
  category: 'hosting',
  spfIncludes: ['_spf.webador.com', '_spf.jouwweb.nl'],
  sources: [
    { url: 'https://dns.google/resolve?name=_spf.webador.com&type=TXT', checked: '2026-11', evidence: 'observed' },
    { url: 'https://dns.google/resolve?name=_spf.jouwweb.nl&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
