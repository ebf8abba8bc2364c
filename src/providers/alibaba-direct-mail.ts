import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'alibaba-direct-mail',
  name: 'Alibaba Direct Mail',
  category: 'transactional',
  spfInclude: 'spf1.dm.aliyun.com',
  spfIncludes: ['dm.aliyun.com'],
  sources: [
    { url: 'https://dns.google/resolve?name=spf1.dm.aliyun.com&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
