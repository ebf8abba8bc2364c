import { describe, expect, test } from 'vitest';
import { judged, last, type RowText } from './period.ts';

describe('a stream nobody can be named for is kept together by', () => {
  test('the key it signs with', () => {
    expect(last([{ dkim: ['example.com inv pass'] }]).stream).toEqual({
      id: 'dkim:inv/unknown/example.com',
      name: 'DKIM key inv',
      sender: 'dkim:inv',
      purpose: 'unknown',
      headerFrom: 'example.com',
    });
  });

  test('the key of its own making, whatever stands beside it and in whatever order', () => {
    const ids = judged([
      { dkim: ['example.com k1 pass', 'example.com rmk pass'] },
      { ip: '192.0.2.9', dkim: ['example.com rmk pass', 'example.com k1 pass'] },
    ]).map(({ stream }) => stream.id);
    expect(new Set(ids)).toEqual(new Set(['dkim:rmk/unknown/example.com']));
  });

  test('the key most of the address’s mail is signed with, where a reporter leaves selectors out', () => {
    const [, unsigned] = judged([
      { dkim: ['example.com inv pass'], spf: ['example.com pass'], count: 9 },
      { spf: ['example.com pass'] },
    ]);
    expect(unsigned?.stream.id).toBe('dkim:inv/unknown/example.com');
  });

  test('the return path it shares', () => {
    const { stream } = last([{ dkim: ['example.com - pass'], spf: ['b.unknown-service.test pass'] }]);
    expect(stream.id).toBe('via:unknown-service.test/unknown/example.com');
  });

  test('SPF of the domain itself', () => {
    expect(last([{ spf: ['example.com pass'] }]).stream.name).toBe('own SPF record');
  });

  test('SPF of the domain itself, where DNS failed a receiver', () => {
    const failed: RowText = { spf: ['example.com permerror'] };
    const [, sameAddress] = judged([{ spf: ['example.com pass'] }, failed]);
    expect(sameAddress).toMatchObject({ class: 'fixable', stream: { id: 'own-spf/unknown/example.com' } });
    expect(last([{ spf: ['example.com pass'] }, { ...failed, ip: '203.0.113.9' }]).class).toBe('suspicious');
  });
});

test('one service for two From domains is two streams', () => {
  const ids = judged([
    { dkim: ['example.com post1 pass'] },
    { from: 'news.example.com', dkim: ['news.example.com post1 pass'] },
  ]).map(({ stream }) => stream.id);
  expect(ids).toEqual(['post/transactional/example.com', 'post/marketing/news.example.com']);
});

test('all that is forwarded, and all that is suspicious, is one stream for each From domain', () => {
  const ids = judged([
    { ip: '203.0.113.1' },
    { ip: '203.0.113.2', spf: ['win.example pass'] },
    { ip: '203.0.113.3', overrides: ['mailing_list'] },
    { ip: '203.0.113.4', overrides: ['forwarded'], spf: ['f.example pass'] },
  ]).map(({ stream }) => stream.id);
  expect(new Set(ids)).toEqual(new Set(['suspicious/example.com', 'forwarded/example.com']));
});
