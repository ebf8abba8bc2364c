import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'libero-mail',
  name: 'Libero and Virgilio Mail',
  category: 'mailbox',
  mx: ['libero.it', 'virgilio.it', 'iol.it'],
  mailDomains: ['libero.it', 'virgilio.it', 'inwind.it', 'iol.it', 'blu.it', 'giallo.it'],
  sources: [
    {
      url: 'https://aiuto.libero.it/articolo/mail/messaggi-di-errore-piu-frequenti-dopo-invio-email',
      checked: '2026-11',
      evidence: 'vendor',
    },
    {
      url: 'https://github.com/thunderbird/autoconfig/blob/master/ispdb/libero.it',
      checked: '2026-11',
      evidence: 'observed',
    },
    { url: 'https://dns.google/resolve?name=libero.it&type=MX', checked: '2026-11', evidence: 'observed' },
    { url: 'https://dns.google/resolve?name=virgilio.it&type=MX', checked: '2026-11', evidence: 'observed' },
  ],
});
