import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'gandi-mail',
  name: 'Gandi Mail',
  category: 'mailbox',
  selectors: [
    { match: 'gm1', alone: false },
    { match: 'gm2', alone: false },
    { match: 'gm3', alone: false },
  ],
  dkimTargets: ['gandimail.net'],
  spfIncludes: ['_mailcust.gandi.net'],
  mx: ['mail.gandi.net'],
  ptr: ['mail.gandi.net'],
  networks: ['217.70.178.192/26', '217.70.182.72/32', '217.70.182.74/32', '217.70.183.192/28', '2001:4b98:dc4:8::/64'],
  alignment: 'Publish the CNAMEs gm1._domainkey, gm2._domainkey and gm3._domainkey into gandimail.net',
  sources: [
    {
      url: 'https://github.com/ministryofjustice/dns/blob/7568e43/hostedzones/petp.co.uk.yaml',
      checked: '2026-11',
      evidence: 'zone',
    },
    { url: 'https://dns.google/resolve?name=_nblcust.gandi.net&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
