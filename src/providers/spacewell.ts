import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'spacewell',
  name: 'Spacewell Workplace (Axxerion)',
  category: 'saas',
  spfIncludes: ['_spf.axxerion.com'],
  sources: [
    {
      url: 'https://spacewell.atlassian.net/wiki/pages/viewpage.action?pageId=722763841',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
