import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'emailoctopus',
  name: 'EmailOctopus',
  category: 'marketing',
  selectors: [{ match: 'eo', alone: false }],
  alignment: 'Verify the domain: the CNAME eo._domainkey aligns DKIM, the CNAME eom aligns SPF',
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/emailoctopus.com.domain-verification.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
