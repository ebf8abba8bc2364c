import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'websupport',
  name: 'Websupport',
  category: 'mailbox',
  spfIncludes: ['_spf.websupport.sk', '_spf.websupport.cz', 'spf.websupport.se', '_spf.m101.websupport.se'],
  sources: [
    { url: 'https://dns.google/resolve?name=_spf.websupport.sk&type=TXT', checked: '2026-11', evidence: 'observed' },
    { url: 'https://dns.google/resolve?name=_spf.websupport.cz&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
