import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'china-telecom-189-mail',
  name: 'China Telecom 189 Mail',
  category: 'mailbox',
  mx: ['21cn.com'],
  mailDomains: ['189.cn', '21cn.com'],
  sources: [{ url: 'https://dns.google/resolve?name=189.cn&type=MX', checked: '2026-11', evidence: 'observed' }],
});
