import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'mimeprotect',
  name: 'MimeProtect',
  category: 'dmarc',
  spfIncludes: ['zone.mimeprotect.com'],
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/mimeprotect.com.spf.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
