import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'netease-mail',
  name: 'NetEase Mail',
  category: 'mailbox',
  dkimDomains: ['163.com', '126.com'],
  returnPaths: ['163.com', '126.com'],
  spfIncludes: ['spf.qiye.163.com'],
  mx: ['mxmail.netease.com'],
  mailDomains: ['163.com', '126.com', 'yeah.net', 'vip.163.com', 'vip.126.com', '188.com'],
  sources: [
    { url: 'https://dns.google/resolve?name=spf.qiye.163.com&type=TXT', checked: '2026-11', evidence: 'observed' },
    { url: 'https://dns.google/resolve?name=163.com&type=MX', checked: '2026-11', evidence: 'observed' },
    { url: 'https://dns.google/resolve?name=yeah.net&type=MX', checked: '2026-11', evidence: 'observed' },
  ],
});
