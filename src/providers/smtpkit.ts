import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'smtpkit',
  name: 'SMTPKit',
  category: 'transactional',
  spfIncludes: ['smtpkit.com'],
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/smtpkit.com.domain-auth.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
