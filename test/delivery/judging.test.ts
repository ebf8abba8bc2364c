import { describe, expect, test } from 'vitest';
import { deliveryChecks } from '../../src/checks/over-delivery.ts';
import { judgedDelivery } from '../../src/delivery/judged.ts';
import { deliveryOf } from '../support/mail-world.ts';
import { NATURAL } from '../support/receivers.ts';
import { heldTo } from '../support/wanted.ts';
import * as firstWorlds from './judging/first-worlds.ts';
import * as secondWorlds from './judging/second-worlds.ts';
import * as thirdWorlds from './judging/third-worlds.ts';

const plain = ({ level, code, message }: { level: string; code: string; message: string }) =>
  `${level} ${code} ${message}`;

describe.each([
  ['incidents', { ...firstWorlds.INCIDENTS, ...secondWorlds.INCIDENTS, ...thirdWorlds.INCIDENTS }],
  ['nothing to act on', { ...firstWorlds.CALM, ...secondWorlds.CALM, ...thirdWorlds.CALM }],
])('%s: a careful engineer would say the same of', (_, worlds) => {
  test.each(Object.entries(worlds))('%s', (name, { want, may = [], receivers = [], ...world }) => {
    const delivery = deliveryOf(name, { ...world, receivers: [...receivers, ...NATURAL] });
    const findings = judgedDelivery(delivery, deliveryChecks).flatMap((result) => result.findings);
    const { missing, surplus } = heldTo(findings, want, may);
    expect({ missing, surplus: surplus.map(plain) }).toEqual({ missing: [], surplus: [] });
  });
});
