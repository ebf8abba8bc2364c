import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'freenet-mail',
  name: 'freenet Mail',
  category: 'mailbox',
  dkimDomains: ['freenet.de'],
  returnPaths: ['freenet.de'],
  mx: ['freenet.de'],
  mailDomains: ['freenet.de'],
  ptr: ['freenet.de'],
  networks: ['194.97.196.0/24', '194.97.204.0/24', '194.97.212.0/24', '195.4.92.0/23'],
  sources: [
    { url: 'https://dns.google/resolve?name=freenet.de&type=TXT', checked: '2026-11', evidence: 'observed' },
    {
      url: 'https://github.com/mailcow/mailcow-dockerized/blob/073e3f0/data/conf/postfix/postscreen_access.cidr',
      checked: '2026-11',
      evidence: 'observed',
    },
    {
      url: 'https://github.com/thunderbird/autoconfig/blob/master/ispdb/freenet.de.xml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
