import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'public-internet',
  name: 'Public Internet',
  category: 'mailbox',
  selectors: [
    { match: 'pblin1', alone: true },
    { match: 'pblin2', alone: true },
  ],
  dkimTargets: ['dkim.mail.pblin.net'],
  spfIncludes: ['_spf.pblin.net'],
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/pblin.net.email.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
