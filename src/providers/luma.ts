import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'luma',
  name: 'Luma',
  category: 'saas',
  dkimDomains: ['luma-mail.com'],
  returnPaths: ['luma-mail.com'],
  runsOn: ['amazon-ses'],
  sources: [
    {
      url: 'https://dns.google/resolve?name=amazonses.user.luma-mail.com&type=TXT',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
