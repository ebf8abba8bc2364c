import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'shopify',
  name: 'Shopify',
  category: 'saas',
  dkimDomains: ['shopifyemail.com'],
  dkimTargets: ['email.myshopify.com'],
  returnPaths: ['email.myshopify.com', 'shopifyemail.com'],
  spfIncludes: ['shops.shopify.com'],
  runsOn: ['sendgrid'],
  alignment: 'Authenticate the sender domain: publish the DKIM and mailer CNAMEs into email.myshopify.com',
  sources: [
    { url: 'https://dns.google/resolve?name=t.shopifyemail.com&type=TXT', checked: '2026-11', evidence: 'observed' },
    {
      url: 'https://help.shopify.com/en/manual/intro-to-shopify/initial-setup/setup-your-email',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
