import { describe, expect, test } from 'vitest';
import { postfixLog } from '../../../src/dev/mail-log/postfix.ts';
import type { PostfixStory, TrueEvent } from '../../../src/dev/mail-log/story.ts';
import { STAMP_FORMS } from '../../../src/dev/mail-log/stamps.ts';
import type { MailEvent } from '../../../src/logs/event.ts';
import postfix from '../../../src/logs/formats/postfix.ts';
import { readLine } from '../../support/read-line.ts';

const seconds = (iso: string): number => Date.parse(iso) / 1000;
const STORY: PostfixStory = {
  seed: 'lamps',
  begin: seconds('2026-11-09T08:00:00Z'),
  messages: 3000,
  spacing: 2,
  forms: STAMP_FORMS.slice(0, 2),
  ids: 'short',
  reordered: false,
  tls: 'lines',
};

/** An event in the terms of the truth. */
const told = (event: MailEvent): TrueEvent => ({
  kind: event.kind as TrueEvent['kind'],
  time: Math.round(event.time * 1e6) / 1e6,
  host: event.ids.host ?? '',
  queue: event.ids.queue ?? '',
  message: event.ids.message ?? '',
  envelopeFrom: event.envelopeFrom ?? 'unknown',
  size: event.size ?? 0,
  ...(event.tags['sasl'] === undefined ? {} : { sasl: event.tags['sasl'] }),
  ...(event.tags['notification'] === undefined ? {} : { notification: event.tags['notification'] }),
  ...(event.dkim === undefined
    ? {}
    : { dkim: event.dkim.map(({ domain, selector }) => `${domain} ${selector}`).join() }),
  ...(event.recipient === undefined ? {} : { recipient: event.recipient }),
  ...(event.attempt === undefined ? {} : { attempt: event.attempt }),
  ...(event.relay?.host === undefined ? {} : { relay: event.relay.host }),
  ...(event.hop === undefined || event.kind === 'expired' ? {} : { hop: event.hop }),
  ...(event.code === undefined ? {} : { code: event.code }),
  ...(event.enhancedCode === undefined ? {} : { enhancedCode: event.enhancedCode }),
  ...(event.delay?.total === undefined ? {} : { total: event.delay.total }),
  ...(event.tls === undefined || event.kind === 'expired'
    ? {}
    : { tls: event.tls === false ? (false as const) : (event.tls.version ?? '') }),
});
const asLines = (events: readonly TrueEvent[]): string[] =>
  events.map((event) => JSON.stringify(Object.entries(event).toSorted(([a], [b]) => (a < b ? -1 : 1)))).toSorted();

function read(story: PostfixStory, latest = story.begin + 7 * 86_400) {
  const [events, truth, unknown]: [TrueEvent[], TrueEvent[], string[]] = [[], [], []];
  const reader = postfix.open({ event: (event) => void events.push(told(event)), unread: () => {} });
  reader.begin({ latest });
  const lines = [...postfixLog(story)];
  for (const { text, events: wanted } of lines) {
    truth.push(...wanted);
    if (readLine(reader, text) === 'unknown') unknown.push(text);
  }
  const open = reader.open();
  reader.end();
  return { events, truth, unknown, open, lines: lines.length };
}

function expectTruth(story: PostfixStory, latest?: number): void {
  const { events, truth, unknown, open } = read(story, latest);
  expect(unknown).toEqual([]);
  expect(events.length).toBe(truth.length);
  const [found, wanted] = [asLines(events), asLines(truth)];
  expect(found.filter((line, n) => line !== wanted[n]).slice(0, 3)).toEqual(
    wanted.filter((line, n) => line !== found[n]).slice(0, 3),
  );
  expect(open).toBe(0);
}

describe('every event of a week of mail is told, with all that is known of it:', () => {
  test('two machines, queue ids that are used again', () => expectTruth(STORY));
  test('long queue ids', () => expectTruth({ ...STORY, ids: 'long' }));
  test('lines that have changed places', () => expectTruth({ ...STORY, reordered: true, seed: 'reordered' }));
  test('TLS told by the field of 3.11', () => expectTruth({ ...STORY, tls: 'field' }));
  test('TLS not told', () => expectTruth({ ...STORY, tls: 'none' }));
  test('an hour in which one receiver takes nothing', () =>
    expectTruth({
      ...STORY,
      incident: { from: STORY.begin + 600, to: STORY.begin + 12_000, mx: 'mta7.am0.yahoodns.net' },
    }));
  test.each(STAMP_FORMS)('stamps: $name', (form) => expectTruth({ ...STORY, messages: 500, forms: [form] }));
  test('a log without years that goes over New Year', () =>
    expectTruth(
      { ...STORY, begin: seconds('2026-12-31T23:30:00Z'), forms: STAMP_FORMS.slice(0, 1) },
      seconds('2027-01-01T09:00:00Z'),
    ));
});
