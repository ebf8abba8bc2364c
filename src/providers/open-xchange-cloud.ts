import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'open-xchange-cloud',
  name: 'Open-Xchange Cloud',
  category: 'mailbox',
  dkimDomains: ['oxcs.net'],
  spfIncludes: ['oxcs.net'],
  sources: [
    { url: 'https://dns.google/resolve?name=spf.cloudus.oxcs.net&type=TXT', checked: '2026-11', evidence: 'observed' },
    { url: 'https://github.com/danielsen/DmarcRua/tree/7a59061', checked: '2026-11', evidence: 'observed' },
  ],
});
