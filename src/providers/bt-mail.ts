import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'bt-mail',
  name: 'BT Email',
  category: 'mailbox',
  mx: ['bt.prod.cloud.openwave.ai', 'bt.lon5.cpcloud.co.uk', 'btinternet.com'],
  mailDomains: ['btinternet.com', 'btopenworld.com', 'talk21.com'],
  sources: [
    { url: 'https://dns.google/resolve?name=btinternet.com&type=MX', checked: '2026-11', evidence: 'observed' },
  ],
});
