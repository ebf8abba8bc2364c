import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'valimail',
  name: 'Valimail',
  category: 'dmarc',
  spfIncludes: ['vali.email'],
  sources: [
    {
      url: 'https://support.valimail.com/en/articles/8466461-valimail-spf-records',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
