import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'zorgmail',
  name: 'ZorgMail',
  category: 'mailbox',
  spfIncludes: ['_spf.zorgmail.nl'],
  sources: [
    { url: 'https://dns.google/resolve?name=_spf.zorgmail.nl&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
