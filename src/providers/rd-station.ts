import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'rd-station',
  name: 'RD Station',
  category: 'crm',
  spfIncludes: ['_spf.rdstation.com.br', 'spf.plugcrm.net'],
  sources: [
    { url: 'https://dns.google/resolve?name=_spf.rdstation.com.br&type=TXT', checked: '2026-11', evidence: 'observed' },
    { url: 'https://dns.google/resolve?name=spf.plugcrm.net&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
