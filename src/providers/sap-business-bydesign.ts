import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'sap-business-bydesign',
  name: 'SAP Business ByDesign',
  category: 'saas',
  returnPaths: ['mail.sapbydesign.com', 'mail.sapbyd.cn'],
  ownDomains: ['sapbydesign.com', 'sapbyd.cn'],
  spfIncludes: ['_spf.cmail.ondemand.com'],
  envelope: 'own',
  runsOn: ['amazon-ses'],
  sources: [
    {
      url: 'https://userapps.support.sap.com/sap/support/knowledge/en/3310358',
      checked: '2026-11',
      evidence: 'vendor',
    },
    {
      url: 'https://community.sap.com/t5/enterprise-resource-planning-blogs-by-sap/e-mail-validation-using-spf-for-sap-business-bydesign/ba-p/13278664',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
