import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { knownProviders } from '../../src/providers/known.ts';
import { logFormats } from '../../src/logs/formats/all.ts';
import { sendaudit } from '../support/sendaudit.ts';

const FOLDER = fileURLToPath(new URL('../../fixtures/logs', import.meta.url));
const SAMPLES = readdirSync(FOLDER);
const UNLISTED = logFormats.filter(({ unlistedService }) => unlistedService !== undefined);

test.each(UNLISTED.map((format) => [format.id, format] as const))(
  '%s is a service the catalogue does not hold, and its mail is called by its name',
  async (id, { service, unlistedService = '' }) => {
    expect(service).toBeUndefined();
    expect(knownProviders().byId(id)).toBeUndefined();
    const file = SAMPLES.find((name) => name === `${id}.ndjson` || name === `${id}.json`) ?? '';
    const { stdout } = await sendaudit('logs', join(FOLDER, file), '--format', 'json');
    const { streams } = JSON.parse(stdout) as { readonly streams: readonly { id: string; name: string }[] };
    expect(streams.length).toBeGreaterThan(0);
    for (const stream of streams) {
      expect(stream.id.split('/')[0]).toBe(id);
      expect(stream.name.startsWith(unlistedService)).toBe(true);
    }
  },
);
