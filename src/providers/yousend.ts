import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'yousend',
  name: 'YouSend',
  category: 'transactional',
  selectors: [{ match: 'ys', alone: false }],
  dkimTargets: ['dkim.yousend.app'],
  returnPaths: ['mta1.yousend.app'],
  spfIncludes: ['spf.yousend.app'],
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/yousend.app.email.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
