import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'website-toolbox',
  name: 'Website Toolbox',
  category: 'saas',
  selectors: [{ match: 'websitetoolbox', alone: true }],
  dkimTargets: ['websitetoolbox.com'],
  spfIncludes: ['mailers.websitetoolbox.com'],
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/websitetoolbox.com.forum.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
