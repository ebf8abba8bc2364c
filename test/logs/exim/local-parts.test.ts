import { expect, test } from 'vitest';
import { addressAt } from '../../../src/logs/exim/address.ts';
import { recipientOf } from '../../../src/logs/exim/recipient.ts';

/** Whom a line is about, and what follows. */
function told(line: string): readonly [string, string] {
  const address = addressAt(line, 0);
  return [recipientOf(address), line.slice(address.end)];
}

test('a mailbox whose suffix holds blanks is that of the address it was for', () => {
  const REST = ' R=virtual_user T=dovecot_virtual_delivery';
  expect(
    told(`anna+01 - lamp news ("anna+01 - Lamp News"@example.com, anna@example.com) <anna@example.com>${REST}`),
  ).toEqual(['anna@example.com', REST]);
  expect(
    told(`sales+spam |/usr/bin/autorespond sales@example.com /home/a (sales@example.com) <sales@example.com>${REST}`),
  ).toEqual(['sales@example.com', REST]);
});

test('what ends a local part ends it: parents, an address, a field, or the line', () => {
  expect(told('anna (anna@example.com) <anna@example.com> R=x')).toEqual(['anna@example.com', ' R=x']);
  expect(told('anna R=local_user T=<b@example.com>')).toEqual(['anna', ' R=local_user T=<b@example.com>']);
  expect(told('"anna b"@example.com R=x')).toEqual(['"anna b"@example.com', ' R=x']);
  expect(told('anna')).toEqual(['anna', '']);
});
