import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'mailpoet',
  name: 'MailPoet',
  category: 'marketing',
  selectors: [
    { match: 'mailpoet1', alone: true },
    { match: 'mailpoet2', alone: true },
  ],
  dkimTargets: ['sendingservice.net'],
  spfIncludes: ['spf.sendingservice.net'],
  alignment:
    'Authenticate the domain: the CNAMEs mailpoet1._domainkey and mailpoet2._domainkey into sendingservice.net align DKIM',
  sources: [
    {
      url: 'https://dns.google/resolve?name=spf.sendingservice.net&type=TXT',
      checked: '2026-11',
      evidence: 'observed',
    },
    {
      url: 'https://dns.google/resolve?name=dkim1.sendingservice.net&type=TXT',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
