import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'namecheap-private-email',
  name: 'Namecheap Private Email',
  category: 'mailbox',
  selectors: [{ match: 'default', alone: false }],
  returnPaths: ['privateemail.com'],
  spfIncludes: ['spf.privateemail.com'],
  mx: ['privateemail.com'],
  ptr: ['privateemail.com'],
  sources: [
    {
      url: 'https://www.namecheap.com/support/knowledgebase/article.aspx/1262/2176/what-does-namecheap-private-email-dns-verification-imply',
      checked: '2026-11',
      evidence: 'vendor',
    },
    { url: 'https://github.com/danielsen/DmarcRua/tree/7a59061', checked: '2026-10', evidence: 'observed' },
  ],
});
