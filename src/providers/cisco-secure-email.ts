import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'cisco-secure-email',
  name: 'Cisco Secure Email',
  category: 'gateway',
  returnPaths: ['iphmx.com'],
  spfIncludes: ['iphmx.com'],
  mx: ['iphmx.com'],
  ptr: ['iphmx.com'],
  networks: ['68.232.128.0/19'],
  sources: [
    { url: 'https://dns.google/resolve?name=deloitte.es&type=TXT', checked: '2026-11', evidence: 'observed' },
    { url: 'https://docs.ces.cisco.com/docs', checked: '2026-11', evidence: 'vendor' },
    { url: 'https://github.com/danielsen/DmarcRua/tree/7a59061', checked: '2026-10', evidence: 'observed' },
  ],
});
