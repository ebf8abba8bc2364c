import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'ontraport',
  name: 'Ontraport',
  category: 'crm',
  dkimDomains: ['ontramail.com'],
  returnPaths: ['ontramail.com'],
  ownDomains: ['ontraport.com'],
  spfIncludes: ['_spf-ontramail.ontramail.com'],
  sources: [
    {
      url: 'https://dns.google/resolve?name=_spf-ontramail.ontramail.com&type=TXT',
      checked: '2026-11',
      evidence: 'observed',
    },
    {
      url: 'https://github.com/api-evangelist/ontraport/blob/7f980c7/security/ontraport-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
