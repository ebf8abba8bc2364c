import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'ghost',
  name: 'Ghost(Pro)',
  category: 'marketing',
  dkimDomains: ['ghost.io'],
  runsOn: ['mailgun'],
  sources: [
    { url: 'https://ghost.org/help/custom-sending-domains', checked: '2026-11', evidence: 'vendor' },
    {
      url: 'https://www.magicpages.co/blog/why-your-ghost-newsletter-lands-in-spam-and-how-to-fix-it/',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
