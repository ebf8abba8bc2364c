import type { Example } from '../../core/example.ts';
import { HOST } from '../dane/example-hosts.ts';

/** A domain that enforces MTA-STS for mail.example.com. */
export const ENFORCED = {
  zone: `${HOST}\n_mta-sts TXT "v=STSv1; id=1"`,
  web: {
    'https://mta-sts.example.com/.well-known/mta-sts.txt':
      'version: STSv1\nmode: enforce\nmx: mail.example.com\nmax_age: 604800\n',
  },
} as const;

export const SILENT: Example = {
  name: 'a host that does not answer',
  zone: HOST,
  smtp: {},
  expect: [],
  outcome: 'inconclusive',
};
