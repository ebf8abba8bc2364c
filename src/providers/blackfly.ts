import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'blackfly',
  name: 'Blackfly Solutions (CiviCRM)',
  category: 'hosting',
  selectors: [{ match: 'blackfly', alone: true }],
  dkimTargets: ['dkim.blackflysolutions.ca'],
  returnPaths: ['civicrm.ca'],
  spfIncludes: ['spf.civicrm.ca'],
  sources: [
    { url: 'https://blackflysolutions.ca/smtp-deliverability-settings', checked: '2026-11', evidence: 'vendor' },
  ],
});
