import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'e-shot',
  name: 'e-shot',
  category: 'marketing',
  selectors: [
    { match: 'eshot', alone: true },
    { match: 'eshot2', alone: true },
  ],
  dkimTargets: ['e-shot.org'],
  spfIncludes: ['spf-ps.e-shot.org'],
  sources: [
    {
      url: 'https://github.com/ministryofjustice/dns/blob/7568e43/hostedzones/ima-citizensrights.org.uk.yaml',
      checked: '2026-11',
      evidence: 'zone',
    },
  ],
});
