import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { audit, loadZones, readDmarc, zoneWorld } from '../src/index.ts';
import { countedNet } from './sources/world.ts';
import { sendaudit } from './support/sendaudit.ts';

const WORLD = 'fixtures/world';

/** The fixture world, and every question that reaches it. */
const countedWorld = async (): Promise<ReturnType<typeof countedNet>> =>
  countedNet(zoneWorld(await loadZones([`${WORLD}/zones`]), { outside: 'nxdomain' }));

test('audit asks each question once, whatever world it is handed', async () => {
  const net = await countedWorld();
  const { domain, results } = await audit('casaluna.example', { net, selectors: ['hs1-4711802'] });
  expect(domain).toBe('casaluna.example');
  expect(results.flatMap(({ findings }) => findings.map(({ code }) => code))).toContain('spf/lookup-limit:over');
  expect(net.asked.length).toBeGreaterThan(20);
  expect(net.asked).toEqual([...new Set(net.asked)]);
});

test('readDmarc attributes with the world it is handed, asking each question once', async () => {
  const net = await countedWorld();
  const { messages, streams } = await readDmarc([`${WORLD}/dmarc`], { net });
  expect(messages).toBe(184_310);
  expect(streams.map(({ provider }) => provider)).toContain('own');
  expect(net.asked).toEqual([...new Set(net.asked)]);
});

test('a world that cannot be chosen leaves no temporary file of rows behind', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sendaudit-test-'));
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder;
  try {
    const { exitCode } = await sendaudit('dmarc', `${WORLD}/dmarc`, '--zone', 'nowhere', '--format', 'jsonl');
    expect(exitCode).toBe(2);
    expect(readdirSync(folder)).toEqual([]);
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
    rmSync(folder, { recursive: true });
  }
});
