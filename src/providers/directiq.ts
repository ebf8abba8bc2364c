import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'directiq',
  name: 'DirectIQ',
  category: 'marketing',
  selectors: [{ match: 'vip', alone: false }],
  dkimTargets: ['sender.directiq.com'],
  returnPaths: ['sender.directiq.com'],
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/directiq.com.mail.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
