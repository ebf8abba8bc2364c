import { describe, expect, test } from 'vitest';
import { reporters } from '../../src/reporters/all.ts';
import type { Reporter } from '../../src/reporters/reporter.ts';
import { nastyReport, plainCanvas, RAW } from '../reporters/nasty.ts';

const loaded = await Promise.all(
  Object.entries(reporters).map(async ([name, load]) => [name, (await load()).default] as const),
);

async function rendered(reporter: Reporter): Promise<string> {
  let text = '';
  for await (const piece of reporter.render(nastyReport, plainCanvas(80))) text += piece;
  return text;
}

describe.each(loaded)('the reporter %s', (_, reporter) => {
  test('lets nothing through that a terminal would act on', async () => {
    const text = await rendered(reporter);
    expect(text.length).toBeGreaterThan(1000);
    expect(RAW.exec(text.replaceAll('\r\n', '\n'))?.[0]).toBeUndefined();
    expect(text.replaceAll('\r\n', '\n')).not.toContain('\r');
  });

  test('says the same twice', async () => {
    expect(await rendered(reporter)).toBe(await rendered(reporter));
  });

  test('ends with a line’s end', async () => {
    expect((await rendered(reporter)).endsWith('\n')).toBe(true);
  });

  test('says what it is for, as a phrase', () => {
    expect(reporter.title).toMatch(/^[a-z].*[^.]$/);
  });
});
