import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'klaviyo',
  name: 'Klaviyo',
  category: 'marketing',
  dkimDomains: ['klaviyomail.com'],
  selectors: [
    { match: 'kl', alone: false },
    { match: 'kl2', alone: false },
    { match: 'km1', alone: false },
    { match: 'km2', alone: false },
    { match: 'kt1', alone: false },
    { match: 'kt2', alone: false },
    { match: 'ks1', alone: false },
    { match: 'ks2', alone: false },
  ],
  // Its account at SendGrid, where domains set up earlier still point.
  dkimTargets: ['klaviyodns.com', 'klaviyo.com', 'u161779.wl030.sendgrid.net'],
  returnPaths: ['klaviyodns.com', 'klaviyomail.com', 'u161779.wl030.sendgrid.net'],
  ownDomains: ['kmail-lists.com'],
  spfIncludes: ['send.klaviyo.com'],
  ptr: ['klaviyomail.com'],
  runsOn: ['sendgrid'],
  alignment:
    'Set up a branded sending domain: Klaviyo then signs with your domain and uses its sub-domain as envelope-from',
  sources: [
    { url: 'https://help.klaviyo.com/hc/en-us/articles/115000357752', checked: '2026-11', evidence: 'vendor' },
    {
      url: 'https://dns.google/resolve?name=kl._domainkey.a7x3.com&type=CNAME',
      checked: '2026-11',
      evidence: 'observed',
    },
    {
      url: 'https://dns.google/resolve?name=manage.kmail-lists.com&type=CNAME',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
