import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'moosend',
  name: 'Moosend',
  category: 'marketing',
  ownDomains: ['moosend.com'],
  spfIncludes: ['spfa.mailendo.com'],
  sources: [
    { url: 'https://dns.google/resolve?name=spfa.mailendo.com&type=TXT', checked: '2026-11', evidence: 'observed' },
    {
      url: 'https://github.com/api-evangelist/moosend/blob/ad72e3c/security/moosend-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
