import { defineProvider } from './provider.ts';

// Mail that scripts written in Deluge send.
export default defineProvider({
  id: 'zoho-creator',
  name: 'Zoho Creator',
  category: 'saas',
  dkimDomains: ['zohodeluge.com'],
  returnPaths: ['zohodeluge.com'],
  sources: [
    {
      url: 'https://github.com/niciliketo/dmarc-reports/blob/26a58fa/report1.xml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
