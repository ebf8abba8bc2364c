import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'proofpoint-essentials',
  name: 'Proofpoint Essentials',
  category: 'gateway',
  returnPaths: ['ppe-hosted.com'],
  spfIncludes: ['ppe-hosted.com'],
  mx: ['ppe-hosted.com'],
  ptr: ['ppe-hosted.com'],
  sources: [
    {
      url: 'https://support.proofpointessentials.com/index.php?/Knowledgebase/Article/View/127/11/email-spoofing',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
