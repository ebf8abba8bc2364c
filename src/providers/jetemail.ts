import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'jetemail',
  name: 'JetEmail',
  category: 'transactional',
  selectors: [
    { match: 'jetemail', alone: true },
    { match: 'mkt1', alone: false },
    { match: 'mkt2', alone: false },
  ],
  dkimTargets: ['jetsmtp.net'],
  returnPaths: ['jetsmtp.net'],
  alignment:
    'Add the domain: the CNAME jetemail._domainkey into dkim.jetsmtp.net aligns DKIM, that of the em sub-domain to return.jetsmtp.net aligns SPF',
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/jetemail.com.outbound-domain.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
