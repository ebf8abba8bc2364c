import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'posteo',
  name: 'Posteo',
  category: 'mailbox',
  dkimDomains: ['posteo.de'],
  returnPaths: ['posteo.de'],
  spfInclude: 'posteo.de',
  spfIncludes: ['posteo.de'],
  mx: ['posteo.de'],
  mailDomains: [
    'posteo.de',
    'posteo.net',
    'posteo.org',
    'posteo.eu',
    'posteo.at',
    'posteo.ch',
    'posteo.us',
    'posteo.uk',
    'posteo.me',
    'posteo.co',
  ],
  sources: [{ url: 'https://dns.google/resolve?name=posteo.de&type=TXT', checked: '2026-11', evidence: 'observed' }],
});
