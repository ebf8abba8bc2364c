import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { postfixLog } from '../../src/dev/mail-log/postfix.ts';
import type { PostfixStory, TrueEvent } from '../../src/dev/mail-log/story.ts';
import { STAMP_FORMS } from '../../src/dev/mail-log/stamps.ts';
import { sendauditIn } from '../support/sendaudit.ts';

const seconds = (iso: string): number => Date.parse(iso) / 1000;
const BEGIN = seconds('2026-11-09T08:00:00Z');
const STORY: PostfixStory = {
  seed: 'lamps',
  begin: BEGIN,
  messages: 3000,
  spacing: 40,
  forms: STAMP_FORMS.slice(0, 2),
  ids: 'short',
  reordered: true,
  tls: 'lines',
  incident: { from: BEGIN + 60_000, to: BEGIN + 70_000, mx: 'mta7.am0.yahoodns.net' },
};

let folder = '';
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'sendaudit-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Told {
  readonly totals: Record<string, unknown> & { readonly delay: Record<string, number> };
  readonly streams: readonly {
    readonly providers: readonly { readonly provider: string; readonly accepted: number }[];
  }[];
}

async function logs(world: { readonly now: string }, ...argv: readonly string[]): Promise<Told> {
  const run = await sendauditIn(
    { now: () => new Date(world.now) },
    'logs',
    ...argv,
    '--format',
    'json',
    '--fail-on',
    'never',
  );
  expect(run.stderr).toBe('');
  return JSON.parse(run.stdout) as Told;
}

/** What must be counted, from the generator's own events: by no code of the program's. */
function truthOf(events: readonly TrueEvent[]): Record<string, unknown> {
  const all: TrueEvent[] = [];
  const waiting = new Set<string>();
  let [deferred, attempts] = [0, 0];
  for (const event of events) {
    if (event.kind === 'accepted') continue;
    // Ids are used again, and so are Message-IDs of notices: what left is forgotten.
    const key = `${event.message}|${event.queue}|${event.recipient}`;
    if (event.kind !== 'deferred') {
      all.push(event);
      waiting.delete(key);
      continue;
    }
    attempts += 1;
    if (!waiting.has(key)) deferred += 1;
    waiting.add(key);
  }
  const of = (kind: string, hop?: string): TrueEvent[] =>
    all.filter((event) => event.kind === kind && (hop === undefined || event.hop === hop));
  const times = of('delivered', 'mx')
    .map(({ total = 0 }) => total)
    .toSorted((a, b) => a - b);
  const accepted = of('delivered', 'mx').length;
  const [bounced, expired] = [of('bounced').length, of('expired').length];
  const queued = waiting.size;
  return {
    messages: events.filter(({ kind }) => kind === 'accepted').length,
    attempted: accepted + bounced + expired + queued,
    accepted,
    handedOver: of('delivered', 'relay').length,
    local: of('delivered', 'local').length,
    deferred: { messages: deferred, attempts },
    bounced,
    expired,
    queued,
    p50: times[Math.ceil(times.length * 0.5) - 1],
    p99: times[Math.ceil(times.length * 0.99) - 1],
  };
}

function written(
  name: string,
  story: PostfixStory,
  lines = Number.POSITIVE_INFINITY,
): { path: string; events: TrueEvent[] } {
  const path = join(folder, name);
  const all = [...postfixLog(story)].slice(0, lines);
  writeFileSync(path, `${all.map(({ text }) => text).join('\n')}\n`);
  return { path, events: all.flatMap(({ events }) => [...events]) };
}

function expectTruth({ totals }: Told, events: readonly TrueEvent[]): void {
  const { p50, p99, ...wanted } = truthOf(events);
  expect(totals).toMatchObject(wanted);
  for (const [told, exact] of [
    [totals.delay['p50'], p50],
    [totals.delay['p99'], p99],
  ] as [number, number][])
    expect(Math.abs(told - exact)).toBeLessThanOrEqual(exact * 0.025 + 0.001);
}

describe('every figure is that of the truth:', () => {
  const now = '2026-11-20T12:00:00Z';
  test('two machines, ids used again, reordered lines, an incident', async () => {
    const { path, events } = written('mail.log', STORY);
    expectTruth(await logs({ now }, path), events);
  });
  test('rotated files, packed, given in the wrong order', async () => {
    const { path, events } = written('whole.log', { ...STORY, seed: 'rotated' });
    const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
    const third = Math.ceil(lines.length / 3);
    const parts = [0, 1, 2].map((part) => `${lines.slice(part * third, (part + 1) * third).join('\n')}\n`);
    writeFileSync(join(folder, 'r.log'), parts[2] ?? '');
    writeFileSync(join(folder, 'r.log.1'), parts[1] ?? '');
    writeFileSync(join(folder, 'r.log.2.gz'), gzipSync(parts[0] ?? ''));
    expectTruth(await logs({ now }, ...['r.log', 'r.log.1', 'r.log.2.gz'].map((name) => join(folder, name))), events);
  });
  test('a log that goes over New Year and names no year', async () => {
    const begin = seconds('2026-12-31T22:00:00Z');
    const { incident: _, ...calm } = STORY;
    const story = { ...calm, begin, messages: 900, spacing: 10, forms: STAMP_FORMS.slice(0, 1) };
    const { path, events } = written('year.log', story);
    expectTruth(await logs({ now: '2027-01-03T00:00:00Z' }, path), events);
  });
  test.each(STAMP_FORMS)('stamps: $name', async (form) => {
    const { path, events } = written(`${form.name.replaceAll(/\W/g, '-')}.log`, {
      ...STORY,
      messages: 400,
      forms: [form],
    });
    expectTruth(await logs({ now }, path), events);
  });
});

test('what waits when the log ends is queued, and the sum of all outcomes is what was attempted', async () => {
  const { path } = written('cut.log', STORY, 14_000);
  const { totals } = await logs({ now: '2026-11-20T12:00:00Z' }, path);
  const { attempted, accepted, bounced, expired, queued } = totals as Record<string, number>;
  expect(queued).toBeGreaterThan(0);
  expect((accepted ?? 0) + (bounced ?? 0) + (expired ?? 0) + (queued ?? 0)).toBe(attempted);
});

test('grouped otherwise, the same mail is counted', async () => {
  const { path } = written('by.log', { ...STORY, messages: 500 });
  const by = async (name: string): Promise<number> => {
    const told = (await logs({ now: '2026-11-20T12:00:00Z' }, path, '--by', name)) as unknown as {
      groups?: { accepted: number }[];
      streams?: { accepted: number }[];
    };
    return (told.groups ?? told.streams ?? []).reduce((sum, { accepted }) => sum + accepted, 0);
  };
  const whole = await by('stream');
  for (const name of ['provider', 'domain', 'sender', 'from', 'relay', 'ip', 'campaign', 'tag:sasl', 'hour', 'day'])
    expect(await by(name), name).toBe(whole);
});
