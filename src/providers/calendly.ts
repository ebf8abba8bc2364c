import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'calendly',
  name: 'Calendly',
  category: 'saas',
  dkimDomains: ['calendly.com'],
  returnPaths: ['calendly.com'],
  runsOn: ['sendgrid'],
  sources: [
    { url: 'https://dns.google/resolve?name=em1618.calendly.com&type=CNAME', checked: '2026-11', evidence: 'observed' },
    {
      url: 'https://github.com/apache/spamassassin/blob/117ce7e/rules/60_welcomelist_auth.cf',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
