import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'marketo',
  name: 'Adobe Marketo Engage',
  category: 'marketing',
  dkimDomains: ['mktdns.com', 'mktomail.com'],
  selectors: [{ match: 'm1', alone: false }],
  returnPaths: ['mktomail.com'],
  spfIncludes: ['mktomail.com'],
  ptr: ['mktomail.com', 'mktdns.com'],
  alignment: 'Publish the DKIM key of your instance and activate it; SPF aligns only with a branded return-path',
  sources: [
    {
      url: 'https://experienceleague.adobe.com/en/docs/marketo/using/getting-started/initial-setup/configure-protocols-for-marketo',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
