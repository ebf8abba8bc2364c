import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'buckcrm',
  name: 'BuckCRM',
  category: 'crm',
  selectors: [{ match: 'bbeam', alone: true }],
  dkimTargets: ['buckbeam.app'],
  spfIncludes: ['buckbeam.app'],
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/buckcrm.com.email.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
