import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'leaddesk',
  name: 'LeadDesk',
  category: 'crm',
  spfIncludes: ['_spf.leaddesk.com', '_spf5.leaddesk.com'],
  sources: [
    { url: 'https://support.leaddesk.com/hc/en-us/articles/22159224976156', checked: '2026-11', evidence: 'vendor' },
  ],
});
