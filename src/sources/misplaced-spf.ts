import { absent, found } from '../core/facts.ts';
import { recordText } from '../core/record-text.ts';
import { isSpfRecord } from '../protocols/spf.ts';
import { defineSource } from './source.ts';

/** An SPF record at a name nobody asks, where the domain itself has none. */
export interface MisplacedSpf {
  readonly name: string;
  readonly text: string;
}

export type Value = MisplacedSpf;

/** Where people put the record who take it for one like DMARC's, or for one of the web site. */
const PLACES = ['_spf', 'spf', 'www'] as const;

export default defineSource<MisplacedSpf>({
  absence: 'there is no SPF record beside the domain',
  async gather({ domain, net, fact }) {
    const spf = await fact('spf');
    if (spf.state !== 'absent') return absent;
    const [own, ...answers] = await Promise.all(
      ['', ...PLACES.map((place) => `${place}.`)].map((place) => net.resolve(`${place}${domain}`, 'TXT')),
    );
    // Where nothing stands, nothing stands below (RFC 8020); a wildcard would have answered at all three.
    if (own?.status === 'nxdomain') return absent;
    for (const [index, answer] of answers.entries()) {
      if (answer.status !== 'ok' || answer.via.length > 0) continue;
      const texts = answer.records.map(recordText).filter(isSpfRecord);
      const [text, ...more] = texts.filter((candidate) => authorises(candidate));
      if (text !== undefined && more.length === 0) return found({ name: `${PLACES[index]}.${domain}`, text });
    }
    // It only helps to find what is missing, so nobody is told that one of these names did not answer.
    return absent;
  },
});

/** `v=spf1 -all` at a host says that the host sends nothing, and is where it belongs. */
const authorises = (text: string): boolean => !/^v=spf1 +[-~?]all *$/i.test(text);
