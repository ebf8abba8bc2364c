import { expect, test } from 'vitest';
import { catalogue } from '../../src/providers/catalogue.ts';
import { defineProvider } from '../../src/providers/provider.ts';

const landlord = defineProvider({
  id: 'landlord',
  name: 'Landlord',
  category: 'transactional',
  networks: ['192.0.2.0/24', '198.51.100.0/24', '2001:db8::/32'],
  sources: [],
});
const tenant = defineProvider({
  id: 'tenant',
  name: 'Tenant',
  category: 'saas',
  networks: ['192.0.2.128/25', '198.51.100.0/24', '2001:db8:7::/48'],
  runsOn: ['landlord'],
  sources: [],
});
const known = catalogue([landlord, tenant]);

test.each([
  ['192.0.2.1', 'landlord'],
  ['192.0.2.200', 'tenant'],
  ['198.51.100.9', 'tenant'],
  ['::ffff:192.0.2.1', 'landlord'],
  ['2001:db8:1::1', 'landlord'],
  ['2001:db8:7::1', 'tenant'],
])('the smallest published network with %s in it is of %s', (address, id) => {
  expect(known.byAddress(address)?.id).toBe(id);
});

test.each(['203.0.113.1', '2001:db9::1', '192.0.2', '', 'mail.example', '192.0.2.1/32'])(
  'nobody publishes %j',
  (address) => {
    expect(known.byAddress(address)).toBeUndefined();
  },
);
