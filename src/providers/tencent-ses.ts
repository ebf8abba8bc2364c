import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'tencent-ses',
  name: 'Tencent Cloud SES',
  category: 'transactional',
  selectors: [{ match: 'qcloud', alone: true }],
  spfIncludes: ['qcloudmail.com'],
  alignment: 'Publish the key Tencent Cloud shows at qcloud._domainkey of the sending domain, which aligns DKIM',
  sources: [
    { url: 'https://dns.google/resolve?name=qcloudmail.com&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
