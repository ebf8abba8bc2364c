import type { Random } from './random.ts';

/** A record's content but for its address and count. */
export interface Row {
  readonly disposition: 'none' | 'quarantine' | 'reject';
  readonly dkimAligned: boolean;
  readonly spfAligned: boolean;
  readonly reason?: { readonly type: string; readonly comment: string };
  readonly headerFrom: string;
  readonly envelopeFrom: string;
  readonly dkim: readonly { readonly domain: string; readonly selector: string; readonly result: string }[];
  readonly spf: { readonly domain: string; readonly result: string };
}

/** One way in which mail with our domain in its From comes to receivers. */
export interface Sender {
  /** Parts per hundred of all records. */
  readonly share: number;
  /** Addresses it sends from lie in these networks: the first two octets, or an IPv6 prefix. */
  readonly networks: readonly string[];
  row(random: Random): Row;
}

const OURS = 'hazelmere.example';
/** Who re-sends, and what spoofers put in their envelopes: a tail of domains that are hardly named twice. */
const FORWARDERS = Array.from({ length: 400 }, (_, n) => `forward${n}.example`);
const STRANGERS = Array.from({ length: 2000 }, (_, n) => `stranger${n}.example`);
const BROKEN_EVERY = 40;

const dkim = (domain: string, selector: string, result = 'pass'): Row['dkim'][number] => ({ domain, selector, result });
const passing = { disposition: 'none', dkimAligned: true, spfAligned: true } as const;

/** Several services, forwarders and a botnet, in the mixture a mid-sized company sees. */
export const SENDERS: readonly Sender[] = [
  {
    share: 38,
    networks: ['209.85', '2a00:1450:4864:20'],
    row: () => ({
      ...passing,
      headerFrom: OURS,
      envelopeFrom: OURS,
      dkim: [dkim(OURS, 'google'), dkim(`hazelmere-example.20230601.gappssmtp.com`, '20230601')],
      spf: { domain: OURS, result: 'pass' },
    }),
  },
  {
    share: 18,
    networks: ['54.240'],
    row: (random) => {
      const broken = random.below(BROKEN_EVERY) === 0;
      return {
        ...passing,
        dkimAligned: !broken,
        headerFrom: OURS,
        envelopeFrom: `bounce.${OURS}`,
        dkim: [
          dkim(OURS, 'q7mzt4xk2hd3vwy5bsr6nfa2jelcgu3p', broken ? 'fail' : 'pass'),
          dkim('amazonses.com', 'u4tkz6dwq3mvhs2ynrxb5ojcae7lgpfi'),
        ],
        spf: { domain: `bounce.${OURS}`, result: 'pass' },
      };
    },
  },
  {
    share: 16,
    networks: ['148.105', '198.2'],
    row: (random) => {
      const host = `mail${random.below(200)}.atl81.rsgsv.net`;
      return {
        ...passing,
        spfAligned: false,
        headerFrom: `news.${OURS}`,
        envelopeFrom: host,
        dkim: [dkim(`news.${OURS}`, 'k2')],
        spf: { domain: host, result: 'pass' },
      };
    },
  },
  {
    share: 8,
    networks: ['192.161'],
    row: () => ({
      disposition: 'quarantine',
      dkimAligned: false,
      spfAligned: false,
      headerFrom: `support.${OURS}`,
      envelopeFrom: 'hazelmere.zendesk.com',
      dkim: [dkim('zendesk.com', 'zendesk1')],
      spf: { domain: 'hazelmere.zendesk.com', result: 'pass' },
    }),
  },
  {
    share: 10,
    networks: ['198.18', '198.51', '2001:db8:77:0'],
    row: (random) => {
      const via = random.pickUneven(FORWARDERS);
      const broken = random.below(3) === 0;
      return {
        disposition: 'none',
        dkimAligned: !broken,
        spfAligned: false,
        ...(broken ? { reason: { type: 'local_policy', comment: 'arc=pass' } } : {}),
        headerFrom: OURS,
        envelopeFrom: via,
        dkim: [dkim(OURS, 'google', broken ? 'fail' : 'pass'), dkim(via, 's1')],
        spf: { domain: via, result: 'pass' },
      };
    },
  },
  {
    share: 10,
    networks: ['198.19', '203.0', '2001:db8:bad:0'],
    row: (random) => {
      const envelope = random.below(2) === 0 ? OURS : random.pickUneven(STRANGERS);
      return {
        disposition: 'reject',
        dkimAligned: false,
        spfAligned: false,
        headerFrom: OURS,
        envelopeFrom: envelope,
        dkim: [],
        spf: { domain: envelope, result: envelope === OURS ? 'softfail' : random.pick(['none', 'pass', 'temperror']) },
      };
    },
  },
];
