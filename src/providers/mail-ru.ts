import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'mail-ru',
  name: 'Mail.ru',
  category: 'mailbox',
  dkimDomains: ['mail.ru', 'inbox.ru', 'list.ru', 'bk.ru'],
  returnPaths: ['mail.ru', 'inbox.ru', 'list.ru', 'bk.ru'],
  spfIncludes: ['_spf.mail.ru'],
  mx: ['mail.ru'],
  mailDomains: ['mail.ru', 'bk.ru', 'inbox.ru', 'list.ru', 'internet.ru', 'xmail.ru', 'mail.ua'],
  ptr: ['mail.ru'],
  networks: [
    '94.100.176.0/20',
    '128.140.168.0/21',
    '185.5.136.0/22',
    '188.93.56.0/24',
    '188.93.58.0/23',
    '195.211.128.0/22',
    '217.69.128.0/20',
  ],
  sources: [
    { url: 'https://postmaster.mail.ru/', checked: '2026-11', evidence: 'vendor' },
    { url: 'https://dns.google/resolve?name=_spf.mail.ru&type=TXT', checked: '2026-11', evidence: 'observed' },
    {
      url: 'https://github.com/MISP/misp-warninglists/blob/018f958/lists/smtp-sending-ips/list.json',
      checked: '2026-11',
      evidence: 'observed',
    },
    {
      url: 'https://github.com/thunderbird/autoconfig/blob/master/ispdb/mail.ru',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
