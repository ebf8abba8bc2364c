import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'centrum-cz',
  name: 'Centrum.cz',
  category: 'mailbox',
  mailDomains: ['centrum.cz', 'atlas.cz', 'volny.cz'],
  sources: [
    {
      url: 'https://freemail.help.economia.cz/articles/44667-nastaveni-aliasu',
      checked: '2026-11',
      evidence: 'vendor',
    },
    {
      url: 'https://www.economia.cz/smluvni-podminky-sluzby-centrum-cz-e-mail/podminky-od-25-3-2021/',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
