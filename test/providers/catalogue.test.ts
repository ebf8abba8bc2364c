import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogue, selectorsToProbe } from '../../src/providers/catalogue.ts';
import type { Provider } from '../../src/providers/provider.ts';

const source = { url: 'https://vendor.example/docs', checked: '2026-11', evidence: 'vendor' } as const;
const provider = (id: string, facts: Partial<Provider> = {}): Provider => ({
  id,
  name: id,
  category: 'transactional',
  sources: [source],
  ...facts,
});

describe('looking a domain up', () => {
  const parent = provider('parent', { spfIncludes: ['sender.example'], mx: ['in.sender.example'] });
  const child = provider('child', { spfIncludes: ['eu.sender.example'] });
  const { bySpfInclude, byMx, byDkimDomain } = catalogue([parent, child]);

  it.each([
    ['the domain itself', 'sender.example'],
    ['a name below it', 'u1.wl.sender.example'],
    ['other case', 'SPF.Sender.Example'],
    ['a final dot', 'spf.sender.example.'],
    ['SPF macros on the left', '%{i}._ip.%{h}._ehlo.%{d}._spf.sender.example'],
  ])('finds %s', (_, name) => {
    expect(bySpfInclude(name)?.id).toBe('parent');
  });

  it.each([
    ['a name that ends alike inside a label', 'notsender.example'],
    ['the domain as somebody’s sub-domain', 'sender.example.attacker.test'],
    ['a parent of the domain', 'example'],
    ['an empty name', ''],
    ['a lone dot', '.'],
    ['a name longer than DNS allows', `${'a.'.repeat(200)}sender.example`],
  ])('does not find %s', (_, name) => {
    expect(bySpfInclude(name)).toBeUndefined();
  });

  it('lets the longest suffix win', () => {
    expect(bySpfInclude('spf.eu.sender.example')?.id).toBe('child');
    expect(bySpfInclude('spf.us.sender.example')?.id).toBe('parent');
  });

  it('keeps the tables apart: an inbound host says nothing about who sends', () => {
    expect(byMx('mx1.in.sender.example')?.id).toBe('parent');
    expect(byMx('sender.example')).toBeUndefined();
    expect(byDkimDomain('sender.example')).toBeUndefined();
  });

  it('gives a suffix that tenant and landlord share to the tenant, whatever their order', () => {
    const landlord = provider('landlord', { returnPaths: ['shared.example'] });
    const tenant = provider('tenant', { returnPaths: ['shared.example'], runsOn: ['landlord'] });
    expect(catalogue([landlord, tenant]).byReturnPath('bounce.shared.example')?.id).toBe('tenant');
    expect(catalogue([tenant, landlord]).byReturnPath('bounce.shared.example')?.id).toBe('tenant');
  });

  it('never throws and never crosses a label boundary, whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (left) => {
        const glued = bySpfInclude(`${left}sender.example`);
        expect(glued !== undefined).toBe(left === '' || (left.endsWith('.') && left.length <= 255 - 14));
      }),
    );
  });
});

describe('a name below the vendor’s own domain', () => {
  const { byVendorName, byReturnPath } = catalogue([
    provider('mailer', {
      spfIncludes: ['spf.mailer.co.example', '_spf.eu.mailer.test'],
      dkimTargets: ['dkim.mailer.co.uk'],
    }),
    provider('one', { spfIncludes: ['_spf.shared.test'] }),
    provider('two', { category: 'hosting', mx: ['mx.shared.test'] }),
    provider('host', { category: 'mailbox', spfIncludes: ['_spf.host.test'] }),
  ]);

  it.each(['mailer.test', 'm7.out.mailer.test', 'bounce.mailer.co.uk'])(
    '%s is the vendor’s, told by what customers include',
    (name) => {
      expect(byVendorName(name)?.id).toBe('mailer');
      expect(byReturnPath(name)).toBeUndefined();
    },
  );

  it.each([
    ['another has names there, too', 'a.shared.test'],
    ['people’s mail lies below a mailbox host', 'a.host.test'],
    ['it is a whole country’s', 'other.co.uk'],
  ])('says nothing where %s', (_, name) => {
    expect(byVendorName(name)).toBeUndefined();
  });
});

