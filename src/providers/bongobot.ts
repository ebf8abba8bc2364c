import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'bongobot',
  name: 'BongoBot',
  category: 'saas',
  dkimTargets: ['track.bongo.bot'],
  spfIncludes: ['spf.bongo.bot'],
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/bongo.bot.email.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
