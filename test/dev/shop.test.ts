import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { mailLog, theShop } from '../../src/dev/shop/shop.ts';
import { differences } from '../../src/dev/world/compare.ts';
import { sendaudit } from '../support/sendaudit.ts';

const SHOP = 'fixtures/shop';

test('the shop’s logs are as they are generated', async () => {
  expect(await differences(SHOP, theShop())).toEqual([]);
});

test('what is counted of them is what the generators told, event by event', async () => {
  const { stdout } = await sendaudit('logs', SHOP, '--format', 'json', '--fail-on', 'never');
  const { totals, streams } = JSON.parse(stdout) as {
    totals: Record<string, unknown>;
    streams: { provider: string; accepted: number; bounced: number; opened: Record<string, number> }[];
  };
  const told = mailLog().flatMap(({ events }) => [...events]);
  const of = (kind: string, hop?: string): number =>
    told.filter((event) => event.kind === kind && (hop === undefined || event.hop === hop)).length;
  const sent = readFileSync(`${SHOP}/sendgrid.ndjson`, 'utf8').trim().split('\n');
  const events = sent.map((line) => JSON.parse(line) as { event: string; email: string; sg_machine_open?: boolean });
  const service = (event: string): number => events.filter((one) => one.event === event).length;
  expect(totals).toMatchObject({
    accepted: of('delivered', 'mx') + service('delivered'),
    handedOver: of('delivered', 'relay'),
    local: of('delivered', 'local'),
    bounced: of('bounced') + service('bounce'),
    expired: of('expired'),
    dropped: service('dropped'),
    complained: service('spamreport'),
    unread: 0,
  });
  const people = events.filter((one) => one.event === 'open' && one.sg_machine_open === false).length;
  expect(streams.find(({ provider }) => provider === 'sendgrid')).toMatchObject({
    accepted: service('delivered'),
    bounced: service('bounce'),
    opened: { human: people, unknown: 0 },
  });
});
