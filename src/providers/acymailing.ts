import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'acymailing',
  name: 'AcyMailing',
  category: 'marketing',
  dkimTargets: ['dkim.acymailer.com'],
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/acymailing.com.acymailer.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
