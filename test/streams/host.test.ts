import { describe, expect, test } from 'vitest';
import { attribute, type Attribution } from '../../src/streams/attribute.ts';
import type { Host } from '../../src/streams/host.ts';
import { organisation, period, row, services, type RowText } from './period.ts';

function judgedWith(host: Host | undefined, text: RowText): Attribution | undefined {
  const { tallies } = period([row(text)]);
  return attribute(tallies, { catalogue: services, organisation, hostOf: () => host })[0];
}

const UNNAMED: RowText = { dkim: ['example.com x1 pass'], spf: ['example.com pass'] };
const OF_MAILBOXES = { name: 'relay7.out.mailboxes.test', confirmed: true } as const;

describe('the host of an address', () => {
  test('names a sender that nothing else names, where the name leads back', () => {
    expect(judgedWith(OF_MAILBOXES, UNNAMED)).toMatchObject({
      stream: { provider: 'mailboxes' },
      confidence: 0.7,
      evidence: [{ kind: 'ptr', what: 'PTR below mailboxes.test', provider: 'mailboxes' }, { kind: 'own-domain' }],
    });
  });

  test.each([
    ['does not lead back', false],
    ['may or may not lead back', undefined],
  ])('names nobody where the name %s', (_, confirmed) => {
    expect(judgedWith({ ...OF_MAILBOXES, confirmed }, UNNAMED)).toEqual(judgedWith(undefined, UNNAMED));
  });

  test('says nothing against a signature that passed', () => {
    const signed: RowText = { dkim: ['post.test a pass', 'example.com x1 pass'], spf: ['example.com pass'] };
    expect(judgedWith(OF_MAILBOXES, signed)).toEqual(judgedWith(undefined, signed));
  });

  test('makes no mail ours: anybody may send through a service’s hosts', () => {
    const forged: RowText = { dkim: [], spf: ['elsewhere.test fail'] };
    expect(judgedWith(OF_MAILBOXES, forged)?.class).toBe('suspicious');
    expect(judgedWith(OF_MAILBOXES, forged)?.stream).toEqual(judgedWith(undefined, forged)?.stream);
  });

  test('addresses of different hosts are judged each by its own', () => {
    const { tallies } = period([row({ ...UNNAMED, ip: '192.0.2.1' }), row({ ...UNNAMED, ip: '192.0.2.2' })]);
    const said = attribute(tallies, {
      catalogue: services,
      organisation,
      hostOf: (ip) => (ip === '192.0.2.1' ? OF_MAILBOXES : undefined),
    });
    expect(said.map(({ stream }) => stream.provider)).toEqual(['mailboxes', undefined]);
  });
});
