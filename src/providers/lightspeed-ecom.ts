import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'lightspeed-ecom',
  name: 'Lightspeed eCom',
  category: 'saas',
  dkimDomains: ['ecom.lightspeedhq.com'],
  sources: [
    {
      url: 'https://ecom-support.lightspeedhq.com/hc/en-us/articles/115000733793-Adding-your-store-s-brand-domain-to-your-emails',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
