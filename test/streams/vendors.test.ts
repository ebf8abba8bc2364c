import { describe, expect, test } from 'vitest';
import { catalogue } from '../../src/providers/catalogue.ts';
import type { Provider } from '../../src/providers/provider.ts';
import { attribute, type Attribution } from '../../src/streams/attribute.ts';
import { organisation, period, row, SERVICES, type RowText } from './period.ts';

const SOURCES = [{ url: 'https://example.com', checked: '2026-11', evidence: 'vendor' }] as const;
const NETWORKS: Readonly<Record<string, readonly string[]>> = {
  post: ['192.0.2.0/24'],
  bulk: ['192.0.3.0/24'],
  mailboxes: ['198.51.100.0/24'],
};
const MORE: readonly Provider[] = [
  {
    id: 'app',
    name: 'App',
    category: 'marketing',
    // Post's own selector, which App documents because it runs there.
    selectors: [{ match: 'post7', alone: false }],
    returnPaths: ['bounce.app.test'],
    runsOn: ['post'],
    sources: SOURCES,
  },
  { id: 'forms', name: 'Forms', category: 'saas', ownDomains: ['mail.forms.test'], sources: SOURCES },
];
const known = catalogue([
  ...SERVICES.map((service) => ({
    ...service,
    ...(NETWORKS[service.id] && { networks: NETWORKS[service.id] }),
    ...(service.id === 'desk' && { returnPaths: ['desk.test', 'desk-hosts.test'] }),
  })),
  ...MORE,
]);
function last(texts: readonly RowText[]): Attribution | undefined {
  const { tallies, keys } = period(texts.map((text) => row(text)));
  return attribute(tallies, { catalogue: known, organisation })[keys.at(-1) ?? -1];
}

describe('a tenant inside another’s infrastructure', () => {
  test('is not named by a selector that is the landlord’s', () => {
    expect(last([{ dkim: ['example.com post7 pass'] }])?.stream.provider).toBe('post');
  });

  test('is named where anything else speaks for it', () => {
    expect(last([{ dkim: ['example.com post7 pass'], spf: ['bounce.app.test pass'] }])?.stream.provider).toBe('app');
  });
});

describe('a domain a vendor uses in one way', () => {
  test('names it in the other: an envelope below what it signs as', () => {
    expect(last([{ spf: ['b1.bulk.test pass'] }])).toMatchObject({ class: 'fixable', stream: { provider: 'bulk' } });
  });

  test('names it where only its notices are known', () => {
    const text: RowText = { dkim: ['mail.forms.test s pass'], spf: ['mail.forms.test pass'] };
    expect(last([text])).toMatchObject({ class: 'fixable', stream: { provider: 'forms' } });
  });

  test('names nobody beside it: people of the vendor’s write from there', () => {
    expect(last([{ dkim: ['forms.test s pass'], spf: ['forms.test pass'] }])?.class).toBe('suspicious');
  });
});

describe('an envelope nobody knows, on mail a service signed as itself', () => {
  const signed = (envelope: string): Attribution | undefined =>
    last([{ ip: '203.0.113.9', dkim: ['mail.forms.test s pass'], spf: [`${envelope} pass`] }]);

  test('is the service’s own, where it bears its name', () => {
    expect(signed('b7.forms-bounces.example')).toMatchObject({ class: 'fixable', stream: { provider: 'forms' } });
    expect(signed('forms.example')).toMatchObject({ class: 'fixable', stream: { provider: 'forms' } });
  });

  test('is somebody’s, where it bears another, or only ends alike', () => {
    expect(signed('b7.partner.example')?.class).toBe('suspicious');
    expect(signed('b7.webforms.example')?.class).toBe('suspicious');
  });

  test('is somebody’s, where they sign as themselves: a lookalike is cheap', () => {
    const lookalike: RowText = { dkim: ['mail.forms.test s pass', 'forms-mail.example s pass'] };
    expect(last([{ ...lookalike, spf: ['forms-mail.example pass'] }])?.class).toBe('suspicious');
    expect(last([{ dkim: ['forms-mail.example s pass'], spf: ['mail.forms.test pass'] }])?.class).toBe('suspicious');
  });
});

