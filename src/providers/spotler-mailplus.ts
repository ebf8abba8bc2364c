import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'spotler-mailplus',
  name: 'Spotler MailPlus',
  category: 'marketing',
  spfIncludes: ['_spf.mailplus.nl'],
  sources: [
    { url: 'https://dns.google/resolve?name=_spf.mailplus.nl&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
