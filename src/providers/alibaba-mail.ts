import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'alibaba-mail',
  name: 'Alibaba Mail',
  category: 'mailbox',
  spfIncludes: ['spf.qiye.aliyun.com', 'mail.aliyun.com'],
  mx: ['qiye.aliyun.com', 'mxhichina.com', 'mail.aliyun.com'],
  mailDomains: ['aliyun.com'],
  sources: [
    { url: 'https://help.aliyun.com/knowledge_detail/36771.html', checked: '2026-11', evidence: 'vendor' },
    { url: 'https://dns.google/resolve?name=aliyun.com&type=MX', checked: '2026-11', evidence: 'observed' },
  ],
});
