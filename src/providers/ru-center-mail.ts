import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'ru-center-mail',
  name: 'RU-CENTER Mail',
  category: 'mailbox',
  spfIncludes: ['nc2.nicmail.ru', 'dc1.nicmail.ru', 'dc2.nicmail.ru'],
  sources: [
    { url: 'https://dns.google/resolve?name=nc2.nicmail.ru&type=TXT', checked: '2026-11', evidence: 'observed' },
    { url: 'https://dns.google/resolve?name=dc1.nicmail.ru&type=TXT', checked: '2026-11', evidence: 'observed' },
    { url: 'https://dns.google/resolve?name=dc2.nicmail.ru&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
