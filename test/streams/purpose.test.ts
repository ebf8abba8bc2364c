import { describe, expect, test } from 'vitest';
import { purposeOf, purposeOfWord } from '../../src/streams/purpose.ts';
import { services } from './period.ts';

const purpose = (from: string, provider?: string): string =>
  purposeOf(provider === undefined ? undefined : services.byId(provider), from, 'example.com');

describe('what a stream is for', () => {
  test('says the sub-domain first, then the service', () => {
    expect(purpose('news.example.com', 'post')).toBe('marketing');
    expect(purpose('help.example.com', 'post')).toBe('support');
    expect(purpose('billing.example.com')).toBe('transactional');
    expect(purpose('example.com', 'post')).toBe('transactional');
    expect(purpose('example.com', 'mailboxes')).toBe('corporate');
    expect(purpose('example.com')).toBe('unknown');
  });

  test('is told by what people call their streams, in some languages', () => {
    for (const [word, told] of Object.entries({
      broadcasts: 'marketing',
      'password-reset': 'transactional',
      bookings2: 'transactional',
      rechnungen: 'transactional',
      pedidos: 'transactional',
    }))
      expect(purposeOfWord(word), word).toBe(told);
    expect(purposeOfWord('bulkhead')).toBeUndefined();
  });

  test('is read from whole labels below the organisation only', () => {
    expect(purpose('newsroom.example.com')).toBe('unknown');
    expect(purpose('eu.news2.example.com')).toBe('marketing');
    expect(purposeOf(undefined, 'news.com', 'news.com')).toBe('unknown');
  });
});
