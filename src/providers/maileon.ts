import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'maileon',
  name: 'Maileon',
  category: 'marketing',
  selectors: [{ match: 'xq', alone: false }],
  dkimTargets: ['cname.maileon.com'],
  alignment: 'Publish the CNAME xq._domainkey into cname.maileon.com, which aligns DKIM',
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/maileon.com.hosting_and_email.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
