import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'docomo-mail',
  name: 'NTT docomo Mail',
  category: 'mailbox',
  mx: ['docomo.ne.jp'],
  mailDomains: ['docomo.ne.jp'],
  sources: [
    { url: 'https://note.com/sendmagic/n/neb6bbe7e51cf', checked: '2026-11', evidence: 'observed' },
    { url: 'https://dns.google/resolve?name=docomo.ne.jp&type=MX', checked: '2026-11', evidence: 'observed' },
  ],
});
