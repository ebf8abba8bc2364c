import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'heroes-recruiting',
  name: 'heroes Recruiting',
  category: 'saas',
  spfIncludes: ['_spf.recruiting-portal.com'],
  sources: [
    {
      url: 'https://heroes-eu.atlassian.net/wiki/pages/viewpage.action?navigatingVersions=true&pageId=1377763678',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
