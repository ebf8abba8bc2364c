import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'dropbox',
  name: 'Dropbox',
  category: 'saas',
  ownDomains: ['dropbox.com', 'dropboxmail.com'],
  sources: [
    {
      url: 'https://github.com/api-evangelist/dropbox/blob/72bb4f8/security/dropbox-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
    {
      url: 'https://github.com/apache/spamassassin/blob/117ce7e/rules/60_welcomelist_auth.cf',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
