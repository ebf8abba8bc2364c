import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'qualtrics',
  name: 'Qualtrics',
  category: 'saas',
  dkimDomains: ['qemailserver.com', 'qualtrics-survey.com', 'qualtrics-research.com'],
  selectors: [{ match: 'qualtrics', alone: false }],
  returnPaths: ['qemailserver.com'],
  spfIncludes: ['_spf.qualtrics.com'],
  ptr: ['qualtrics.com', 'qemailserver.com'],
  alignment:
    'Set up a custom From domain in the admin page and publish its DKIM key; an SPF include alone does not align',
  sources: [
    {
      url: 'https://support.valimail.com/support/solutions/articles/48001226758-qualtrics',
      checked: '2026-11',
      evidence: 'observed',
    },
    {
      url: 'https://www.qualtrics.com/support/survey-platform/distributions-module/email-distribution/emails/using-a-custom-from-address/',
      checked: '2026-11',
      evidence: 'vendor',
    },
    {
      url: 'https://www.qualtrics.com/blog/7-letters-that-can-save-your-survey-emails-from-spam/',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
