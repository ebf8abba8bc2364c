import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'webglobe',
  name: 'Webglobe',
  category: 'hosting',
  spfIncludes: ['_spf.webglobe.sk', '_spf.webglobe.cz'],
  sources: [
    { url: 'https://dns.google/resolve?name=_spf.webglobe.sk&type=TXT', checked: '2026-11', evidence: 'observed' },
    { url: 'https://dns.google/resolve?name=_spf.webglobe.cz&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
