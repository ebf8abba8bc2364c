import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'webling',
  name: 'Webling',
  category: 'saas',
  dkimDomains: ['webling.ch'],
  runsOn: ['sendgrid'],
  sources: [
    {
      url: 'https://support.webling.ch/hc/de/articles/204817049-E-Mail-Domain-authentifizieren',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
