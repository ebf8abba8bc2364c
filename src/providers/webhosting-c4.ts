import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'webhosting-c4',
  name: 'Webhosting C4',
  category: 'hosting',
  selectors: [{ match: 'ceskywebhosting', alone: true }],
  spfIncludes: ['spf1.c4.cz', 'spf2.c4.cz'],
  sources: [{ url: 'https://www.smtp2.cz/nastaveni-spf-dkim', checked: '2026-11', evidence: 'vendor' }],
});
