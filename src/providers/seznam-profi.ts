import { defineProvider } from './provider.ts';

// Mailboxes at the customer's own domain; people's addresses at seznam.cz and email.cz are seznam-mail.
export default defineProvider({
  id: 'seznam-profi',
  name: 'Seznam Email Profi',
  category: 'mailbox',
  dkimDomains: ['emailprofi.seznam.cz'],
  selectors: [
    { match: 'szn1', alone: true },
    { match: 'szn2', alone: true },
    { match: 'szn3', alone: true },
  ],
  dkimTargets: ['seznam.cz'],
  spfIncludes: ['spf.seznam.cz'],
  mx: ['emailprofi.seznam.cz'],
  networks: ['77.75.76.0/22'],
  sources: [
    {
      url: 'https://napoveda.seznam.cz/cz/email-profi/email-profi-napojene-domeny',
      checked: '2026-11',
      evidence: 'vendor',
    },
    { url: 'https://github.com/is-a-dev/register/blob/9d44a49/domains/104.json', checked: '2026-11', evidence: 'zone' },
    {
      url: 'https://github.com/MISP/misp-warninglists/blob/018f958/lists/smtp-sending-ips/list.json',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
