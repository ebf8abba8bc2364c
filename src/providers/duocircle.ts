import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'duocircle',
  name: 'DuoCircle Outbound SMTP',
  category: 'transactional',
  spfIncludes: ['outbound.mailhop.org'],
  sources: [
    {
      url: 'https://support.duocircle.com/support/solutions/articles/5000798158-common-spf-verification-problems',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
