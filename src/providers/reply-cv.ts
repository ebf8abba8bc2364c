import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'reply-cv',
  name: 'reply.cv',
  category: 'saas',
  selectors: [{ match: 'reply', alone: false }],
  spfIncludes: ['spf.reply.cv'],
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/reply.cv.email.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
