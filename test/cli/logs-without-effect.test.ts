import { describe, expect, test } from 'vitest';
import { sendaudit } from '../support/sendaudit.ts';

const SHOP = 'fixtures/shop';
const TABLE = 'fixtures/mapping/german.csv';
const MAPPING = 'fixtures/mapping/german.mapping.json';

describe('an option that nothing would obey is refused, and not passed over in silence', () => {
  test.each([
    ['logs', '--table reasons is what --format csv and jsonl list, and neither is asked for', ['--table', 'reasons']],
    ['logs', '--table events is what', ['--table', 'events', '--format', 'json']],
    ['logs', '--log-format postfix reads everything as that', ['--map', MAPPING, '--log-format', 'postfix']],
    ['logs', `\`${SHOP}\` has no effect beside it`, ['--guess-map', TABLE]],
    ['logs', '--format says how the report is printed, and postfix is what is read', ['--format', 'postfix']],
    ['dmarc', '--table streams is what --format csv and jsonl list', ['--table', 'streams']],
  ])('%s: %s', async (command, message, argv) => {
    const { stdout, stderr, exitCode } = await sendaudit(command, SHOP, ...argv);
    expect([stdout, exitCode]).toEqual(['', 2]);
    expect(stderr).toContain(message);
  });

  test.each(['--by=day', '--since=7d', '--format=json', '--map=x.json', '--fail-on=never'])(
    '%s beside --guess-map, which reads nothing',
    async (option) => {
      const { stderr, exitCode } = await sendaudit('logs', '--guess-map', TABLE, ...option.split('='));
      expect(stderr).toContain(`\`${option.split('=')[0]}\` has no effect beside it`);
      expect(exitCode).toBe(2);
    },
  );
});

describe('and one that something obeys is not', () => {
  test.each([
    ['what counts, where events are listed', ['--by', 'day', '--format', 'csv']],
    ['what judges, where a story is told', ['--message', 'nobody@example.net', '--fail-on', 'never']],
    ['what a page shows, where there is none', ['--providers', '3', '--format', 'json']],
    ['the table of a file beside the page', ['--table', 'groups', '--format', 'csv', '--by', 'day']],
    ['a count in the report beside the story', ['--message', 'nobody@example.net', '--format', 'json', '--by', 'day']],
    ['providers under streams', ['--providers', '1', '--by', 'provider']],
  ])('%s', async (_, argv) => {
    expect((await sendaudit('logs', SHOP, ...argv)).stderr).not.toContain('no effect');
  });

  test('the zone of times without one stands in what is proposed', async () => {
    const { stdout, stderr } = await sendaudit('logs', '--guess-map', TABLE, '--timezone', 'Europe/Berlin');
    expect(JSON.parse(stdout)).toMatchObject({ time: { zone: 'Europe/Berlin' } });
    expect(stderr).toContain('as --timezone says');
  });
});
