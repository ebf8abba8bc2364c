import { describe, expect, test } from 'vitest';
import { catalogue } from '../../src/providers/catalogue.ts';
import { knownProviders } from '../../src/providers/known.ts';
import type { Branch } from '../../src/streams/branch.ts';
import { identify } from '../../src/streams/identify.ts';
import { signatureOf } from '../../src/streams/signature.ts';
import { last, organisation, row, SERVICES, services, type RowText } from './period.ts';

const sender = (text: RowText, branch: Branch = { kind: 'open' }, among = services) =>
  identify({
    signature: signatureOf(row(text)),
    ours: (domain) => domain !== '' && organisation(domain) === organisation(text.from ?? 'example.com'),
    branch,
    catalogue: among,
  });

describe('a sender is named by', () => {
  test('a signature of its own domain that passed', () => {
    expect(sender({ dkim: ['post.test s pass'] })).toMatchObject({
      provider: { id: 'post' },
      evidence: [{ kind: 'dkim-domain', what: 'd=post.test', provider: 'post' }],
    });
  });

  test('a domain below its own, at a label boundary only', () => {
    expect(sender({ dkim: ['eu.post.test s pass'] }).provider?.id).toBe('post');
    expect(sender({ dkim: ['evilpost.test s pass'] }).provider).toBeUndefined();
    expect(sender({ dkim: ['post.test.evil.example s pass'] }).provider).toBeUndefined();
    expect(sender({ spf: ['notdesk.test pass'] }).provider).toBeUndefined();
  });

  test('a selector that only it uses, the whole of it', () => {
    expect(sender({ dkim: ['example.com post7 pass'] }).provider?.id).toBe('post');
    expect(sender({ dkim: ['example.com xpost7 pass'] }).provider).toBeUndefined();
    expect(sender({ dkim: ['example.com post7x pass'] }).provider).toBeUndefined();
  });

  test('its return path, where SPF passed', () => {
    expect(sender({ spf: ['b7.bounce.bulk.test pass'] })).toMatchObject({
      provider: { id: 'bulk' },
      evidence: [{ kind: 'return-path' }],
    });
  });

  test('a name beside the one its customers include, a little less surely than by one known to send', () => {
    expect(sender({ dkim: ['m.included.test s pass'] })).toMatchObject({
      provider: { id: 'included' },
      confidence: 0.85,
    });
    expect(sender({ spf: ['mx.included.test pass'] })).toMatchObject({ provider: { id: 'included' }, confidence: 0.7 });
    expect(sender({ spf: ['included.test.evil.example pass'] }).provider).toBeUndefined();
  });

  test('the include its address stands under', () => {
    expect(sender({}, { kind: 'include', domains: ['own.example.com', 'spf.post.test'] })).toMatchObject({
      provider: { id: 'post' },
      evidence: [{ kind: 'spf-record', what: 'include:own.example.com of the SPF record' }],
    });
  });
});

describe('nobody is named by', () => {
  test('a selector that others use as well', () => {
    const { provider, confidence, evidence } = sender({ dkim: ['example.com k1 pass'] });
    expect({ provider, confidence }).toEqual({ provider: undefined, confidence: 0 });
    expect(new Set(evidence.map((one) => one.provider))).toEqual(new Set(['bulk', 'other-bulk']));
  });

  test('a signature, a selector or a return path that did not pass: anybody can write those', () => {
    for (const result of ['fail', 'neutral', 'temperror', 'permerror', 'none', 'policy', 'softfail', 'unknown']) {
      const claimed = sender({
        dkim: [`post.test s ${result}`, `example.com post7 ${result}`, `desk.test s ${result}`],
        spf: [`post.test ${result}`, `desk.test ${result}`],
      });
      expect(claimed.provider, result).toBeUndefined();
      expect(new Set(claimed.evidence.map(({ kind }) => kind))).toEqual(new Set(['claim']));
    }
  });

  test('an include nobody is known for', () => {
    expect(sender({}, { kind: 'include', domains: ['spf.unknown.test'] }).provider).toBeUndefined();
  });

  test('any number of claims', () => {
    const claims = Array.from({ length: 40 }, (_, index) => `s${index}.post.test x fail`);
    expect(sender({ dkim: claims }).provider).toBeUndefined();
    expect(last([{ dkim: [...claims, 'example.com own pass'] }]).stream.provider).toBeUndefined();
  });

  test('two selectors that others use as well', () => {
    expect(sender({ dkim: ['example.com k1 pass', 'news.example.com k1 pass'] }).provider).toBeUndefined();
  });
});

test('a weak selector confirms a return path', () => {
  const alone = sender({ spf: ['bounce.bulk.test pass'] });
  const both = sender({ spf: ['bounce.bulk.test pass'], dkim: ['example.com k1 pass'] });
  expect(both.provider?.id).toBe('bulk');
  expect(both.confidence).toBeGreaterThan(alone.confidence);
});

test('a tenant wins over its landlord, however much speaks for the landlord', () => {
  const { provider } = sender({
    dkim: ['example.com tenant pass', 'post.test s pass'],
    spf: ['post.test pass'],
  });
  expect(provider?.id).toBe('tenant');
});

test('a tenant wins by a selector that both of them use, and not by one that says more of the landlord', () => {
  const using = (alone: boolean) =>
    catalogue(
      SERVICES.map((one) => {
        if (one.id === 'post') return { ...one, selectors: [{ match: 'both', alone: true }] };
        return one.id === 'tenant' ? { ...one, selectors: [{ match: 'both', alone }] } : one;
      }),
    );
  const text = { dkim: ['example.com both pass', 'post.test s pass'] };
  expect(sender(text, { kind: 'open' }, using(true)).provider?.id).toBe('tenant');
  expect(sender(text, { kind: 'open' }, using(false)).provider?.id).toBe('post');
});

test('the landlord alone is the landlord', () => {
  expect(sender({ dkim: ['post.test s pass'], spf: ['post.test pass'] }).provider?.id).toBe('post');
});

test('capitals and a final dot change nothing', () => {
  expect(sender({ dkim: ['POST.TEST. s pass'] }).provider?.id).toBe('post');
});

test('evidence comes strongest first', () => {
  const { evidence } = sender({ spf: ['post.test pass'], dkim: ['example.com k1 fail', 'post.test s pass'] });
  const weights = evidence.map(({ weight }) => weight);
  expect(weights).toEqual(weights.toSorted((a, b) => b - a));
});

test('real services: Amazon SES by its signature, Resend above it by its selector', () => {
  const ses = { dkim: ['amazonses.com x pass'], spf: ['a.amazonses.com pass'] };
  expect(sender(ses, { kind: 'open' }, knownProviders()).provider?.id).toBe('amazon-ses');
  const resend = sender({ ...ses, dkim: [...ses.dkim, 'example.com resend pass'] }, { kind: 'open' }, knownProviders());
  expect(resend.provider?.id).toBe('resend');
});

test('an application that signs is the sender, whatever mail service carries it and signs as well', () => {
  expect(sender({ dkim: ['desk.test s pass', 'post.test s pass'], spf: ['post.test pass'] }).provider?.id).toBe('desk');
  expect(sender({ dkim: ['post.test s pass'], spf: ['desk.test fail'] }).provider?.id).toBe('post');
});
