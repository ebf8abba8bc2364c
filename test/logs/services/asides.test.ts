import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sendaudit } from '../../support/sendaudit.ts';

let folder = '';
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'sendaudit-asides-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Report {
  readonly totals: { readonly unread: number; readonly events: number };
}
async function totals(...objects: readonly object[]): Promise<Report['totals']> {
  const path = join(folder, 'events.ndjson');
  writeFileSync(path, objects.map((one) => `${JSON.stringify(one)}\n`).join(''));
  const { stdout } = await sendaudit('logs', path, '--format', 'json', '--fail-on', 'never');
  return (JSON.parse(stdout) as Report).totals;
}

test('what SparkPost’s batches say of tests of subjects and of the events themselves is known, and no event', async () => {
  const click = { type: 'click', event_id: '3', timestamp: '1794218400', rcpt_to: 'ann@example.net' };
  expect(
    await totals(
      { msys: { track_event: click } },
      { msys: { ingest_event: { type: 'success', batch_id: 'b', timestamp: '1794218400' } } },
      { msys: { ab_test_event: { type: 'ab_test_completed', timestamp: '1794218400' } } },
    ),
  ).toMatchObject({ events: 1, unread: 0 });
});

test('what Mailtrap says of an account is known, and no event', async () => {
  const delivery = {
    event: 'delivery',
    timestamp: 1_794_218_400,
    message_id: 'm1',
    event_id: 'e1',
    email: 'ann@example.net',
    sending_stream: 'bulk',
  };
  const login = {
    event: 'activity_log.user.login',
    description: 'logged in',
    actor: { id: 1 },
    timestamp: 1_794_218_401,
  };
  expect(await totals({ events: [delivery] }, { events: [login] })).toMatchObject({ events: 1, unread: 0 });
});
