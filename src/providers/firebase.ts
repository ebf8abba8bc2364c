import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'firebase',
  name: 'Firebase Authentication',
  category: 'transactional',
  dkimDomains: ['firebaseapp.com'],
  selectors: [
    { match: 'firebase1', alone: true },
    { match: 'firebase2', alone: true },
  ],
  dkimTargets: ['firebasemail.com'],
  spfIncludes: ['_spf.firebasemail.com'],
  alignment:
    'Publish the CNAMEs firebase1._domainkey and firebase2._domainkey into firebasemail.com; until then mail is signed by firebaseapp.com',
  sources: [
    { url: 'https://firebase.google.com/docs/auth/email-custom-domain', checked: '2026-11', evidence: 'vendor' },
  ],
});
