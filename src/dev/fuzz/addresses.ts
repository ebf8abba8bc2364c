import { domainName, isHostName } from '../../protocols/domain.ts';
import { parseImapUrl } from '../../protocols/imap-url.ts';
import { parseIp, printIp, reverseName, unmapped } from '../../protocols/ip.ts';
import { networkRange, parseNetwork, printNetwork, rangeNetworks } from '../../protocols/network.ts';
import { mailAddress } from '../../protocols/mailto.ts';
import { fuzzTarget, utf8 } from '../fuzzing/target.ts';

/** What stands for a place: IP addresses and networks, IMAP URLs (RFC 5092), mail addresses, names. */
export default fuzzTarget({
  seeds: () => [
    '192.0.2.1',
    '2001:db8::ffff:192.0.2.1',
    '::ffff:1.2.3.4',
    '10.0.0.0/8',
    '2001:db8::/33',
    'imaps://user%40x:pw@mail.example:993/INBOX/a%20b',
    'imap://me@[::1]/',
    'imaps://a;AUTH=*@b.example/x;UIDVALIDITY=1',
    'mailto:a+b@bücher.example?subject=x',
    'xn--bcher-kva.example',
  ],
  tokens: [
    ':',
    '::',
    '.',
    '/',
    '//',
    '@',
    '%',
    '%00',
    '%C3',
    '[',
    ']',
    'imap://',
    'imaps://',
    ';AUTH=',
    '255',
    '256',
    'ffff',
    '/0',
    '/128',
    'xn--',
    'ü',
    '?',
  ],
  run(bytes) {
    const text = utf8(bytes);
    const address = parseIp(text);
    const network = parseNetwork(text);
    return [
      address && [printIp(address), reverseName(address), printIp(unmapped(address))],
      network && [printNetwork(network), rangeNetworks(networkRange(network)).length],
      parseImapUrl(text),
      mailAddress(text),
      isHostName(domainName(text)),
    ];
  },
});
