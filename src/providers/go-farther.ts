import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'go-farther',
  name: 'Go Farther',
  category: 'saas',
  spfIncludes: ['_spf.gofarther.dev'],
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/gofarther.dev.email.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
