import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'mailpace',
  name: 'MailPace',
  category: 'transactional',
  returnPaths: ['mailer.mailpace.com'],
  ownDomains: ['mailpace.com'],
  alignment:
    'Publish the DKIM key, and for SPF follow the advanced verification, whose CNAME makes a sub-domain of yours the return-path; the default one, mailer.mailpace.com, never aligns',
  sources: [
    {
      url: 'https://github.com/dmarcwise/dmarc-wiki/blob/5b2828f/src/lib/providers/mailpace.svelte.md',
      checked: '2026-11',
      evidence: 'observed',
    },
    { url: 'https://docs.mailpace.com/guide/verification', checked: '2026-11', evidence: 'vendor' },
  ],
});
