import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'omnivery',
  name: 'Omnivery (Mailkit)',
  category: 'marketing',
  selectors: [
    { match: 'mailkit', alone: true },
    { match: 'omnivery', alone: true },
    { match: 'mkt', alone: false },
  ],
  ownDomains: ['mailkit.com'],
  spfIncludes: ['omnivery.com', 'mailkit.eu'],
  ptr: ['mailkit.com'],
  sources: [
    {
      url: 'https://www.mailkit.com/resources/documentation/account-management/spf-records',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
