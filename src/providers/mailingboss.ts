import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'mailingboss',
  name: 'MailingBoss (Builderall)',
  category: 'marketing',
  spfIncludes: ['mailingboss.net'],
  sources: [
    { url: 'https://dns.google/resolve?name=mailingboss.net&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
