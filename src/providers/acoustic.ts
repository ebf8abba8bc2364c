import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'acoustic',
  name: 'Acoustic Campaign (Silverpop)',
  category: 'marketing',
  selectors: [{ match: 'spop1024', alone: true }],
  sources: [
    {
      url: 'https://dns.google/resolve?name=spop1024._domainkey.emails.schoolstore.com&type=TXT',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
