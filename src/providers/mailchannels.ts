import { defineProvider } from './provider.ts';

// The outbound relay of many web hosts: it names the road, not the sender.
export default defineProvider({
  id: 'mailchannels',
  name: 'MailChannels',
  category: 'hosting',
  selectors: [{ match: 'mailchannels', alone: true }],
  spfInclude: 'relay.mailchannels.net',
  spfIncludes: ['mailchannels.net'],
  ptr: ['mailchannels.net'],
  networks: ['23.83.208.0/20'],
  sources: [
    { url: 'https://github.com/hackclub/dns/blob/f615136/hackclub.com.yaml', checked: '2026-11', evidence: 'zone' },
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/mail.pohjoistech.fi.email.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
    {
      url: 'https://dns.google/resolve?name=relay.mailchannels.net&type=TXT',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
