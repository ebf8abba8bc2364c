import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'help-scout',
  name: 'Help Scout',
  category: 'support',
  dkimDomains: ['helpscout.net'],
  selectors: [
    { match: 'strong1', alone: true },
    { match: 'strong2', alone: true },
  ],
  dkimTargets: ['helpscout.net'],
  spfIncludes: ['helpscoutemail.com'],
  ptr: ['helpscout.net'],
  alignment: 'Publish the CNAMEs strong1._domainkey and strong2._domainkey',
  sources: [
    { url: 'https://github.com/hackclub/dns/blob/f615136/hackclub.com.yaml', checked: '2026-11', evidence: 'zone' },
  ],
});
