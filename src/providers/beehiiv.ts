import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'beehiiv',
  name: 'beehiiv',
  category: 'marketing',
  dkimDomains: ['beehiiv.com'],
  returnPaths: ['beehiiv.com'],
  runsOn: ['sendgrid'],
  sources: [
    {
      url: 'https://dns.google/resolve?name=s1._domainkey.mail.beehiiv.com&type=TXT',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
