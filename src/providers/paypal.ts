import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'paypal',
  name: 'PayPal',
  category: 'saas',
  ownDomains: ['paypal.com'],
  sources: [
    {
      url: 'https://github.com/api-evangelist/paypal/blob/2538480/security/paypal-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
