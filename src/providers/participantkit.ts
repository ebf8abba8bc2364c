import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'participantkit',
  name: 'ParticipantKit',
  category: 'saas',
  selectors: [{ match: /^ptk[12]-[0-9a-f]+$/, alone: true }],
  dkimTargets: ['dkim.participantkit.com'],
  spfIncludes: ['_spf.participantkit.com'],
  sources: [
    {
      url: 'https://github.com/ministryofjustice/dns/blob/7568e43/hostedzones/justice.gov.uk.yaml',
      checked: '2026-11',
      evidence: 'zone',
    },
  ],
});
