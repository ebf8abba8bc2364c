import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'mailfully',
  name: 'Mailfully',
  category: 'transactional',
  dkimTargets: ['dkim.mailfully.com'],
  spfIncludes: ['_spf.mailfully.com'],
  runsOn: ['amazon-ses'],
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/mailfully.com.mail.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
