import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'bouygues-mail',
  name: 'Bouygues Telecom Mail',
  category: 'mailbox',
  mailDomains: ['bbox.fr'],
  sources: [
    {
      url: 'https://www.guide-pc.fr/messagerie-bbox-configuration-avancee-imap-smtp-securite-depannage.html',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
