import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'docusign',
  name: 'DocuSign',
  category: 'saas',
  dkimDomains: ['docusign.net', 'docusign.com'],
  returnPaths: ['docusign.net', 'docusign.com'],
  sources: [
    {
      url: 'https://github.com/apache/spamassassin/blob/117ce7e/rules/60_welcomelist_auth.cf',
      checked: '2026-11',
      evidence: 'observed',
    },
    { url: 'https://dns.google/resolve?name=docusign.net&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
