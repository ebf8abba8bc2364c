import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'free-mail',
  name: 'Free (free.fr)',
  category: 'mailbox',
  mx: ['free.fr'],
  mailDomains: ['free.fr', 'aliceadsl.fr', 'libertysurf.fr', 'freesbee.fr', 'worldonline.fr'],
  sources: [
    { url: 'https://postmaster.free.fr/', checked: '2026-11', evidence: 'vendor' },
    {
      url: 'https://github.com/thunderbird/autoconfig/blob/master/ispdb/free.fr.xml',
      checked: '2026-11',
      evidence: 'observed',
    },
    { url: 'https://dns.google/resolve?name=free.fr&type=MX', checked: '2026-11', evidence: 'observed' },
  ],
});
