import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'inxmail',
  name: 'Inxmail',
  category: 'marketing',
  dkimDomains: ['inxserver.com', 'inxserver.de'],
  returnPaths: ['inxserver.com', 'inxserver.de'],
  sources: [
    {
      url: 'https://help.inxmail.com/en/content/xnew/account-verwaltung/versand-domains_faq.htm',
      checked: '2026-11',
      evidence: 'vendor',
    },
    {
      url: 'https://help.inxmail.com/de/content/xpro/brand_identity_szenario_3.htm',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
