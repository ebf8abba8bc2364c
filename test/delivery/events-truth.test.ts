import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EVENT_SERVICES, eventLog, type EventTruth } from '../../src/dev/mail-log/events.ts';
import { sendaudit } from '../support/sendaudit.ts';

interface Totals {
  readonly events: number;
  readonly duplicates: number;
  readonly messages: number;
  readonly attempted: number;
  readonly accepted: number;
  readonly deferred: { readonly messages: number; readonly attempts: number };
  readonly bounced: number;
  readonly expired: number;
  readonly dropped: number;
  readonly queued: number;
  readonly opened: EventTruth['opened'];
  readonly clickedBy: EventTruth['opened'];
  readonly complained: number;
  readonly unsubscribed: number;
}

const MESSAGES = 2000;
let folder = '';
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'sendaudit-events-'))));
afterAll(() => rm(folder, { recursive: true }));

/** A service's events, read by the command line, and what was put into them. */
async function told(service: string): Promise<{ readonly totals: Totals; readonly truth: EventTruth }> {
  const { lines, truth } = eventLog({
    seed: 'truth',
    service,
    begin: Date.parse('2026-10-09T08:00:00Z') / 1000,
    messages: MESSAGES,
    spacing: 2,
  });
  const path = join(folder, `${service}.ndjson`);
  await writeFile(path, `${[...lines].join('\n')}\n`);
  const { stdout } = await sendaudit('logs', path, '--format', 'json');
  return { totals: (JSON.parse(stdout) as { totals: Totals }).totals, truth };
}

describe.each(Object.keys(EVENT_SERVICES))('events of %s', (service) => {
  it('are counted exactly as they were made, those that were told twice once', async () => {
    const { totals, truth } = await told(service);
    const { delivered, bounced, expired, dropped, queued } = truth.ends;
    expect(totals).toMatchObject({
      events: truth.told,
      duplicates: truth.again,
      messages: MESSAGES,
      attempted: delivered + bounced + expired + queued,
      accepted: delivered,
      deferred: { messages: truth.deferred, attempts: truth.deferrals },
      bounced,
      expired,
      dropped,
      queued,
      opened: truth.opened,
      complained: truth.complained,
      unsubscribed: truth.unsubscribed,
    });
    const { human, machine, unknown } = totals.clickedBy;
    expect(human + machine + unknown).toBe(truth.clicked);
    // Of every kind there is something to count.
    expect(Math.min(delivered, bounced, truth.deferred, truth.complained, truth.again)).toBeGreaterThan(0);
  });
});

it('the same seed makes the same events, another one others', () => {
  const made = (seed: string): string =>
    [...eventLog({ seed, service: 'mailgun', begin: 1_760_000_000, messages: 50, spacing: 1 }).lines].join('\n');
  expect(made('a')).toBe(made('a'));
  expect(made('a')).not.toBe(made('b'));
});
