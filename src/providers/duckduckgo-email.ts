import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'duckduckgo-email',
  name: 'DuckDuckGo Email Protection',
  category: 'forwarder',
  dkimDomains: ['duck.com'],
  returnPaths: ['duck.com'],
  mx: ['duck.com'],
  mailDomains: ['duck.com'],
  sources: [{ url: 'https://dns.google/resolve?name=duck.com&type=MX', checked: '2026-11', evidence: 'observed' }],
});
