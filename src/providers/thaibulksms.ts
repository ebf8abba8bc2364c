import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'thaibulksms',
  name: 'ThaiBulkSMS Mail',
  category: 'marketing',
  dkimTargets: ['v.thaibulkmail.com'],
  spfIncludes: ['_spf.thaibulkmail.com'],
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/thaibulksms.com-thaibulkmail.com.email.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
