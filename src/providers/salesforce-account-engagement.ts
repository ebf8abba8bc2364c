import { defineProvider } from './provider.ts';

// Shares its DKIM key, and so the selector 200608, with Salesforce Marketing Cloud.
export default defineProvider({
  id: 'salesforce-account-engagement',
  name: 'Salesforce Account Engagement (Pardot)',
  category: 'marketing',
  selectors: [{ match: '200608', alone: false }],
  returnPaths: ['mc.pd25.com'],
  ownDomains: ['pd25.com'],
  spfIncludes: ['aspmx.pardot.com', 'et._spf.pardot.com'],
  ptr: ['pd25.com'],
  sources: [
    { url: 'https://dns.google/resolve?name=bounce.s2.mc.pd25.com&type=TXT', checked: '2026-11', evidence: 'observed' },
    {
      url: 'https://support.valimail.com/support/solutions/articles/48001177031-configuring-salesforce-pardot-for-valimail-authenticate',
      checked: '2026-10',
      evidence: 'observed',
    },
    {
      url: 'https://de.support.powerdmarc.com/support/solutions/articles/60000706658-how-to-set-up-spf-for-pardot-',
      checked: '2026-10',
      evidence: 'observed',
    },
  ],
});
