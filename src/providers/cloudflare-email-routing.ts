import { defineProvider } from './provider.ts';

// Signs what it forwards with its key in the forwarding domain (cf2024-1) and with email.cloudflare.net.
export default defineProvider({
  id: 'cloudflare-email-routing',
  name: 'Cloudflare Email Routing',
  category: 'forwarder',
  dkimDomains: ['cloudflare-email.net', 'email.cloudflare.net'],
  selectors: [{ match: /^cf20\d\d-\d$/, alone: true, probe: ['cf2024-1'] }],
  returnPaths: ['cloudflare-email.net', 'email.cloudflare.net'],
  spfIncludes: ['_spf.mx.cloudflare.net'],
  mx: ['mx.cloudflare.net'],
  ptr: ['cloudflare-email.net', 'cloudflare-smtp.net', 'email.cloudflare.net'],
  networks: ['104.30.0.0/19', '2405:8100:c000::/38'],
  sources: [
    { url: 'https://developers.cloudflare.com/email-routing/postmaster/', checked: '2026-11', evidence: 'vendor' },
    {
      url: 'https://github.com/hackclub/dns/blob/f615136/hackclub.community.yaml',
      checked: '2026-11',
      evidence: 'zone',
    },
    { url: 'https://github.com/danielsen/DmarcRua/tree/7a59061', checked: '2026-10', evidence: 'observed' },
  ],
});
