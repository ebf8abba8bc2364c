import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'boti',
  name: 'Boti',
  category: 'saas',
  selectors: [{ match: 'boti', alone: true }],
  dkimTargets: ['botimail.net'],
  returnPaths: ['botimail.net'],
  spfIncludes: ['botimail.net'],
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/boti.bot.send-and-receive-email.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
