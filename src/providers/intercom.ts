import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'intercom',
  name: 'Intercom',
  category: 'support',
  dkimDomains: ['intercom-mail.com'],
  selectors: [{ match: 'intercom', alone: true }],
  dkimTargets: ['dkim.intercom.io'],
  returnPaths: ['intercom-mail.com'],
  spfIncludes: ['intercom-mail.com', 'intercom.io'],
  alignment:
    'Publish the CNAME intercom._domainkey, and the CNAME outbound.intercom for a return-path under your own domain',
  sources: [
    { url: 'https://github.com/hackclub/dns/blob/f615136/hackclub.com.yaml', checked: '2026-11', evidence: 'zone' },
    {
      url: 'https://developers.cloudflare.com/dns/proxy-status/limitations/',
      checked: '2026-10',
      evidence: 'observed',
    },
  ],
});
