import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'bullhorn',
  name: 'Bullhorn',
  category: 'saas',
  selectors: [{ match: 'bnd', alone: false }],
  dkimTargets: ['adaptondemand.com'],
  spfIncludes: ['spf.bullhornmail.com', '_spf.adaptondemand.com'],
  sources: [
    {
      url: 'https://olh.bond-us.com/help/adapt/WebHelp/Content/_RHTopics/Batch_Activities_Candidate/Email%20Candidates/Email_Candidates.htm',
      checked: '2026-11',
      evidence: 'vendor',
    },
    {
      url: 'https://sendmarc.com/es/spf/spf-bullhorn/?wg-choose-original=false',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
