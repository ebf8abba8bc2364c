import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'transip',
  name: 'TransIP',
  category: 'mailbox',
  selectors: [
    { match: 'transip-a', alone: true },
    { match: 'transip-b', alone: true },
    { match: 'transip-c', alone: true },
  ],
  dkimTargets: ['transip.email'],
  spfIncludes: ['_spf.transip.email'],
  mx: ['transip.email'],
  alignment:
    'Publish the CNAMEs transip-a._domainkey, transip-b._domainkey and transip-c._domainkey into transip.email',
  sources: [
    { url: 'https://dns.google/resolve?name=_spf.transip.email&type=TXT', checked: '2026-11', evidence: 'observed' },
    {
      url: 'https://dns.google/resolve?name=transip-a._domainkey.transip.email&type=TXT',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
