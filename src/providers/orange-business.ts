import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'orange-business',
  name: 'Orange Business',
  category: 'mailbox',
  spfIncludes: ['_spf.orange-business.fr'],
  sources: [
    {
      url: 'https://dns.google/resolve?name=_spf.orange-business.fr&type=TXT',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
