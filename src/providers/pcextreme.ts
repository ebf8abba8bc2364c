import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'pcextreme',
  name: 'PCextreme',
  category: 'hosting',
  spfIncludes: ['_spf4.pcextreme.nl', '_spf6.pcextreme.nl'],
  sources: [
    { url: 'https://dns.google/resolve?name=_spf4.pcextreme.nl&type=TXT', checked: '2026-11', evidence: 'observed' },
    { url: 'https://dns.google/resolve?name=_spf6.pcextreme.nl&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
