import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'mail-designer-365',
  name: 'Mail Designer 365',
  category: 'marketing',
  returnPaths: ['mail-transfer-reports.welovemails.com'],
  spfIncludes: ['spf.welovemails.com'],
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/maildesigner365.com.domain-authentication.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
