import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'ciphr',
  name: 'CIPHR',
  category: 'saas',
  spfIncludes: ['ciphr247.com'],
  sources: [
    {
      url: 'https://github.com/ministryofjustice/dns/blob/7568e43/hostedzones/judiciary.uk.yaml',
      checked: '2026-11',
      evidence: 'zone',
    },
  ],
});
