import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'adobe-sign',
  name: 'Adobe Acrobat Sign',
  category: 'saas',
  dkimDomains: ['adobesign.com', 'echosign.com'],
  returnPaths: ['adobesign.com', 'echosign.com'],
  sources: [
    {
      url: 'https://github.com/apache/spamassassin/blob/117ce7e/rules/60_welcomelist_auth.cf',
      checked: '2026-11',
      evidence: 'observed',
    },
    {
      url: 'https://dns.google/resolve?name=mail.na1.adobesign.com&type=TXT',
      checked: '2026-11',
      evidence: 'observed',
    },
    {
      url: 'https://dns.google/resolve?name=mail.eu1.adobesign.com&type=TXT',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
