import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fileName, mailboxId, otherFileName } from '../../src/fetching/names.ts';

const account = { user: 'reports', host: 'mail.example.com', port: 993 };

test('a name says whose mail it is, and from where', () => {
  expect(fileName(account, 'INBOX', '1700000000', 42)).toBe(
    `reports@mail.example.com-INBOX-${mailboxId(account, 'INBOX')}-1700000000-42.eml`,
  );
  const other = { ...account, user: 'dmarc@example.com' };
  expect(fileName(other, 'A/B', '7', 1)).toMatch(/^dmarc@example\.com-A_B-[0-9a-f]{8}-7-1\.eml$/);
});

test('two mailboxes that look the same to a file system have two names', () => {
  const names = ['Reports', 'reports', 'A/B', 'A B', 'A_B', 'ü', 'ö'].map((box) => fileName(account, box, '7', 1));
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
  const elsewhere = [
    { ...account, host: 'other.example' },
    { ...account, port: 143 },
    { ...account, user: 'r' },
  ];
  expect(new Set(elsewhere.map((one) => mailboxId(one, 'INBOX'))).size).toBe(3);
});

test('every file system takes it', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('con', 'aux.x', 'nul', '..', '.', '', '-x', 'LPT1.de'),
  );
  fc.assert(
    fc.property(text, text, text, (user, mailbox, uidValidity) => {
      const name = fileName({ ...account, user }, mailbox, uidValidity, 4_294_967_295);
      expect(name).toMatch(/^[A-Za-z0-9@_+=][A-Za-z0-9@_.+=-]*\.eml$/);
      expect(name).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i);
      expect(otherFileName(name, 'f'.repeat(64)).length).toBeLessThanOrEqual(255);
    }),
  );
});
