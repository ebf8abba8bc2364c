import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'emarsys',
  name: 'SAP Emarsys',
  category: 'marketing',
  ownDomains: ['emarsys.com'],
  spfIncludes: ['emarsys.net'],
  sources: [
    { url: 'https://dns.google/resolve?name=emarsys.net&type=TXT', checked: '2026-11', evidence: 'observed' },
    {
      url: 'https://github.com/api-evangelist/emarsys/blob/59ad68b/security/emarsys-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
