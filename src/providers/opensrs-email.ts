import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'opensrs-email',
  name: 'OpenSRS Hosted Email',
  category: 'mailbox',
  spfIncludes: ['_spf.hostedemail.com'],
  mx: ['hostedemail.com', 'hostedmxserver.com'],
  sources: [
    { url: 'https://dns.google/resolve?name=_spf.hostedemail.com&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
