import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'sendcorex',
  name: 'Sendcorex',
  category: 'transactional',
  selectors: [{ match: 'sendcorex', alone: true }],
  returnPaths: ['bounce.emailsbit.com'],
  spfIncludes: ['smtp.emailsbit.com'],
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/sendcorex.com.email.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
