import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'kit',
  name: 'Kit (ConvertKit)',
  category: 'marketing',
  dkimDomains: ['convertkit-mail.com', 'convertkit-mail2.com', 'convertkit-mail4.com'],
  selectors: [{ match: 'cka', alone: true }],
  returnPaths: ['convertkit-mail.com', 'convertkit-mail2.com', 'convertkit-mail4.com'],
  ownDomains: ['kit.com'],
  alignment: 'Set up a verified sending domain: the CNAME cka._domainkey aligns DKIM, the CNAME ckespa aligns SPF',
  sources: [
    {
      url: 'https://intercom.help/convertkit/en/articles/2502558-verify-your-domain-to-optimize-your-deliverability',
      checked: '2026-11',
      evidence: 'vendor',
    },
    {
      url: 'https://github.com/api-evangelist/kit/blob/a6fd0cb/security/kit-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
    { url: 'https://dns.google/resolve?name=convertkit-mail4.com&type=MX', checked: '2026-11', evidence: 'observed' },
  ],
});
