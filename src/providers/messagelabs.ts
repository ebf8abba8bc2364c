import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'messagelabs',
  name: 'Symantec Email Security.cloud (MessageLabs)',
  category: 'gateway',
  spfIncludes: ['messagelabs.com'],
  mx: ['messagelabs.com'],
  ptr: ['messagelabs.com'],
  sources: [
    {
      url: 'https://github.com/ministryofjustice/dns/blob/7568e43/hostedzones/service.justice.gov.uk.yaml',
      checked: '2026-11',
      evidence: 'zone',
    },
  ],
});
