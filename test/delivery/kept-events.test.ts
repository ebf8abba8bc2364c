import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readEvents } from '../../src/index.ts';
import type { MailEvent } from '../../src/logs/event.ts';

const FOLDER = 'fixtures/logs';
const samples = readdirSync(FOLDER).filter((name) => name.endsWith('json'));

// Readers use blocks, objects and patterns again and again; what they hand out is its taker's.
test.each(samples)('events of %s stay as they were told, however long they are kept', async (name) => {
  const [kept, copies]: [MailEvent[], MailEvent[]] = [[], []];
  await readEvents([`${FOLDER}/${name}`], {
    onEvent({ event }) {
      kept.push(event);
      copies.push(structuredClone(event));
    },
  });
  expect(kept.length).toBeGreaterThan(0);
  expect(kept).toEqual(copies);
});
