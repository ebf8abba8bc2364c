import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 't-online',
  name: 'T-Online (Telekom)',
  category: 'mailbox',
  dkimDomains: ['t-online.de'],
  returnPaths: ['t-online.de'],
  mx: ['t-online.de'],
  mailDomains: ['t-online.de', 'magenta.de'],
  ptr: ['t-online.de'],
  networks: ['194.25.134.16/28', '194.25.134.80/28'],
  sources: [
    { url: 'https://postmaster.t-online.de/', checked: '2026-11', evidence: 'vendor' },
    {
      url: 'https://github.com/mailcow/mailcow-dockerized/blob/073e3f0/data/conf/postfix/postscreen_access.cidr',
      checked: '2026-11',
      evidence: 'observed',
    },
    {
      url: 'https://github.com/MISP/misp-warninglists/blob/018f958/lists/smtp-sending-ips/list.json',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
