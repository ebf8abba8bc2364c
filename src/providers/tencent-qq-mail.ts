import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'tencent-qq-mail',
  name: 'Tencent QQ Mail and Exmail',
  category: 'mailbox',
  dkimDomains: ['qq.com', 'foxmail.com'],
  returnPaths: ['qq.com', 'foxmail.com'],
  spfIncludes: ['mail.qq.com'],
  mx: ['qq.com'],
  mailDomains: ['qq.com', 'vip.qq.com', 'foxmail.com'],
  ptr: ['mail.qq.com'],
  sources: [
    { url: 'https://www.67wa.com/118409.html', checked: '2026-10', evidence: 'observed' },
    { url: 'https://dns.google/resolve?name=foxmail.com&type=MX', checked: '2026-11', evidence: 'observed' },
  ],
});
