import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'mpmail',
  name: 'MPmail (Manage Protect)',
  category: 'gateway',
  spfIncludes: ['spf.mpmailmx.com'],
  sources: [
    {
      url: 'https://support.manageprotect.com/support/solutions/articles/44002274662-mpmail-setting-up-spf-checking',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
