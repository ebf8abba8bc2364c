import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'yandex-360',
  name: 'Yandex 360',
  category: 'mailbox',
  dkimDomains: ['yandex.ru', 'yandex.com', 'ya.ru'],
  selectors: [{ match: 'mail', alone: false }],
  returnPaths: ['yandex.ru', 'yandex.com', 'ya.ru'],
  spfIncludes: ['_spf.yandex.net', '_spf.yandex.ru', '_spf-ipv4-yc-a.yandex.ru'],
  mx: ['mx.yandex.net', 'mx.yandex.ru'],
  ptr: ['mail.yandex.net'],
  sources: [
    {
      url: 'https://yandex.com/support/yandex-360/business/admin/en/mail/configuration',
      checked: '2026-11',
      evidence: 'vendor',
    },
    {
      url: 'https://oldgarrrage.ru/pochta-nastroika-dns-zapisei-dlya-yandeks-pochty---spravochnyi-centr-timeweb.html',
      checked: '2026-10',
      evidence: 'observed',
    },
  ],
});
