import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'mailgun',
  name: 'Mailgun',
  category: 'transactional',
  dkimDomains: ['mailgun.org'],
  selectors: [
    { match: 'pdk1', alone: true },
    { match: 'pdk2', alone: true },
    { match: 'krs', alone: true },
    { match: 'k1', alone: false },
    { match: 'mx', alone: false },
  ],
  dkimTargets: ['mailgun.org', 'mailgun.com'],
  returnPaths: ['mailgun.org', 'mailgun.net'],
  spfIncludes: ['mailgun.org'],
  mx: ['mailgun.org'],
  ptr: ['mailgun.net', 'mailgun.us', 'mailgun.info'],
  alignment:
    'Verify the sending domain with the DKIM records the panel shows; the sending sub-domain is the envelope-from too, so SPF aligns with it',
  sources: [
    {
      url: 'https://documentation.mailgun.com/docs/mailgun/user-manual/domains/domains-verify',
      checked: '2026-11',
      evidence: 'vendor',
    },
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/vohtrah.com.mailgun-sender.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/zybr.ai.mailgun-autosecurity.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
