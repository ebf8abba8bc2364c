import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'bytsend',
  name: 'BytSend',
  category: 'transactional',
  selectors: [{ match: 'dkim', alone: false }],
  returnPaths: ['mail.bytsend.com'],
  spfIncludes: ['_spf.bytsend.com'],
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/bytsend.com.mail.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
