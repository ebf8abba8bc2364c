import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'seznam-mail',
  name: 'Seznam Email',
  category: 'mailbox',
  dkimDomains: ['seznam.cz', 'email.cz', 'post.cz'],
  returnPaths: ['seznam.cz', 'email.cz', 'post.cz'],
  mx: ['seznam.cz'],
  mailDomains: ['seznam.cz', 'email.cz', 'post.cz', 'spoluzaci.cz', 'firmy.cz'],
  sources: [
    {
      url: 'https://napoveda.seznam.cz/cz/registrace-uctu-s-novou-e-mailovou-schrankou/',
      checked: '2026-11',
      evidence: 'vendor',
    },
    { url: 'https://dns.google/resolve?name=seznam.cz&type=MX', checked: '2026-11', evidence: 'observed' },
    { url: 'https://dns.google/resolve?name=email.cz&type=MX', checked: '2026-11', evidence: 'observed' },
  ],
});
