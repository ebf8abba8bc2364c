import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'qualtrics',
  name: 'Qualtrics',
  category: 'saas',
  dkimDomains: ['qemailserver.com', 'qualtrics-survey.com', 'qualtrics-research.com'],
  selectors: [{ match: 'qualtrics', alone: false }],
  returnPaths: ['qemailserver.com'],
  ownDomains: ['qualtrics.com'],
  spfIncludes: ['_spf.qualtrics.com'],
  ptr: ['qualtrics.com', 'qemailserver.com'],
  networks: ['64.69.212.0/24', '98.97.248.0/21', '139.60.152.0/22', '162.247.216.0/22'],
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
    {
      url: 'https://www.qualtrics.com/support/getting-started-qualtrics/allowlisting-external-domains-for-qualtrics-use/',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
