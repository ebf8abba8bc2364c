import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'mailup',
  name: 'MailUp',
  category: 'marketing',
  selectors: [{ match: 'ml02', alone: false }],
  dkimTargets: ['dkim.musvc.com'],
  spfIncludes: ['musvc.com'],
  sources: [
    {
      url: 'https://helpmailup.atlassian.net/wiki/spaces/mailupQuickStart/pages/40862569/Maximizing+deliverability+for+your+emails',
      checked: '2026-10',
      evidence: 'observed',
    },
    { url: 'https://dns.google/resolve?name=musvc.com&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
