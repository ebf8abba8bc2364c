import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'runbox',
  name: 'Runbox',
  category: 'mailbox',
  spfIncludes: ['spf.runbox.com'],
  mx: ['runbox.com'],
  mailDomains: ['runbox.com'],
  sources: [
    { url: 'https://dns.google/resolve?name=spf.runbox.com&type=TXT', checked: '2026-11', evidence: 'observed' },
    { url: 'https://dns.google/resolve?name=runbox.com&type=MX', checked: '2026-11', evidence: 'observed' },
  ],
});
