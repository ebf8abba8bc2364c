import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'codetwo',
  name: 'CodeTwo Email Signatures 365',
  category: 'gateway',
  spfInclude: 'spf.emailsignatures365.com',
  spfIncludes: ['emailsignatures365.com'],
  sources: [
    {
      url: 'https://dns.google/resolve?name=spf.emailsignatures365.com&type=TXT',
      checked: '2026-11',
      evidence: 'observed',
    },
    {
      url: 'https://dns.google/resolve?name=spf-de.emailsignatures365.com&type=TXT',
      checked: '2026-11',
      evidence: 'observed',
    },
    {
      url: 'https://dns.google/resolve?name=spf-us.emailsignatures365.com&type=TXT',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
