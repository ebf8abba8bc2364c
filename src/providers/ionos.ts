import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'ionos',
  name: 'IONOS',
  category: 'mailbox',
  selectors: [
    { match: 's1-ionos', alone: true },
    { match: 's2-ionos', alone: true },
  ],
  dkimTargets: ['dkim.ionos.com'],
  spfIncludes: ['_spf-us.ionos.com', '_spf-eu.ionos.com'],
  mx: [
    'ionos.com',
    'ionos.de',
    'ionos.co.uk',
    'kundenserver.de',
    'perfora.net',
    '1and1.com',
    '1and1.es',
    '1and1.fr',
    '1and1.co.uk',
    'schlund.de',
    'ionos.es',
    'ionos.fr',
    'ionos.it',
  ],
  mailDomains: [
    'online.de',
    'onlinehome.de',
    'sofortstart.de',
    'sofort-start.de',
    'sofortsurf.de',
    'sofort-surf.de',
    'go4more.de',
  ],
  ptr: ['kundenserver.de', 'perfora.net'],
  networks: ['82.165.159.0/26', '212.227.15.0/25', '212.227.17.0/27', '212.227.126.128/25', '217.72.192.64/26'],
  alignment: 'Publish the CNAMEs s1-ionos._domainkey and s2-ionos._domainkey into dkim.ionos.com',
  sources: [
    {
      url: 'https://www.ionos.de/hilfe/domains/mailserver-und-verwandte-records-konfigurieren/spam-versand-vermeiden-mit-spf-record',
      checked: '2026-11',
      evidence: 'vendor',
    },
    { url: 'https://dns.google/resolve?name=_spf-eu.ionos.com&type=TXT', checked: '2026-11', evidence: 'observed' },
    {
      url: 'https://github.com/MISP/misp-warninglists/blob/018f958/lists/smtp-sending-ips/list.json',
      checked: '2026-11',
      evidence: 'observed',
    },
    {
      url: 'https://github.com/thunderbird/autoconfig/blob/master/ispdb/1und1.de.xml',
      checked: '2026-11',
      evidence: 'observed',
    },
    { url: 'https://dns.google/resolve?name=1und1.de&type=MX', checked: '2026-11', evidence: 'observed' },
  ],
});
