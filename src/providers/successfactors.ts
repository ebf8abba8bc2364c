import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'successfactors',
  name: 'SAP SuccessFactors',
  category: 'saas',
  dkimDomains: ['successfactors.com', 'successfactors.eu'],
  returnPaths: ['successfactors.com', 'successfactors.eu'],
  spfIncludes: ['successfactors.com', 'sapsf.com', 'sapsf.eu'],
  sources: [
    {
      url: 'https://support.valimail.com/support/solutions/articles/48001239014-sap-successfactors',
      checked: '2026-11',
      evidence: 'observed',
    },
    { url: 'https://dns.google/resolve?name=_spf-dc33.sapsf.eu&type=TXT', checked: '2026-11', evidence: 'observed' },
    { url: 'https://dns.google/resolve?name=_spf-dc4.sapsf.com&type=TXT', checked: '2026-11', evidence: 'observed' },
    { url: 'https://dns.google/resolve?name=successfactors.com&type=TXT', checked: '2026-11', evidence: 'observed' },
    { url: 'https://dns.google/resolve?name=successfactors.eu&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
