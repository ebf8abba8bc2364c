import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'postmark',
  name: 'Postmark',
  category: 'transactional',
  dkimDomains: ['mtasv.net'],
  selectors: [
    { match: /^20\d\d[01]\d[0-3]\d[0-2]\d[0-5]\d[0-5]\dpm$/, alone: true },
    { match: /^pm20\d\d[01]\d[0-3]\d$/, alone: true },
    { match: 'pm', alone: false },
  ],
  returnPaths: ['mtasv.net'],
  ownDomains: ['postmarkapp.com'],
  spfIncludes: ['mtasv.net'],
  mx: ['inbound.postmarkapp.com'],
  ptr: ['mtasv.net'],
  networks: ['50.31.156.96/27', '50.31.205.0/24', '104.245.209.192/26'],
  alignment:
    'Publish the DKIM key Postmark shows for the domain, and point pm-bounces as a CNAME to pm.mtasv.net for SPF, which aligns in relaxed mode only',
  sources: [
    { url: 'https://postmarkapp.com/support/article/800-ips-for-firewalls', checked: '2026-11', evidence: 'observed' },
    {
      url: 'https://postmarkapp.com/support/article/setting-up-dkim-for-your-domain',
      checked: '2026-11',
      evidence: 'vendor',
    },
    {
      url: 'https://postmarkapp.com/support/article/how-do-i-set-up-spf-for-postmark',
      checked: '2026-11',
      evidence: 'vendor',
    },
    { url: 'https://github.com/hackclub/dns/blob/f615136/hackclub.com.yaml', checked: '2026-11', evidence: 'zone' },
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/stytch.com.email.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
    {
      url: 'https://github.com/api-evangelist/postmark/blob/29cb9f0/security/postmark-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
