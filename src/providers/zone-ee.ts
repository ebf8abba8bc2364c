import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'zone-ee',
  name: 'Zone',
  category: 'mailbox',
  spfIncludes: ['_spf.zone.eu'],
  mx: ['zone.eu'],
  sources: [{ url: 'https://dns.google/resolve?name=_spf.zone.eu&type=TXT', checked: '2026-11', evidence: 'observed' }],
});
