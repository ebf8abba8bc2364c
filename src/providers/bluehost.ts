import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'bluehost',
  name: 'Bluehost and HostGator',
  category: 'hosting',
  selectors: [{ match: 'default', alone: false }],
  spfIncludes: ['websitewelcome.com'],
  ptr: ['websitewelcome.com', 'unifiedlayer.com'],
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/bluehost.com.email.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/hostmonster.com.email.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
