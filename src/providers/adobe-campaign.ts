import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'adobe-campaign',
  name: 'Adobe Campaign',
  category: 'marketing',
  spfIncludes: ['neolane.net'],
  sources: [
    {
      url: 'https://gist.github.com/jatrost/34a30bca216d171ae66f466359e498a5',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
