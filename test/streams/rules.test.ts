import { describe, expect, test } from 'vitest';
import { attribute } from '../../src/streams/attribute.ts';
import { networkOf, rulings, type RuleConditions, type StreamRule } from '../../src/streams/rules.ts';
import { signatureOf } from '../../src/streams/signature.ts';
import { organisation, period, row, services, type RowText } from './period.ts';
import { cpuTime } from '../support/cpu-time.ts';

const ruleOf = (when: RuleConditions, more: Partial<StreamRule> = {}): StreamRule => ({
  name: 'Invoices',
  when,
  origin: 'rule 1 of sendaudit.json line 3',
  ...more,
});
const holds = (when: RuleConditions, text: RowText): boolean =>
  rulings([ruleOf(when)])(signatureOf(row(text)))(text.ip ?? '192.0.2.1') !== undefined;

const INVOICE: RowText = {
  from: 'billing.example.com',
  ip: '192.0.2.77',
  dkim: ['example.com inv2026 pass', 'example.com old fail'],
  spf: ['mail.example.com pass', 'mx.example.com fail helo'],
};

describe('a condition', () => {
  test.each<[RuleConditions, boolean]>([
    [{ headerFrom: 'billing.example.com' }, true],
    [{ headerFrom: '*.example.com' }, true],
    [{ headerFrom: 'BILLING.Example.COM' }, true],
    [{ headerFrom: 'example.com' }, false],
    [{ headerFrom: 'billing.example.co' }, false],
    [{ headerFrom: 'billing-example.com' }, false],
    [{ dkim: 'example.com' }, true],
    [{ dkim: 'inv*@example.com' }, true],
    [{ dkim: 'inv*@*' }, true],
    [{ dkim: 'inv@example.com' }, false],
    // A signature that did not verify says nothing.
    [{ dkim: 'old@example.com' }, false],
    [{ spf: 'mail.example.com' }, true],
    [{ spf: 'mx.example.com' }, false],
    [{ envelopeFrom: 'mail.example.com' }, true],
    // The HELO name is no envelope.
    [{ envelopeFrom: 'mx.example.com' }, false],
    [{ ip: '192.0.2.77' }, true],
    [{ ip: '192.0.2.0/25' }, true],
    [{ ip: '::ffff:192.0.2.77' }, true],
    [{ ip: '192.0.2.128/25' }, false],
    [{ ip: '2001:db8::/32' }, false],
    [{ ip: 'nonsense' }, false],
    [{ dkim: 'inv*@example.com', ip: '192.0.2.0/24', headerFrom: 'billing.*' }, true],
    [{ dkim: 'inv*@example.com', ip: '198.51.100.0/24' }, false],
  ])('%j of an invoice: %s', (when, expected) => {
    expect(holds(when, INVOICE)).toBe(expected);
  });

  test('with many stars takes no longer for it', () => {
    const long = `${'a'.repeat(200)}.example`;
    const started = cpuTime();
    expect(holds({ headerFrom: `${'*'.repeat(200)}b` }, { from: long })).toBe(false);
    expect(cpuTime() - started).toBeLessThan(500);
  });

  test('on addresses takes IPv6 networks', () => {
    expect(holds({ ip: '2001:db8:77::/48' }, { ip: '2001:db8:77:1::9' })).toBe(true);
    expect(networkOf('192.0.2.0/33')).toBeUndefined();
  });
});

describe('a rule', () => {
  const judgedBy = (rules: readonly StreamRule[], text: RowText) => {
    const { tallies } = period([row(text)]);
    return attribute(tallies, { catalogue: services, organisation, rules })[0];
  };
  const SPOOF: RowText = { ip: '203.0.113.9', spf: ['stranger.example pass'] };

  test('wins over everything, and says so', () => {
    expect(judgedBy([], SPOOF)).toMatchObject({ class: 'suspicious' });
    expect(judgedBy([ruleOf({ spf: 'stranger.example' })], SPOOF)).toMatchObject({
      class: 'fixable',
      confidence: 1,
      stream: { id: 'rule:invoices/unknown/example.com', name: 'Invoices', sender: 'rule:invoices' },
      evidence: [{ kind: 'rule', what: 'rule 1 of sendaudit.json line 3', weight: 1 }],
      because: 'rule 1 of sendaudit.json line 3',
    });
  });

  test('gives purpose, sender and class, and leaves to the evidence what it does not give', () => {
    const named = ruleOf({ headerFrom: '*' }, { purpose: 'support', provider: 'own' });
    expect(judgedBy([named], SPOOF)?.stream).toMatchObject({ purpose: 'support', provider: 'own' });
    const sesMail: RowText = { dkim: ['example.com post7 pass'] };
    expect(judgedBy([ruleOf({ headerFrom: '*' })], sesMail)).toMatchObject({
      class: 'aligned',
      stream: { provider: 'post', purpose: 'transactional' },
    });
    for (const [wanted, purpose] of [
      ['forwarded', 'forwarded'],
      ['suspicious', 'spoofed'],
    ] as const)
      expect(judgedBy([ruleOf({ headerFrom: '*' }, { class: wanted })], sesMail)).toMatchObject({
        class: wanted,
        stream: { purpose },
      });
  });

  test('is not overruled by what other rows from the same address are', () => {
    const lastBy = (rule: StreamRule, texts: readonly RowText[]) => {
      const { tallies, keys } = period(texts.map((text) => row(text)));
      return attribute(tallies, { catalogue: services, organisation, rules: [rule] })[keys.at(-1) ?? -1];
    };
    const full: RowText = { ip: '203.0.113.9', count: 20, dkim: ['post.test x pass'], spf: ['desk.test pass'] };
    const less: RowText = { ...full, count: 1, dkim: [], envelopeFrom: 'b.example' };
    const bare: RowText = { from: 'news.example.com', ip: '203.0.113.9', aligned: [] };
    for (const [rule, text] of [
      [ruleOf({ envelopeFrom: 'b.example' }, { class: 'suspicious' }), less],
      [ruleOf({ headerFrom: 'news.example.com' }, { class: 'suspicious' }), bare],
    ] as const)
      expect(lastBy(rule, [full, text])).toMatchObject({
        class: 'suspicious',
        confidence: 1,
        stream: { name: 'Invoices' },
      });
  });

  test('counts where it is the first that holds', () => {
    const [first, second] = [
      ruleOf({ ip: '198.51.100.1' }, { name: 'One', origin: '1' }),
      ruleOf({ headerFrom: '*' }, { name: 'Two', origin: '2' }),
    ];
    expect(judgedBy([first, second], SPOOF)?.stream.name).toBe('Two');
    expect(judgedBy([second, first], SPOOF)?.stream.name).toBe('Two');
    expect(judgedBy([first, second], { ...SPOOF, ip: '198.51.100.1' })?.stream.name).toBe('One');
  });
});
