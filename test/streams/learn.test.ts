import { describe, expect, test } from 'vitest';
import { judged, last, type RowText } from './period.ts';

/** A full row names the service by its own signature beside ours. */
const NAMED: RowText = {
  ip: '192.0.2.1',
  count: 100,
  dkim: ['example.com a1b2c3 pass', 'post.test s pass'],
  spf: ['bounce.example.com pass'],
};

describe('a row that names its service speaks for others', () => {
  test('with the same key', () => {
    expect(last([NAMED, { ip: '192.0.2.2', dkim: ['example.com a1b2c3 pass'] }])).toMatchObject({
      stream: { provider: 'post' },
      evidence: [{ kind: 'learned', provider: 'post' }],
    });
  });

  test('with the same return path below the From domain', () => {
    expect(last([NAMED, { ip: '192.0.2.2', spf: ['bounce.example.com pass'] }]).stream.provider).toBe('post');
  });

  test('from the same address', () => {
    expect(last([NAMED, { ip: '192.0.2.1', dkim: ['example.com - pass'] }]).stream.provider).toBe('post');
  });
});

describe('few rows are enough', () => {
  const weakly: RowText = { ip: '192.0.2.5', count: 1000, dkim: ['example.com k1 pass'], spf: ['example.com pass'] };
  const bounce: RowText = { ip: '192.0.2.6', dkim: ['example.com k1 pass'], spf: ['b.bounce.bulk.test pass helo'] };

  test('to name a key whose selector the service is known to use', () => {
    expect(judged([weakly, bounce])[0]?.stream.provider).toBe('bulk');
    const [otherKey] = judged([
      { ...weakly, dkim: ['example.com zz pass'] },
      { ...bounce, dkim: ['example.com zz pass', 'bulk.test s pass'] },
    ]);
    expect(otherKey?.stream.provider).toBeUndefined();
  });

  test('so that unsigned mail from the same address is named, too', () => {
    const unsigned: RowText = { ip: '192.0.2.5', spf: ['example.com pass'] };
    expect(last([weakly, bounce, unsigned]).stream.provider).toBe('bulk');
  });
});

describe('nothing is learned from', () => {
  test('the address of a forwarder, whose rows carry the signatures of what it re-sends', () => {
    const resent: RowText = { ...NAMED, count: 50, ip: '198.51.100.9', spf: ['forwarder.example pass'] };
    const list: RowText = {
      ip: '198.51.100.9',
      dkim: ['example.com a1b2c3 fail', 'post.test s fail'],
      spf: ['lists.example pass'],
    };
    expect(last([NAMED, resent, list]).class).toBe('forwarded');
  });

  test('a key that did not pass', () => {
    expect(last([NAMED, { ip: '203.0.113.9', dkim: ['example.com a1b2c3 fail'] }]).stream.provider).toBeUndefined();
  });

  test('the From domain as a return path: everybody’s mail has it', () => {
    const others = [
      { ...NAMED, spf: ['example.com pass'] },
      { ip: '192.0.2.2', spf: ['example.com pass'] },
    ];
    expect(last(others).stream.provider).toBeUndefined();
  });

  test('a few copies among many rows', () => {
    const many: RowText = { ip: '192.0.2.1', count: 5000, dkim: ['example.com - pass'] };
    expect(last([NAMED, many]).stream.provider).toBeUndefined();
  });

  test('two services that both sign with a key', () => {
    const other: RowText = { ...NAMED, ip: '192.0.2.3', dkim: ['example.com a1b2c3 pass', 'bulk.test s pass'] };
    expect(
      last([NAMED, other, { ip: '192.0.2.4', dkim: ['example.com a1b2c3 pass'] }]).stream.provider,
    ).toBeUndefined();
  });

  test('a forwarder’s signature', () => {
    const forwarded: RowText = { ...NAMED, dkim: ['example.com a1b2c3 pass', 'relay.test s pass'] };
    expect(last([forwarded, { ip: '192.0.2.4', dkim: ['example.com a1b2c3 pass'] }])).toMatchObject({
      evidence: [],
      candidates: [],
    });
  });

  test('a signature for a key beside it whose selector is other services’ own', () => {
    const both: RowText = { ...NAMED, dkim: ['example.com a1b2c3 pass', 'example.com k1 pass', 'post.test s pass'] };
    expect(last([both, { ip: '192.0.2.4', dkim: ['example.com k1 pass'] }]).stream.provider).toBeUndefined();
    expect(last([both, { ip: '192.0.2.4', dkim: ['example.com a1b2c3 pass'] }]).stream.provider).toBe('post');
  });
});
