import { absent } from '../core/facts.ts';
import mtaSts, { type MtaSts } from './mta-sts.ts';
import { defineSource } from './source.ts';

/** MTA-STS as an earlier recording has it: whether a policy's id changed with it needs a memory. */
export type Value = MtaSts;

export default defineSource<MtaSts>({
  absence: 'no earlier recording is compared',
  gather: async (world) =>
    world.hints.earlier === undefined ? absent : mtaSts.gather({ ...world, net: world.hints.earlier }),
});
