import fc from 'fast-check';
import { expect, test } from 'vitest';
import { genericPart } from '../../src/protocols/generic-name.ts';
import { parseIp } from '../../src/protocols/ip.ts';

const partOf = (name: string, address = '192.0.2.25', organisation = 'isp.example'): string | undefined => {
  const ip = parseIp(address);
  if (ip === undefined) throw new Error(address);
  return genericPart(name, ip, organisation);
};

test.each([
  ['mail.isp.example', undefined],
  ['mx25.isp.example', undefined],
  ['o1.ptr25.mailer.isp.example', undefined],
  ['pool-a.out.isp.example', undefined],
  ['a2-25.smtp-out.isp.example', undefined],
  ['isp.example', undefined],
  ['192-0-2-25.isp.example', '192-0-2-25'],
  ['ip192.0.2.25.isp.example', '192.0.2.25'],
  ['x-192-000-002-025.isp.example', '192-000-002-025'],
  ['25-2-0-192.isp.example', '25-2-0-192'],
  ['192000002025.isp.example', '192000002025'],
  ['C0000219.isp.example', 'c0000219'],
  ['pc-190200c0.isp.example', '190200c0'],
  ['pool-25.isp.example', 'pool'],
  ['dhcp7.isp.example', 'dhcp'],
  ['host.dynamic.isp.example', 'dynamic'],
])('in %s it is %s', (name, part) => {
  expect(partOf(name)).toBe(part);
});

test('the registered domain tells nothing: somebody chose it', () => {
  expect(partOf('mail.dsl.example', '192.0.2.25', 'dsl.example')).toBeUndefined();
  expect(partOf('dsl.example', '192.0.2.25', 'dsl.example')).toBeUndefined();
});

test('the nibbles of an IPv6 address, in any dress', () => {
  const nibbles = '20010db8000000000000000000000025';
  expect(partOf(`${nibbles}.isp.example`, '2001:db8::25')).toBe(nibbles);
  expect(partOf(`${nibbles.split('').toReversed().join('.')}.isp.example`, '2001:db8::25')).toBeDefined();
  expect(partOf('2001-db8--25.isp.example', '2001:db8::25')).toBe('2001-db8--25');
  expect(partOf('mail6.isp.example', '2001:db8::25')).toBeUndefined();
});

test('whatever the name, the part found stands in it', () => {
  const letters = fc.constantFrom(...'abcdef0123456789.-'.split(''), 'dhcp', '192', '25', 'pool');
  fc.assert(
    fc.property(fc.array(letters, { maxLength: 60 }), (parts) => {
      const name = parts.join('');
      const part = partOf(name);
      if (part !== undefined) expect(`.${name}`).toContain(part);
    }),
    { numRuns: 500 },
  );
});
