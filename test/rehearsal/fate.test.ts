import { describe, expect, test } from 'vitest';
import type { DmarcPolicy } from '../../src/protocols/dmarc.ts';
import { parseDmarc } from '../../src/protocols/dmarc.ts';
import { fateIfMissing, fateOf, isOverridden } from '../../src/rehearsal/fate.ts';
import type { Applied } from '../../src/rehearsal/policies.ts';
import { signatureOf } from '../../src/streams/signature.ts';
import { row } from '../streams/period.ts';

const found = (effective: DmarcPolicy, ifMissing?: DmarcPolicy): Applied => ({
  state: 'found',
  domain: 'example.com',
  record: parseDmarc(`v=DMARC1; p=${effective}`).value,
  tag: 'p',
  effective,
  ...(ifMissing === undefined ? {} : { ifMissing }),
});
const UNKNOWN: Applied = { state: 'unknown', reason: 'SERVFAIL' };
const ABSENT: Applied = { state: 'absent' };

test.each([
  ['what passes is delivered, whatever the policy', 'pass', found('reject'), 'delivered'],
  ['and where the policy is not known', 'pass', UNKNOWN, 'delivered'],
  ['what fails has the fate the policy asks for', 'fail', found('reject'), 'refused'],
  ['or is filed as spam', 'fail', found('quarantine'), 'quarantined'],
  ['or nothing becomes of it', 'fail', found('none'), 'delivered'],
  ['without a record it is delivered', 'fail', ABSENT, 'delivered'],
  ['without an answer it is open', 'fail', UNKNOWN, 'open'],
  ['what may pass or fail is open where a policy is enforced', 'unknown', found('quarantine'), 'open'],
  ['and delivered where none is', 'unknown', found('none'), 'delivered'],
] as const)('%s', (_, dmarc, policy, fate) => {
  expect(fateOf(dmarc, policy)).toBe(fate);
});

test('what would become of it under np is told of what fails, where np asks for something else', () => {
  expect(fateIfMissing('fail', found('none', 'reject'))).toBe('refused');
  expect(fateIfMissing('pass', found('none', 'reject'))).toBeUndefined();
  expect(fateIfMissing('fail', found('none'))).toBeUndefined();
  expect(fateIfMissing('fail', UNKNOWN)).toBeUndefined();
});

describe('a receiver notes an exception', () => {
  const isLenient = (overrides: readonly string[]): boolean => isOverridden(signatureOf(row({ overrides })));
  test.each(['mailing_list', 'trusted_forwarder', 'forwarded', 'local_policy'])('by %s', (type) => {
    expect(isLenient([type])).toBe(true);
    expect(isLenient(['sampled_out', type])).toBe(true);
  });
  test.each(['sampled_out', 'policy_test_mode', 'other'])('and not by %s', (type) => {
    expect(isLenient([type])).toBe(false);
  });
});
