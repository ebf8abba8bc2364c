import { describe, expect, test } from 'vitest';
import { catalogue } from '../../src/providers/catalogue.ts';
import { attribute, type Attribution } from '../../src/streams/attribute.ts';
import { streamTotals } from '../../src/traffic/totals.ts';
import { organisation, period, row, SERVICES, type RowText } from './period.ts';

const NETWORKS: Readonly<Record<string, readonly string[]>> = {
  post: ['192.0.2.0/24'],
  mailboxes: ['198.51.100.0/24'],
  gate: ['203.0.113.128/25'],
};
const published = catalogue(
  SERVICES.map((service) => {
    const networks = NETWORKS[service.id];
    return networks === undefined ? service : { ...service, networks };
  }),
);
function last(texts: readonly RowText[]): Attribution | undefined {
  const { tallies, keys } = period(texts.map((text) => row(text)));
  return attribute(tallies, { catalogue: published, organisation })[keys.at(-1) ?? -1];
}

describe('an address a service publishes', () => {
  test('names a service that sends for customers', () => {
    expect(last([{ ip: '192.0.2.9', spf: ['bounce.example.com pass'] }])).toMatchObject({
      stream: { provider: 'post' },
      evidence: [{ kind: 'network', what: 'an address of Post', provider: 'post' }, { kind: 'own-domain' }],
    });
  });

  test('names a mailbox host where SPF passed for us, and not where mail may have been re-sent', () => {
    const own: RowText = { ip: '198.51.100.9', dkim: ['example.com zz pass'], spf: ['example.com pass'] };
    expect(last([own])?.stream.provider).toBe('mailboxes');
    const home: RowText = { ip: '203.0.113.1', count: 99, dkim: ['example.com zz pass'], spf: ['example.com pass'] };
    expect(last([home, { ...own, spf: ['somebody.example pass'] }])).toMatchObject({ class: 'forwarded' });
  });

  test('names a key that most of the mail with it comes from there with, wherever the rest comes from', () => {
    const there: RowText = {
      ip: '192.0.2.9',
      count: 60,
      dkim: ['example.com zz pass'],
      spf: ['bounce.example.com pass'],
    };
    const elsewhere = { ...there, ip: '203.0.113.1', count: 40 };
    expect(last([there, elsewhere])?.stream.provider).toBe('post');
    expect(last([{ ...there, count: 30 }, elsewhere])?.stream.provider).toBeUndefined();
  });

  test('of a gateway names no key: whatever mail leaves through it has a key of its own sender', () => {
    const out: RowText = { ip: '203.0.113.200', count: 90, dkim: ['example.com zz pass'], spf: ['example.com pass'] };
    expect(last([out, { ...out, ip: '192.0.2.77', count: 1 }])?.candidates).not.toContainEqual(
      expect.objectContaining({ provider: 'gate' }),
    );
    expect(last([{ ...out, ip: '203.0.113.201', count: 1 }])?.candidates).toContainEqual(
      expect.objectContaining({ provider: 'gate' }),
    );
  });

  test('makes nothing ours: anybody may have an account there', () => {
    expect(last([{ ip: '192.0.2.9' }])).toMatchObject({ class: 'suspicious', evidence: [] });
    expect(last([{ ip: '192.0.2.9', dkim: ['win.example s pass'], spf: ['win.example pass'] }])).toMatchObject({
      class: 'suspicious',
    });
  });
});

describe('where SPF passed for nobody, an address a service publishes', () => {
  const signed = (ip: string, envelope: string): RowText => ({
    ip,
    dkim: ['example.com post1 pass', 'post.test s pass'],
    spf: [envelope],
  });

  test('tells mail that others hand over in the service’s name from what it sent itself', () => {
    expect(last([signed('198.51.100.9', 'b.post.test fail')])).toMatchObject({
      class: 'forwarded',
      because: 'Post does not send from the address',
    });
    expect(last([signed('203.0.113.9', 'b.post.test softfail')])?.class).toBe('forwarded');
    expect(last([signed('192.0.2.9', 'b.post.test fail')])?.class).toBe('aligned');
    expect(last([signed('198.51.100.9', 'b.post.test none')])?.class).toBe('aligned');
  });

  test('of a mailbox host we send from ourselves does not make it the home of a service’s key', () => {
    const staff: RowText = { ip: '198.51.100.9', dkim: ['example.com zz pass'], spf: ['example.com pass'] };
    const home: RowText = { ip: '192.0.2.9', count: 60, dkim: ['b.example.com q pass'], spf: ['b.example.com pass'] };
    const resent: RowText = { ...home, ip: staff.ip ?? '', count: 3, spf: ['b.example.com softfail'] };
    expect(last([staff, home, resent])?.class).toBe('forwarded');
    const own: RowText = { ...resent, dkim: ['example.com zz pass'] };
    expect(last([staff, home, own])?.class).toBe('aligned');
  });

  test('shows a bounce to be its sender’s, though the host it came from has no SPF record', () => {
    const usual: RowText = { ip: '198.51.100.7', count: 50, dkim: ['example.com mbx pass'], spf: ['example.com pass'] };
    const bounce = (ip: string, helo: string): RowText => ({ ip, dkim: ['example.com mbx pass'], spf: [helo] });
    expect(last([usual, bounce('198.51.100.9', 'mx9.out.mailboxes.test none')])?.class).toBe('aligned');
    expect(last([usual, bounce('198.51.100.9', 'somebody.example none')])?.class).toBe('forwarded');
    expect(last([usual, bounce('203.0.113.9', 'mx9.out.mailboxes.test none')])?.class).toBe('forwarded');
  });
});

describe('a key whose mail comes from a service’s addresses', () => {
  const sent: RowText = { ip: '192.0.2.9', count: 60, dkim: ['example.com tn pass'], spf: ['bounce.example.com pass'] };
  const keyless: RowText = { ...sent, count: 5, dkim: ['example.com - pass'] };
  const judgedWith = (...tenants: readonly string[]): string | undefined => {
    const more = tenants.map((id) => ({
      id,
      name: id,
      category: 'marketing' as const,
      selectors: [{ match: 'tn', alone: false }],
      runsOn: ['post'],
      sources: [{ url: 'https://example.com', checked: '2026-11', evidence: 'vendor' as const }],
    }));
    const { tallies, keys } = period([row(sent), row(keyless)]);
    const known = catalogue([...SERVICES, ...more].map((one) => ({ ...one, networks: NETWORKS[one.id] ?? [] })));
    return attribute(tallies, { catalogue: known, organisation })[keys.at(-1) ?? -1]?.stream.provider;
  };

  test('is of the tenant known to sign like that, also where the reporter leaves the selector out', () => {
    expect(judgedWith('lodger')).toBe('lodger');
    expect(judgedWith()).toBe('post');
    expect(judgedWith('lodger', 'neighbour')).toBe('post');
  });
});

test('what a stream rests on does not depend on which of its rows is read first', () => {
  const rows = [
    row({ ip: '198.51.100.9', dkim: ['example.com zz pass'], spf: [] }),
    row({ ip: '198.51.100.9', dkim: ['example.com zz pass'], spf: ['example.com pass'] }),
  ];
  const restsOn = (some: typeof rows): unknown => {
    const { tallies } = period(some);
    return streamTotals(tallies, attribute(tallies, { catalogue: published, organisation }));
  };
  expect(restsOn(rows.toReversed())).toEqual(restsOn(rows));
});
