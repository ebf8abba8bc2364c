import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'seatbelt-security',
  name: 'Seatbelt Security',
  category: 'dmarc',
  selectors: [{ match: 'seatbelt', alone: true }],
  dkimTargets: ['seatbeltsecurity.com'],
  spfIncludes: ['spf.seatbeltsecurity.com'],
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/seatbeltsecurity.com.email-auth.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
