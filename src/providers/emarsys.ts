import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'emarsys',
  name: 'SAP Emarsys',
  category: 'marketing',
  returnPaths: ['emsmtp.com'],
  ownDomains: ['emarsys.com'],
  spfIncludes: ['emarsys.net', 'emsmtp.com'],
  ptr: ['emsmtp.com'],
  sources: [
    { url: 'https://dns.google/resolve?name=emarsys.net&type=TXT', checked: '2026-11', evidence: 'observed' },
    {
      url: 'https://github.com/api-evangelist/emarsys/blob/59ad68b/security/emarsys-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
    { url: 'https://dns.google/resolve?name=emsmtp.com&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
