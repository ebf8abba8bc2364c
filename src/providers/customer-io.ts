import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'customer-io',
  name: 'Customer.io',
  category: 'marketing',
  dkimDomains: ['customeriomail.com'],
  selectors: [{ match: 'krs', alone: false }],
  returnPaths: ['customeriomail.com'],
  ownDomains: ['customer.io'],
  runsOn: ['mailgun'],
  alignment:
    'Authenticate the sending domain: all records live on a sub-domain of yours, which serves as envelope-from and aligns in relaxed mode',
  sources: [
    { url: 'https://customer.io/docs/journeys/authentication/', checked: '2026-11', evidence: 'vendor' },
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/customer.io.email.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
    {
      url: 'https://github.com/api-evangelist/customer-io/blob/3662772/security/customer-io-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
