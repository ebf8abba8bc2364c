import { expect, test } from 'vitest';
import { catalogue } from '../../src/providers/catalogue.ts';
import { NO_CHANGE, type Change } from '../../src/rehearsal/change.ts';
import { withdrawalOf } from '../../src/rehearsal/withdrawal.ts';
import type { Told, UnlistedPass } from '../../src/rehearsal/situation.ts';
import { newTallies } from '../../src/streams/tally.ts';
import { judged, organisation } from '../streams/period.ts';

const [mail] = judged([{ dkim: ['example.com s1 pass'] }]);

/** Whether a pass that no listed result explains goes with the change. */
function goes(change: Partial<Change>, pass: Partial<UnlistedPass>): Told | undefined {
  if (mail === undefined) throw new Error('no row');
  const withdrawal = withdrawalOf({
    change: { ...NO_CHANGE, ...change },
    tallies: newTallies(),
    attributions: [],
    catalogue: catalogue([]),
    spfByDns: false,
    organisation,
    lostKeys: new Set(),
  });
  return withdrawal?.unlisted({ method: 'dkim', fromDomain: 'news.example.com', mode: 'r', ...pass }, mail);
}

test('a key that goes takes no SPF with it', () => {
  const selectors = [{ selector: 's1', domain: 'example.com' }];
  expect(goes({ selectors }, {})).toBe('unknown');
  expect(goes({ selectors }, { method: 'spf' })).toBe('no');
});

test('mail from a sub-domain that goes may rest on the domain above, but not under strict alignment', () => {
  const withoutDomains = ['news.example.com'];
  expect(goes({ withoutDomains }, {})).toBe('unknown');
  expect(goes({ withoutDomains }, { mode: 's' })).toBe('yes');
  expect(goes({ withoutDomains: ['example.com'] }, {})).toBe('yes');
});

test('under strict alignment, nothing that happens to another domain of the organisation matters', () => {
  const withoutDomains = ['shop.example.com'];
  expect(goes({ withoutDomains }, {})).toBe('unknown');
  expect(goes({ withoutDomains }, { mode: 's' })).toBe('no');
  const selectors = [{ selector: 's1', domain: 'example.com' }];
  expect(goes({ selectors }, { mode: 's' })).toBe('no');
  expect(goes({ selectors: [{ selector: 's1' }] }, { mode: 's' })).toBe('unknown');
});
