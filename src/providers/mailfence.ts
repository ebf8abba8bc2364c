import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'mailfence',
  name: 'Mailfence',
  category: 'mailbox',
  spfIncludes: ['_spf.mailfence.com'],
  mx: ['mailfence.com'],
  mailDomains: ['mailfence.com'],
  sources: [
    { url: 'https://dns.google/resolve?name=_spf.mailfence.com&type=TXT', checked: '2026-11', evidence: 'observed' },
    { url: 'https://dns.google/resolve?name=mailfence.com&type=MX', checked: '2026-11', evidence: 'observed' },
  ],
});