describe('looking a selector up', () => {
  const mailA = provider('mail-a', {
    selectors: [
      { match: 's1', alone: false },
      { match: /^\d{4}pm$/, alone: true, probe: ['2024pm', '2025pm'] },
      { match: 'pm', alone: false },
    ],
  });
  const mailB = provider('mail-b', {
    selectors: [
      { match: 's1', alone: false },
      { match: 'mailb', alone: true },
      { match: /^mail[a-z]$/, alone: false },
    ],
  });
  const { bySelector } = catalogue([mailA, mailB]);
  const ids = (selector: string): { alone: string[]; weak: string[] } => {
    const { alone, weak } = bySelector(selector);
    return { alone: alone.map(({ id }) => id), weak: weak.map(({ id }) => id) };
  };

  it('says that a common selector confirms several and names none', () => {
    expect(ids('s1')).toEqual({ alone: [], weak: ['mail-a', 'mail-b'] });
  });

  it('names the provider of a selector nobody else uses', () => {
    expect(ids('mailb')).toEqual({ alone: ['mail-b'], weak: [] });
  });

  it('matches a pattern against the whole selector', () => {
    expect(ids('2026pm').alone).toEqual(['mail-a']);
    expect(ids('x2026pm')).toEqual({ alone: [], weak: [] });
    expect(ids('2026pmx')).toEqual({ alone: [], weak: [] });
  });

  it('compares selectors without case, as DNS does', () => {
    expect(ids('MailB').alone).toEqual(['mail-b']);
    expect(ids('2026PM').alone).toEqual(['mail-a']);
  });

  it('knows nobody for an unknown, an empty and an overlong selector', () => {
    for (const selector of ['nobody', '', 'x'.repeat(100_000)]) expect(ids(selector)).toEqual({ alone: [], weak: [] });
  });

  it('answers the same after more selectors than it remembers', () => {
    const before = ids('mailb');
    for (let i = 0; i < 10_000; i++) bySelector(`tenant${i}`);
    expect(ids('mailb')).toEqual(before);
    expect(ids('tenant1')).toEqual({ alone: [], weak: [] });
  });

  it('takes a key that bears a service’s name for the service’s, unless another has it or two go by it', () => {
    const { bySelector: named } = catalogue([
      provider('sales-desk', { ownDomains: ['helpmails.test'] }),
      provider('planner', { selectors: [{ match: 'helpmails9', alone: false }] }),
      provider('twins', { ownDomains: ['planner.test'] }),
      provider('mailhost', { category: 'mailbox' }),
      provider('box'),
      provider('helpdesk'),
      provider('mails4you4'),
    ]);
    const alone = (selector: string): string[] => named(selector).alone.map(({ id }) => id);
    expect(['salesdesk', 'sales-desk', 'SalesDesk2', 'helpmails', 'helpmails_1'].map((one) => alone(one)[0])).toEqual([
      'sales-desk',
      'sales-desk',
      'sales-desk',
      'sales-desk',
      'sales-desk',
    ]);
    expect(['mails4you4', 'mails4you42'].map((one) => alone(one)[0])).toEqual(['mails4you4', undefined]);
    for (const selector of ['planner', 'helpmails9', 'mailhost', 'box', 'xsalesdesk', 'salesdesk2020', 'helpdesk', '2'])
      expect(alone(selector)).toEqual([]);
  });

  it('lists the selectors worth probing: the exact ones and the examples of patterns', () => {
    expect(selectorsToProbe(mailA)).toEqual(['s1', '2024pm', '2025pm', 'pm']);
    expect(selectorsToProbe(provider('quiet'))).toEqual([]);
  });
});

describe('the catalogue', () => {
  it('finds a provider by id', () => {
    const { byId } = catalogue([provider('one'), provider('two')]);
    expect(byId('two')?.name).toBe('two');
    expect(byId('three')).toBeUndefined();
  });

  it('builds a table when it is first asked, once, and no other', () => {
    const asked: string[] = [];
    const watched = new Proxy(provider('watched', { mx: ['mx.sender.example'] }), {
      get: (target, key) => {
        asked.push(String(key));
        return Reflect.get(target, key) as unknown;
      },
    });
    const { byMx } = catalogue([watched]);
    expect(asked).toEqual([]);
    byMx('a.mx.sender.example');
    byMx('b.mx.sender.example');
    expect(asked).toEqual(['mx']);
  });

  it('imports nothing but types and arithmetic, so that it costs nothing at start', () => {
    const text = readFileSync(new URL('../../src/providers/catalogue.ts', import.meta.url), 'utf8');
    expect(text.match(/^import .*/gm)).toEqual([
      "import { namedKeys } from './named-keys.ts';",
      "import { networkLookup } from './networks.ts';",
      "import type { Provider } from './provider.ts';",
      "import { vendorNames } from './vendor-names.ts';",
    ]);
  });
});
