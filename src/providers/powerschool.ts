import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'powerschool',
  name: 'PowerSchool',
  category: 'saas',
  dkimDomains: ['powerschool.com', 'schoolmessenger.com'],
  returnPaths: ['powerschool.com', 'schoolmessenger.com'],
  sources: [
    {
      url: 'https://github.com/apache/spamassassin/blob/117ce7e/rules/60_welcomelist_auth.cf',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
