import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'localharvest',
  name: 'LocalHarvest',
  category: 'saas',
  spfIncludes: ['cwmx.localharvest.org'],
  sources: [
    {
      url: 'https://help.localharvest.org/hc/en-us/articles/231871508-SPF-Records',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
