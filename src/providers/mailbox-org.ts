import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'mailbox-org',
  name: 'mailbox.org',
  category: 'mailbox',
  dkimDomains: ['mailbox.org'],
  selectors: [
    { match: 'mbo0001', alone: true },
    { match: 'mbo0002', alone: true },
    { match: 'mbo0003', alone: true },
    { match: 'mbo0004', alone: true },
  ],
  dkimTargets: ['mailbox.org'],
  returnPaths: ['mailbox.org'],
  spfIncludes: ['mailbox.org'],
  mx: ['mailbox.org'],
  mailDomains: ['mailbox.org'],
  ptr: ['mailbox.org'],
  alignment: 'Publish the CNAMEs MBO0001._domainkey to MBO0004._domainkey into mailbox.org',
  sources: [
    {
      url: 'https://kb.mailbox.org/de/privat/e-mail-mit-eigener-domain/spam-reputation-der-eigenen-domain-verbessern-mit-spf-dkim-und-dmarc',
      checked: '2026-11',
      evidence: 'vendor',
    },
    {
      url: 'https://github.com/thunderbird/autoconfig/blob/master/ispdb/mailbox.org.xml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
