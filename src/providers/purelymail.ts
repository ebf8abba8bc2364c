import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'purelymail',
  name: 'Purelymail',
  category: 'mailbox',
  selectors: [
    { match: 'purelymail1', alone: true },
    { match: 'purelymail2', alone: true },
    { match: 'purelymail3', alone: true },
  ],
  dkimTargets: ['purelymail.com'],
  spfIncludes: ['_spf.purelymail.com'],
  mx: ['purelymail.com'],
  alignment:
    'Publish the CNAMEs purelymail1._domainkey, purelymail2._domainkey and purelymail3._domainkey into purelymail.com',
  sources: [
    { url: 'https://github.com/hackclub/dns/blob/f615136/hackclub.app.yaml', checked: '2026-11', evidence: 'zone' },
  ],
});
