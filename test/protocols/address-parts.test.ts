import { describe, expect, it } from 'vitest';
import { addressDomain, addressParts } from '../../src/protocols/address-parts.ts';

describe('an address in two', () => {
  it('is parted at its last @, for a quoted local part may hold others', () => {
    expect(addressParts('"anna@home"@Example.net')).toEqual({ local: '"anna@home"', domain: 'Example.net' });
  });

  it('may have nothing on either side', () => {
    expect(addressParts('@example.net')).toEqual({ local: '', domain: 'example.net' });
    expect(addressParts('anna@')).toEqual({ local: 'anna', domain: '' });
  });

  it('is none without an @', () => {
    expect(addressParts('example.net')).toBeUndefined();
    expect(addressParts('')).toBeUndefined();
  });
});

describe('the domain of an address', () => {
  it.each([
    ['Anna@Example.NET', 'example.net'],
    ['anna@example.net.', 'example.net'],
    ['"anna@home"@example.net', 'example.net'],
    ['anna@BÜCHER.example', 'bücher.example'],
    ['anna@[192.0.2.1]', '[192.0.2.1]'],
    ['anna@', ''],
    ['anna', ''],
    ['', ''],
  ])('of %s is %j', (address, domain) => {
    expect(addressDomain(address)).toBe(domain);
  });
});