describe('an envelope nobody knows, on mail we signed', () => {
  const usual: RowText = { ip: '192.0.2.5', count: 50, dkim: ['example.com post1 pass'], spf: ['b.post.test pass'] };

  test('is the service’s own, where key and address are both its', () => {
    const strange: RowText = { ip: '192.0.2.6', dkim: ['example.com post1 pass'], spf: ['new-bounces.example pass'] };
    expect(last([usual, strange])).toMatchObject({ class: 'aligned', stream: { provider: 'post' } });
  });

  test('is the service’s own, where the key is one it commonly has and the address is its', () => {
    const strange: RowText = { ip: '192.0.3.6', dkim: ['example.com k1 pass'], spf: ['new-bounces.example pass'] };
    const sent: RowText = { ip: '192.0.3.5', count: 50, dkim: ['example.com k1 pass'], spf: ['bounce.bulk.test pass'] };
    expect(last([sent, strange])).toMatchObject({ class: 'aligned', stream: { provider: 'bulk' } });
  });

  test('is who re-sent it, from anywhere else', () => {
    const strange: RowText = { ip: '203.0.113.6', dkim: ['example.com post1 pass'], spf: ['list.example pass'] };
    expect(last([usual, strange])?.class).toBe('forwarded');
  });

  test('is a list’s that rents the service, where the key is another’s', () => {
    const staff: RowText = { ip: '203.0.113.1', count: 50, dkim: ['example.com hq pass'], spf: ['example.com pass'] };
    const list: RowText = { ip: '192.0.2.6', dkim: ['example.com hq pass'], spf: ['list.example pass'] };
    expect(last([staff, list])?.class).toBe('forwarded');
  });
});

describe('mail through a service where we have a tenant', () => {
  const ours: RowText = { ip: '203.0.113.1', dkim: ['desk.test d pass'], spf: ['example.desk.test pass'] };

  test('is somebody else’s below another tenant’s name', () => {
    const theirs: RowText = { ip: '203.0.113.2', dkim: ['desk.test d pass'], spf: ['acme.desk.test pass'] };
    expect(last([ours, theirs])?.class).toBe('suspicious');
  });

  test('may be ours below the service’s own name, which is no tenant’s', () => {
    const plain: RowText = { ip: '203.0.113.2', dkim: ['desk.test d pass'], spf: ['desk.test pass'] };
    expect(last([ours, plain])).toMatchObject({ class: 'fixable', stream: { provider: 'desk' } });
  });

  test('may be ours below another domain of the service, where names are its hosts’', () => {
    const hosts: RowText = { ip: '203.0.113.2', dkim: ['desk.test d pass'], spf: ['eu7.desk-hosts.test pass'] };
    expect(last([ours, hosts])).toMatchObject({ class: 'fixable', stream: { provider: 'desk' } });
  });
});

describe('a row that says nothing, from an address nothing else came from', () => {
  const bare: RowText = { ip: '192.0.2.200', aligned: [] };

  test('is of the service whose address it is, where the domain sends through it', () => {
    const told = last([
      { ip: '192.0.2.5', count: 50, dkim: ['example.com post1 pass'], spf: ['b.post.test pass'] },
      bare,
    ]);
    expect(told).toMatchObject({
      class: 'fixable',
      classConfidence: 0.55,
      stream: { provider: 'post', headerFrom: 'example.com' },
      because: 'from Post, which other mail of the domain is sent through',
    });
  });

  test('is nothing of ours where the domain does not, or only another one does', () => {
    expect(last([bare])?.class).toBe('suspicious');
    const other: RowText = { from: 'other.example', ip: '192.0.2.5', dkim: ['other.example post1 pass'] };
    expect(last([other, bare])?.class).toBe('suspicious');
  });

  test('is nothing of ours from a mailbox host, where people re-send as well', () => {
    const staff: RowText = { ip: '198.51.100.1', count: 50, dkim: ['example.com zz pass'], spf: ['example.com pass'] };
    expect(last([staff, { ip: '198.51.100.200', aligned: [] }])?.class).toBe('suspicious');
  });
});

describe('a signature that did not verify', () => {
  test('names who signed, where SPF passed for us', () => {
    const text: RowText = { ip: '203.0.113.9', dkim: ['example.com post1 permerror'], spf: ['example.com pass'] };
    const told = last([text]);
    expect(told).toMatchObject({ class: 'aligned', stream: { provider: 'post' } });
    expect(told?.evidence[0]).toMatchObject({ kind: 'dkim-selector', what: 'selector post1, not verified' });
  });

  test('names nobody where it may be copied', () => {
    const text: RowText = { ip: '203.0.113.9', dkim: ['example.com post1 fail'], spf: ['bad.example pass'] };
    expect(last([text])).toMatchObject({ class: 'suspicious', candidates: [{ provider: 'post', score: 0.15 }] });
  });

  test('with a common selector names nobody', () => {
    const text: RowText = { ip: '203.0.113.9', dkim: ['example.com k1 fail'], spf: ['example.com pass'] };
    expect(last([text])?.stream.provider).toBeUndefined();
  });
});
