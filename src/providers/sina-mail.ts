import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'sina-mail',
  name: 'Sina Mail',
  category: 'mailbox',
  mx: ['sinamail.sina.com.cn'],
  mailDomains: ['sina.com', 'sina.cn', 'vip.sina.com'],
  sources: [{ url: 'https://dns.google/resolve?name=sina.com&type=MX', checked: '2026-11', evidence: 'observed' }],
});
