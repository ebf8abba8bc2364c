import { expect, test } from 'vitest';
import { branchUse, type SeenMail } from '../../src/spf/branch-use.ts';
import { spfTree } from '../../src/spf/read-tree.ts';
import { spfWorld, type SpfZone } from '../support/spf-world.ts';

const ZONE: SpfZone = {
  'example.com': 'v=spf1 ip4:192.0.2.1 include:a.example include:b.example include:c.example include:d.example -all',
  'a.example': 'v=spf1 ip4:192.0.2.0/28 -all',
  'b.example': 'v=spf1 ip4:192.0.2.0/24 -all',
  'c.example': 'v=spf1 ip4:198.51.100.0/24 -all',
  'd.example': 'v=spf1 exists:%{i}.d.example -all',
};
const mail = (sourceIp: string, messages: number, domain = 'example.com'): SeenMail => ({
  signature: { spf: [{ domain }] },
  sourceIp,
  messages,
});

/** Messages of each include, and of all. */
async function uses(...seen: readonly SeenMail[]): Promise<Record<string, number | undefined>> {
  const use = branchUse(await spfTree('example.com', spfWorld(ZONE)), seen);
  const branches = use?.branches.map(({ node, messages }) => [node.term.text, messages] as const) ?? [];
  return { ...Object.fromEntries(branches), all: use?.messages };
}

test('each message counts for the first term that lets it pass', async () => {
  expect(
    await uses(mail('192.0.2.1', 1), mail('192.0.2.2', 20), mail('192.0.2.99', 300), mail('203.0.113.1', 4000)),
  ).toEqual({
    'include:a.example': 20,
    'include:b.example': 300,
    'include:c.example': 0,
    'include:d.example': undefined,
    all: 4321,
  });
});

test('mail with another envelope-from does not count', async () => {
  expect(await uses(mail('192.0.2.2', 5, 'a.example'))).toMatchObject({ 'include:a.example': 0, all: 0 });
});
