import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'socketlabs',
  name: 'SocketLabs',
  category: 'transactional',
  dkimDomains: ['email-od.com'],
  dkimTargets: ['email-od.com'],
  returnPaths: ['email-od.com', 'tracking.socketlabs.com'],
  ownDomains: ['socketlabs.com'],
  spfIncludes: ['email-od.com'],
  alignment:
    'Sign with your own DKIM key, and point a custom bounce domain as a CNAME to tracking.socketlabs.com; the default one, email-od.com, never aligns',
  sources: [{ url: 'https://help.socketlabs.com/docs/custom-bounce-domains', checked: '2026-11', evidence: 'vendor' }],
});
