import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'fastmail',
  name: 'Fastmail',
  category: 'mailbox',
  dkimDomains: ['messagingengine.com', 'fastmail.com', 'fastmail.fm'],
  selectors: [
    { match: 'fm1', alone: true },
    { match: 'fm2', alone: true },
    { match: 'fm3', alone: true },
    { match: 'mesmtp', alone: true },
  ],
  dkimTargets: ['fmhosted.com', 'messagingengine.com'],
  returnPaths: ['fastmail.com', 'fastmail.fm'],
  spfIncludes: ['spf.messagingengine.com', 'spf.fastmail.com'],
  mx: ['messagingengine.com'],
  mailDomains: [
    'fastmail.com',
    'fastmail.fm',
    'fastmail.net',
    'fastmail.org',
    'fastmail.co.uk',
    'fastmail.de',
    'fastmail.us',
    'sent.com',
    'messagingengine.com',
  ],
  ptr: ['messagingengine.com'],
  networks: ['103.168.172.128/27', '202.12.124.128/27'],
  alignment: 'Publish the CNAMEs fm1._domainkey, fm2._domainkey and fm3._domainkey',
  sources: [
    {
      url: 'https://github.com/is-a-dev/register/blob/9d44a49/domains/juliano.json',
      checked: '2026-11',
      evidence: 'zone',
    },
    {
      url: 'https://dns.google/resolve?name=spf.messagingengine.com&type=TXT',
      checked: '2026-11',
      evidence: 'observed',
    },
    {
      url: 'https://github.com/mailcow/mailcow-dockerized/blob/073e3f0/data/conf/postfix/postscreen_access.cidr',
      checked: '2026-11',
      evidence: 'observed',
    },
    {
      url: 'https://github.com/thunderbird/autoconfig/blob/master/ispdb/messagingengine.com.xml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
