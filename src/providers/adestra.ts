import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'adestra',
  name: 'Upland Adestra',
  category: 'marketing',
  returnPaths: ['msgfocus.com'],
  spfIncludes: ['msgfocus.com'],
  sources: [
    {
      url: 'https://gist.github.com/jatrost/34a30bca216d171ae66f466359e498a5',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
