import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'salesforce-marketing-cloud',
  name: 'Salesforce Marketing Cloud',
  category: 'marketing',
  dkimDomains: ['exacttarget.com', 'exct.net', 'mc.salesforce.com'],
  selectors: [
    // The number is that of the stack: 7dkim1, 50dkim1.
    { match: /^\d{1,3}dkim\d$/, alone: true },
    { match: '200608', alone: false },
  ],
  returnPaths: ['exacttarget.com', 'exct.net'],
  spfIncludes: ['cust-spf.exacttarget.com'],
  ptr: ['exacttarget.com', 'exct.net'],
  alignment:
    'Use a Sender Authentication Package: a private sub-domain, delegated to Salesforce, that serves as From, DKIM and return-path domain',
  sources: [
    {
      url: 'https://learn.microsoft.com/en-us/defender-office-365/email-authentication-spf-configure',
      checked: '2026-10',
      evidence: 'observed',
    },
    {
      url: 'https://support.valimail.com/support/solutions/articles/48001177031-configuring-salesforce-pardot-for-valimail-authenticate',
      checked: '2026-10',
      evidence: 'observed',
    },
  ],
});
