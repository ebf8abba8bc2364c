import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'ivvy',
  name: 'iVvy',
  category: 'saas',
  spfIncludes: ['ivvy.net'],
  sources: [
    {
      url: 'https://www.ivvy.com/support/knowledgebase/answer?answer=1461&category=363',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
