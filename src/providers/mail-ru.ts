import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'mail-ru',
  name: 'Mail.ru',
  category: 'mailbox',
  dkimDomains: ['mail.ru', 'inbox.ru', 'list.ru', 'bk.ru'],
  returnPaths: ['mail.ru', 'inbox.ru', 'list.ru', 'bk.ru'],
  spfIncludes: ['_spf.mail.ru'],
  mx: ['mail.ru'],
  ptr: ['mail.ru'],
  sources: [{ url: 'https://postmaster.mail.ru/', checked: '2026-11', evidence: 'vendor' }],
});
