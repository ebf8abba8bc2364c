import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'sailthru',
  name: 'Sailthru',
  category: 'marketing',
  selectors: [{ match: 'sailthru', alone: true }],
  dkimTargets: ['sailthrudkim.com'],
  returnPaths: ['sailthrudkim.com'],
  spfIncludes: ['aspmx.sailthru.com'],
  ptr: ['sailthru.com'],
  sources: [
    {
      url: 'https://getstarted.meetmarigold.com/engagebysailthru/Content/messaging/email/deliverability/config-dns-records.html',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
