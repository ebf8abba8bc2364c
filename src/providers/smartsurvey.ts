import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'smartsurvey',
  name: 'SmartSurvey',
  category: 'saas',
  dkimDomains: ['smartsurveyuser.com'],
  returnPaths: ['smartsurveyuser.com', 'ssmx.net'],
  alignment: 'Verify the sending domain, not the address alone: otherwise the From is rewritten to smartsurveyuser.com',
  sources: [
    {
      url: 'https://help.smartsurvey.co.uk/article/verifying-email-addresses-and-sending-domains',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
