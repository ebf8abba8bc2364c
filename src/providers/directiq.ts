import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'directiq',
  name: 'DirectIQ',
  category: 'marketing',
  selectors: [{ match: 'vip', alone: false }],
  dkimTargets: ['sender.directiq.com'],
  returnPaths: ['sender.directiq.com'],
  alignment: 'Publish the CNAMEs vip._domainkey and sender into sender.directiq.com: they align DKIM and SPF',
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/directiq.com.mail.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
