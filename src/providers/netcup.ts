import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'netcup',
  name: 'netcup Web Hosting',
  category: 'mailbox',
  selectors: [{ match: 'key1', alone: false }],
  dkimTargets: ['webhosting.systems'],
  spfInclude: '_spf.webhosting.systems',
  spfIncludes: ['webhosting.systems'],
  mx: ['netcup.net'],
  alignment:
    'Publish the CNAME key1._domainkey into webhosting.systems; SPF aligns with include:_spf.webhosting.systems',
  sources: [
    {
      url: 'https://dns.google/resolve?name=_spf.webhosting.systems&type=TXT',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
