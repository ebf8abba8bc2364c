import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'tigermail',
  name: 'TigerMail',
  category: 'transactional',
  dkimTargets: ['dkim.tigermail.io'],
  spfIncludes: ['spf.tigermail.io'],
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/tigermail.io.email-send.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
