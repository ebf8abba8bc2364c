import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'ionos',
  name: 'IONOS',
  category: 'mailbox',
  selectors: [
    { match: 's1-ionos', alone: true },
    { match: 's2-ionos', alone: true },
  ],
  dkimTargets: ['dkim.ionos.com'],
  spfIncludes: ['_spf-us.ionos.com', '_spf-eu.ionos.com'],
  mx: ['ionos.com', 'ionos.de', 'ionos.co.uk', 'kundenserver.de', 'perfora.net'],
  ptr: ['kundenserver.de', 'perfora.net'],
  sources: [
    {
      url: 'https://www.ionos.de/hilfe/domains/mailserver-und-verwandte-records-konfigurieren/spam-versand-vermeiden-mit-spf-record',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
