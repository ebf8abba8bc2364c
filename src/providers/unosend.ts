import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'unosend',
  name: 'Unosend',
  category: 'transactional',
  selectors: [{ match: 'unosend', alone: true }],
  spfIncludes: ['unosend.co'],
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/tellam.app.email.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
    { url: 'https://www.unosend.co/blog/spf-dkim-dmarc-explained', checked: '2026-11', evidence: 'vendor' },
  ],
});
