import { describe, expect, test } from 'vitest';
import { EXIM_HEADS } from '../../../src/dev/mail-log/exim-heads.ts';
import type { EximStory, TrueEximEvent } from '../../../src/dev/mail-log/exim-story.ts';
import { eximLog } from '../../../src/dev/mail-log/exim.ts';
import type { MailEvent } from '../../../src/logs/event.ts';
import exim from '../../../src/logs/formats/exim.ts';
import { readLine } from '../../support/read-line.ts';

const [MAIN_LOG] = EXIM_HEADS;
if (MAIN_LOG === undefined) throw new RangeError('no heads');
const STORY: EximStory = {
  seed: 'lamps',
  begin: Date.parse('2026-11-09T08:00:00Z') / 1000,
  messages: 2000,
  spacing: 2,
  head: MAIN_LOG,
  ids: 'short',
  failures: 'fields',
  selectors: false,
};

/** An event in the terms of the truth. */
function told(event: MailEvent): TrueEximEvent {
  const {
    kind,
    ids,
    envelopeFrom,
    size,
    tags,
    dkim,
    recipient,
    attempt,
    relay,
    hop,
    code,
    enhancedCode,
    command,
    delay,
    tls,
  } = event;
  const all = {
    kind: kind as TrueEximEvent['kind'],
    time: Math.round(event.time * 1e6) / 1e6,
    queue: ids.queue ?? '',
    host: ids.host,
    message: ids.message,
    envelopeFrom,
    size,
    sasl: tags['sasl'],
    user: tags['user'],
    notification: tags['notification'],
    dkim: dkim?.map(({ domain }) => domain).join(),
    recipient,
    attempt,
    relay: relay?.host,
    hop,
    code,
    enhancedCode,
    command,
    total: delay?.total,
    tls: tls === undefined || tls === false ? tls : (tls.version ?? ''),
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as unknown as TrueEximEvent;
}
const asLines = (events: readonly TrueEximEvent[]): string[] =>
  events.map((event) => JSON.stringify(Object.entries(event).toSorted(([a], [b]) => (a < b ? -1 : 1)))).toSorted();

function expectTruth(story: EximStory): void {
  const [events, truth, unknown]: [TrueEximEvent[], TrueEximEvent[], string[]] = [[], [], []];
  const reader = exim.open({ event: (event) => void events.push(told(event)), unread: () => {} });
  reader.begin({ latest: story.begin + 7 * 86_400 });
  for (const { text, events: wanted } of eximLog(story)) {
    truth.push(...wanted);
    if (readLine(reader, text) === 'unknown') unknown.push(text);
  }
  expect(reader.open()).toBe(0);
  reader.end();
  expect(unknown).toEqual([]);
  const [found, wanted] = [asLines(events), asLines(truth)];
  // Where they part, the first lines of either say how.
  expect(found.filter((line, n) => line !== wanted[n]).slice(0, 3)).toEqual(
    wanted.filter((line, n) => line !== found[n]).slice(0, 3),
  );
  expect(events.length).toBe(truth.length);
}

describe('every event of a day of mail is told, with all that is known of it:', () => {
  test.each(EXIM_HEADS)('$name', (head) => expectTruth({ ...STORY, head }));
  test('ids of 23 characters', () => expectTruth({ ...STORY, ids: 'long' }));
  test('failures as they were told before 4.88', () => expectTruth({ ...STORY, failures: 'message' }));
  test('log_selector queue_time, deliver_time, sender_on_delivery', () =>
    expectTruth({ ...STORY, selectors: true, seed: 'selectors' }));
});
