import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'mailercloud',
  name: 'Mailercloud',
  category: 'marketing',
  dkimTargets: ['dkim.mlrcloud.com'],
  spfIncludes: ['mlrcloud.com'],
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/mailercloud.com.email-auth.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
