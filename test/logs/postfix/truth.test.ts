import { expect, test } from 'vitest';
import { postfixLog } from '../../../src/dev/mail-log/postfix.ts';
import { STAMP_FORMS } from '../../../src/dev/mail-log/stamps.ts';
import { quantile, truthOf } from '../../../src/dev/mail-log/truth.ts';

test('the truth of an invented log adds up', () => {
  const lines = [
    ...postfixLog({
      seed: 'truth',
      begin: 1.79e9,
      messages: 500,
      spacing: 1,
      forms: STAMP_FORMS.slice(0, 1),
      ids: 'short',
      reordered: false,
      tls: 'none',
    }),
  ];
  const groups = truthOf(
    lines.flatMap(({ events }) => events),
    ({ hop, recipient }) => (hop === 'mx' ? recipient?.split('@')[1] : undefined),
  );
  expect([...groups.keys()].toSorted()).toEqual(['firma.example', 'gmail.com', 'yahoo.com']);
  for (const { attempted, accepted, bounced, expired, queued, deferred, delays } of groups.values()) {
    expect(attempted).toBe(accepted + bounced + expired + queued);
    expect({ queued, delays: delays.length }).toEqual({ queued: 0, delays: accepted });
    expect(deferred.attempts).toBeGreaterThanOrEqual(deferred.recipients);
  }
});

test('a quantile is a value that was there', () => {
  expect([0.5, 0.9, 0.99, 1].map((share) => quantile([1, 2, 3, 4], share))).toEqual([2, 4, 4, 4]);
  expect(quantile([], 0.5)).toBeUndefined();
});
