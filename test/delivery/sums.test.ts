import { beforeAll, describe, expect, test } from 'vitest';
import { sendauditIn } from '../support/sendaudit.ts';

/** Whatever is asked for, and in whichever form: the parts of a report add up to the whole of it. */

const NOW = new Date('2026-11-20T12:00:00Z');
const logs = async (...argv: readonly string[]): Promise<string> =>
  (await sendauditIn({ now: () => NOW }, 'logs', 'fixtures/shop', '--fail-on', 'never', ...argv)).stdout;

const OUTCOMES = ['attempted', 'accepted', 'bounced', 'expired', 'dropped', 'handedOver', 'local', 'queued'] as const;
type Counts = Record<(typeof OUTCOMES)[number] | 'complained' | 'unsubscribed' | 'clicked', number> & {
  readonly deferred: { readonly messages: number; readonly attempts: number };
  readonly bouncedBy: Readonly<Record<string, number>>;
  readonly bouncedAs: Readonly<Record<string, number>>;
  readonly attempts: readonly number[];
};
interface Report {
  readonly totals: Counts & { readonly messages: number; readonly events: number };
  readonly streams?: readonly (Counts & { readonly messages: number; readonly providers: readonly Counts[] })[];
  readonly groups?: readonly Counts[];
  readonly timeline: readonly Record<'attempts' | 'accepted' | 'deferrals' | 'bounced' | 'queued', number>[];
}
interface Event {
  readonly kind: string;
  readonly hop?: string;
  readonly time: string;
}

const report = async (...argv: readonly string[]): Promise<Report> =>
  JSON.parse(await logs('--format', 'json', ...argv)) as Report;
const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
const folded = (counts: readonly Counts[]): Record<string, unknown> => {
  const classes: Record<string, number> = {};
  for (const { bouncedBy } of counts)
    for (const [name, count] of Object.entries(bouncedBy)) classes[name] = (classes[name] ?? 0) + count;
  return {
    ...Object.fromEntries(
      [...OUTCOMES, 'complained' as const, 'unsubscribed' as const, 'clicked' as const].map((name) => [
        name,
        sum(counts.map((one) => one[name])),
      ]),
    ),
    deferred: {
      messages: sum(counts.map(({ deferred }) => deferred.messages)),
      attempts: sum(counts.map(({ deferred }) => deferred.attempts)),
    },
    bouncedBy: classes,
    attempts: Array.from({ length: Math.max(...counts.map(({ attempts }) => attempts.length)) }, (_, at) =>
      sum(counts.map(({ attempts }) => attempts[at] ?? 0)),
    ),
  };
};

let whole: Report;
let events: readonly Event[];
beforeAll(async () => {
  whole = await report();
  events = (await logs('--format', 'jsonl'))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Event);
}, 60_000);
const told = (...kinds: readonly string[]): number => events.filter(({ kind }) => kinds.includes(kind)).length;

test('streams, and mailbox providers within them', () => {
  const streams = whole.streams ?? [];
  expect(whole.totals).toMatchObject(folded(streams));
  for (const stream of streams) expect(stream).toMatchObject(folded(stream.providers));
  expect(sum(streams.map(({ messages }) => messages))).toBe(whole.totals.messages);
});

test('outcomes, classes and severities', () => {
  const { attempted, accepted, bounced, expired, queued, bouncedBy, bouncedAs, attempts } = whole.totals;
  expect(sum(attempts)).toBe(accepted);
  expect(accepted + bounced + expired + queued).toBe(attempted);
  expect(sum(Object.values(bouncedBy))).toBe(bounced);
  expect(sum(Object.values(bouncedAs))).toBe(bounced);
});

test.each(['provider', 'domain', 'sender', 'from', 'relay', 'ip', 'campaign', 'day', 'tag:sasl'])(
  'groups by %s',
  async (name) => {
    const { totals, groups = [] } = await report('--by', name);
    expect(groups.length).toBeGreaterThan(0);
    expect(totals).toMatchObject(folded(groups));
    expect(totals).toMatchObject(folded(whole.streams ?? []));
  },
);

test('hours: attempts are deliveries, deferrals and bounces, and what was given up is none', () => {
  const all = (name: keyof Report['timeline'][number]): number => sum(whole.timeline.map((hour) => hour[name]));
  expect(all('attempts')).toBe(told('delivered', 'deferred', 'bounced'));
  expect(all('accepted')).toBe(
    events.filter(({ kind, hop }) => kind === 'delivered' && hop !== 'relay' && hop !== 'local').length,
  );
  expect([all('deferrals'), all('bounced')]).toEqual([told('deferred'), told('bounced')]);
  expect(whole.timeline.at(-1)?.queued).toBe(whole.totals.queued);
});

test('events: as many as were counted, and deferrals among them', () => {
  expect(events).toHaveLength(whole.totals.events);
  expect(told('deferred')).toBe(whole.totals.deferred.attempts);
});

describe('tables:', () => {
  const column = async (table: string, name: string): Promise<number> => {
    const rows = (await logs('--format', 'jsonl', '--table', table)).trim().split('\n');
    return sum(rows.map((row) => (JSON.parse(row) as Record<string, number>)[name] ?? 0));
  };
  test('groups', async () => expect(await column('groups', 'attempted')).toBe(whole.totals.attempted));
  test('reasons', async () =>
    expect(await column('reasons', 'count')).toBe(told('deferred', 'bounced', 'expired', 'dropped')));
  test('hours', async () => expect(await column('timeline', 'deferrals')).toBe(whole.totals.deferred.attempts));
});

test('pseudonyms change no count', async () => {
  const { totals } = await report('--redact');
  // Examples of replies name recipients.
  expect({ ...totals, reasons: [] }).toEqual({ ...whole.totals, reasons: [] });
});

test('a stretch of time and the rest of it', async () => {
  const cut = '2026-11-10T12:00:00Z';
  const [earlier, later] = [await report('--until', cut), await report('--since', cut)];
  for (const name of ['accepted', 'bounced', 'messages'] as const)
    expect(earlier.totals[name] + later.totals[name], name).toBe(whole.totals[name]);
});
