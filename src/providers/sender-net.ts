import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'sender-net',
  name: 'Sender.net',
  category: 'marketing',
  selectors: [{ match: 'sender', alone: false }],
  dkimTargets: ['dkim.sendersrv.com'],
  spfIncludes: ['sendersrv.com'],
  alignment: 'Authenticate the domain: the CNAME sender._domainkey into dkim.sendersrv.com aligns DKIM',
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/sender.net.domain-authentication.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
