import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'cirrux',
  name: 'Cirrux',
  category: 'mailbox',
  dkimTargets: ['dkim.cirrux.co'],
  spfIncludes: ['_spf.cirrux.co'],
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/cirrux.co.mailbox.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
