import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'lettermint',
  name: 'Lettermint',
  category: 'transactional',
  returnPaths: ['lmta.net'],
  alignment:
    'Add the domain: the CNAME of its DKIM key aligns DKIM, the CNAME lm-bounces to bounces.lmta.net aligns SPF',
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/lettermint.co.mail-v2.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
