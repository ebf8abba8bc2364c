import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'cheap-business-email',
  name: 'Cheap Business Email',
  category: 'mailbox',
  selectors: [{ match: 'cbe', alone: false }],
  spfIncludes: ['cheapbusiness.email'],
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/cheapbusiness.email.email.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
