import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'keap',
  name: 'Keap (Infusionsoft)',
  category: 'crm',
  dkimDomains: ['infusionmail.com'],
  dkimTargets: ['dkim.infusionmail.com'],
  returnPaths: ['infusionmail.com'],
  ownDomains: ['keap.com', 'infusionsoft.com'],
  spfIncludes: ['infusionmail.com'],
  sources: [
    { url: 'https://help.keap.com/help/dmarc', checked: '2026-11', evidence: 'vendor' },
    {
      url: 'https://developers.cloudflare.com/dns/proxy-status/limitations/',
      checked: '2026-10',
      evidence: 'observed',
    },
    {
      url: 'https://github.com/api-evangelist/keap/blob/4fe04fc/security/keap-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
