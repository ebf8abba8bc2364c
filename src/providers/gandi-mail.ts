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
  sources: [
    {
      url: 'https://github.com/ministryofjustice/dns/blob/7568e43/hostedzones/petp.co.uk.yaml',
      checked: '2026-11',
      evidence: 'zone',
    },
  ],
});
