import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UserError } from '../../../src/core/errors.ts';
import { parseResolver, serverLabel, systemServers } from '../../../src/net/dns/servers.ts';

describe('--resolver', () => {
  test.each([
    ['192.0.2.1', { kind: 'dns', address: '192.0.2.1', port: 53 }],
    [' 192.0.2.1 ', { kind: 'dns', address: '192.0.2.1', port: 53 }],
    ['127.0.0.1:5300', { kind: 'dns', address: '127.0.0.1', port: 5300 }],
    ['localhost', { kind: 'dns', address: '127.0.0.1', port: 53 }],
    ['localhost:5300', { kind: 'dns', address: '127.0.0.1', port: 5300 }],
    ['2001:db8::53', { kind: 'dns', address: '2001:db8::53', port: 53 }],
    ['::1', { kind: 'dns', address: '::1', port: 53 }],
    ['fe80::1%eth0', { kind: 'dns', address: 'fe80::1%eth0', port: 53 }],
    ['[::1]', { kind: 'dns', address: '::1', port: 53 }],
    ['[2001:db8::53]:5300', { kind: 'dns', address: '2001:db8::53', port: 5300 }],
    ['https://dns.example/dns-query', { kind: 'doh', url: 'https://dns.example/dns-query' }],
    ['HTTPS://dns.example/dns-query{?dns}', { kind: 'doh', url: 'https://dns.example/dns-query' }],
    ['https://[2001:db8::53]:8443/q#x', { kind: 'doh', url: 'https://[2001:db8::53]:8443/q' }],
  ])('%s is a resolver', (text, server) => {
    expect(parseResolver(text)).toEqual(server);
  });

  test.each([
    ['', 'an IP address'],
    ['dns.example', 'an IP address'],
    ['dns.example:53', 'an IP address'],
    ['192.0.2', 'an IP address'],
    ['192.0.2.256', 'an IP address'],
    ['192.0.2.1:', 'an IP address'],
    ['192.0.2.1:0', '"0" is not a port'],
    ['192.0.2.1:65536', '"65536" is not a port'],
    ['192.0.2.1:dns', '"dns" is not a port'],
    ['192.0.2.1#53', 'an IP address'],
    ['[192.0.2.1]:53', 'an IP address'],
    ['[::1', 'an IP address'],
    ['[::1]53', 'an IP address'],
    ['::1:99999', 'an IP address'],
    ['http://dns.example/dns-query', 'only kind of URL'],
    ['tls://192.0.2.1', 'only kind of URL'],
    ['https://', 'no valid URL'],
    ['https://me:secret@dns.example/', 'user name or password'],
  ])('"%s" is refused, with what to try', (text, why) => {
    const refusal = refusalOf(text);
    expect(refusal).toBeInstanceOf(UserError);
    expect(refusal).toMatchObject({ message: `"${text}" is not a resolver`, why: expect.stringContaining(why) });
    expect((refusal as UserError).hint).toBeTruthy();
  });

  test('is a server or a UserError, whatever is written', () => {
    const piece = fc.constantFrom(
      '[',
      ']',
      ':',
      '::',
      '.',
      '%',
      '#',
      '1',
      '53',
      '192.0.2.1',
      'localhost',
      'https://',
      '{?dns}',
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(text, (written) => {
        const refusal = refusalOf(written);
        expect(refusal === undefined || refusal instanceof UserError).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('reads back what the label of a server says', () => {
    const address = fc.oneof(fc.ipV4(), fc.ipV6());
    fc.assert(
      fc.property(address, fc.integer({ min: 1, max: 65_535 }), (host, port) => {
        const server = { kind: 'dns', address: host, port } as const;
        expect(parseResolver(serverLabel(server))).toEqual(server);
      }),
    );
  });
});

function refusalOf(text: string): unknown {
  try {
    parseResolver(text);
    return undefined;
  } catch (error) {
    return error;
  }
}

test('the servers of the system are servers that can be asked', () => {
  for (const server of systemServers()) expect(parseResolver(serverLabel(server))).toEqual(server);
});
