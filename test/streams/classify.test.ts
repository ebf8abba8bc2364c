import { describe, expect, test } from 'vitest';
import type { Branches } from '../../src/streams/branch.ts';
import { judged, last, type RowText } from './period.ts';

/** Mail from home: signed by us, SPF passes for us. */
const HOME: RowText = { ip: '192.0.2.1', count: 1000, dkim: ['example.com s1 pass'], spf: ['example.com pass'] };
/** A newsletter at home: signed by us, SPF passes for the service. */
const BULK: RowText = {
  from: 'news.example.com',
  ip: '192.0.2.9',
  count: 1000,
  dkim: ['news.example.com k1 pass'],
  spf: ['bounce.bulk.test pass'],
};

const ownServer: Branches = (_, ip) => (ip === '192.0.2.1' ? { kind: 'own', term: 'ip4:192.0.2.1' } : { kind: 'none' });
const under =
  (...domains: readonly string[]): Branches =>
  () => ({ kind: 'include', domains });

describe('aligned', () => {
  test('is what passes by SPF: that does not survive forwarding', () => {
    expect(last([HOME])).toMatchObject({ class: 'aligned', pass: true, dkimAligned: true, spfAligned: true });
  });

  test('is a newsletter that passes by DKIM from its service’s addresses', () => {
    expect(last([BULK])).toMatchObject({ class: 'aligned', classConfidence: 0.9, stream: { provider: 'bulk' } });
  });

  test('is a bounce: no envelope-from, so SPF passes for the service’s host', () => {
    const bounce: RowText = {
      dkim: ['example.com mb1 pass', 'mailboxes.test s pass'],
      spf: ['mx7.out.mailboxes.test pass helo'],
    };
    const usual: RowText = { ip: '192.0.2.7', count: 500, dkim: ['example.com mb1 pass'], spf: ['example.com pass'] };
    expect(last([usual, bounce])).toMatchObject({ class: 'aligned', stream: { provider: 'mailboxes' } });
  });

  test('is a signed row without any SPF result at its home, where reporters leave SPF out', () => {
    expect(last([{ dkim: ['example.com s1 pass'] }])).toMatchObject({ class: 'aligned' });
  });

  test('is one that says nothing of SPF, and not one that says it did not align where all else does', () => {
    const unsaid: RowText = { ip: '198.51.100.7', dkim: ['example.com s1 pass'] };
    expect(last([HOME, { ...unsaid, aligned: 'unsaid' }]).class).toBe('aligned');
    expect(last([HOME, { ...unsaid, aligned: ['dkim'] }])).toMatchObject({
      class: 'forwarded',
      because: 'at home, SPF aligns as well',
    });
  });

  test('is signed mail with another envelope from an address that SPF passed for us from', () => {
    const otherwise: RowText = { ip: '192.0.2.1', dkim: ['example.com s1 pass'], spf: ['web.example none'] };
    expect(last([HOME, otherwise]).class).toBe('aligned');
    // Nor does it make the address one that re-sends.
    expect(last([HOME, otherwise, { ...otherwise, spf: [] }])).toMatchObject({
      class: 'aligned',
      classConfidence: 0.9,
    });
  });

  test('is signed mail with another envelope from a server in our SPF record', () => {
    const home: RowText = { ...HOME, ip: '192.0.2.2' };
    const written: RowText = { ip: '192.0.2.1', dkim: ['example.com s1 pass'], spf: ['host.example pass'] };
    expect(last([home, written], ownServer).class).toBe('aligned');
    expect(last([home, written]).class).toBe('forwarded');
  });

  test('is mail from where other mail of ours starts, where the reporter leaves the selector out', () => {
    const service: RowText = { ...BULK, from: 'example.com', dkim: ['example.com k1 pass'] };
    const keyless: RowText = { dkim: ['example.com - pass'], spf: ['other.example none'] };
    expect(last([HOME, service, { ...keyless, ip: '192.0.2.9' }]).class).toBe('aligned');
    expect(last([HOME, service, { ...keyless, ip: '198.51.100.7' }]).class).toBe('forwarded');
  });

  test('is what comes as most mail with its key does, but for what was plainly re-sent', () => {
    const here: RowText = { ip: '192.0.2.5', count: 10, dkim: ['example.com s2 pass'], spf: ['host.example pass'] };
    const resent: RowText = { ...here, ip: '198.51.100.7', count: 1000, spf: ['forwarder.example pass'] };
    expect(last([resent, here]).class).toBe('forwarded');
    expect(last([{ ...resent, overrides: ['mailing_list'] }, here]).class).toBe('aligned');
    // That it re-sends, other keys show.
    const known: RowText = { ...resent, count: 1, dkim: HOME.dkim ?? [] };
    expect(last([HOME, known, resent, here]).class).toBe('aligned');
  });
});

describe('forwarded', () => {
  test('plainly: the signature is ours, the envelope still, the address is not', () => {
    expect(
      last([HOME, { ip: '198.51.100.7', dkim: ['example.com s1 pass'], spf: ['example.com fail'] }]),
    ).toMatchObject({
      class: 'forwarded',
      pass: true,
      stream: { id: 'forwarded/example.com', purpose: 'forwarded' },
    });
  });

  test('by somebody’s mailbox: the domain of people’s addresses also names hosts, and is nobody’s HELO name', () => {
    const forwarding: RowText = {
      ip: '198.51.100.7',
      dkim: ['example.com s1 pass'],
      spf: ['mailboxes.example pass'],
    };
    expect(last([HOME, forwarding])).toMatchObject({ class: 'forwarded', because: 're-sent by mailboxes.example' });
  });

  test('with the envelope rewritten (SRS): SPF passes for who re-sends', () => {
    expect(
      last([HOME, { ip: '198.51.100.7', dkim: ['example.com s1 pass'], spf: ['forwarder.example pass'] }]),
    ).toMatchObject({ class: 'forwarded', because: 're-sent by forwarder.example' });
  });

  test('by a known forwarder, even where our signature is all there is', () => {
    expect(last([{ dkim: ['example.com s1 pass'], spf: ['x.srs.relay.test pass'] }])).toMatchObject({
      class: 'forwarded',
    });
  });

  test('by a mailing list whose footer breaks the signature', () => {
    expect(
      last([HOME, { ip: '198.51.100.7', dkim: ['example.com s1 fail'], spf: ['lists.example.org pass'] }]),
    ).toMatchObject({ class: 'forwarded', pass: false });
  });

  test.each(['mailing_list', 'forwarded', 'trusted_forwarder'])('because the reporter says `%s`', (word) => {
    expect(last([{ ip: '198.51.100.7', overrides: [word], spf: ['other.example pass'] }])).toMatchObject({
      class: 'forwarded',
      because: 'the reporter says so',
    });
  });

  test('not because of overrides that say nothing of the way it came', () => {
    for (const word of ['sampled_out', 'local_policy', 'other', 'policy_test_mode'])
      expect(last([{ ip: '198.51.100.7', overrides: [word] }]).class, word).toBe('suspicious');
  });

  test('a newsletter re-sent with a new envelope', () => {
    expect(last([BULK, { ...BULK, count: 1, ip: '198.51.100.7', spf: ['forwarder.example pass'] }])).toMatchObject({
      class: 'forwarded',
    });
  });

  test('a few forwarded copies do not make the forwarder the home', () => {
    const copies: RowText = { ip: '198.51.100.7', count: 999, dkim: ['example.com s1 pass'], spf: ['f.example pass'] };
    const [home, forwarded] = judged([HOME, copies]);
    expect([home?.class, forwarded?.class]).toEqual(['aligned', 'forwarded']);
  });
});

describe('fixable', () => {
  test('is unsigned mail from an address in our SPF record', () => {
    expect(last([{ ip: '192.0.2.1', spf: ['web.host.example none'] }], ownServer)).toMatchObject({
      class: 'fixable',
      stream: { id: 'own:ip4:192.0.2.1/unknown/example.com', provider: 'own' },
    });
  });

  test('is what a stranger signs on a server in our SPF record', () => {
    const hosted: RowText = { ip: '192.0.2.1', dkim: ['host.example s pass'] };
    expect(last([hosted], ownServer).class).toBe('fixable');
    expect(last([hosted]).class).toBe('suspicious');
  });

  test('is unsigned mail from below an include, whatever name the machine gives itself', () => {
    const unsigned: RowText = { spf: ['mx7.host.example pass helo'] };
    expect(last([unsigned], under('spf.host.example')).class).toBe('fixable');
    expect(last([{ spf: ['host.example pass mfrom'] }], under('spf.host.example')).class).toBe('suspicious');
  });

  test('is mail through a service of ours with a name below its own, where nothing is told of SPF', () => {
    const ours: RowText = { dkim: ['desk.test s pass'], spf: ['example.desk.test pass'] };
    expect(last([ours, { dkim: ['eu.desk.test s pass'] }]).class).toBe('fixable');
    expect(last([ours, { dkim: ['desk.test s pass'], spf: ['acme.desk.test pass'] }]).class).toBe('suspicious');
  });

  test('is mail that a service signs with its own domain only', () => {
    expect(
      last([{ from: 'help.example.com', dkim: ['desk.test s pass'], spf: ['example.desk.test pass'] }]),
    ).toMatchObject({
      class: 'fixable',
      stream: { id: 'desk/support/help.example.com', provider: 'desk' },
      why: [
        { code: 'dkim-unaligned', text: 'signs as desk.test' },
        { code: 'spf-unaligned', text: 'SPF passes for example.desk.test' },
      ],
    });
  });

  test('is what strict alignment refuses', () => {
    expect(last([{ dkim: ['mail.example.com s1 pass'], spf: ['mail.example.com pass'], aligned: [] }])).toMatchObject({
      class: 'fixable',
      why: [{ code: 'dkim-strict' }, { code: 'spf-strict' }],
    });
  });

  test('is a broken signature from the domain’s own service', () => {
    expect(last([BULK, { ...BULK, count: 1, dkim: ['news.example.com k1 fail', 'bulk.test s pass'] }])).toMatchObject({
      class: 'fixable',
      stream: { provider: 'bulk' },
      brokenSignature: true,
    });
  });

  test('is unsigned mail from below the include of a service that sends for customers only', () => {
    expect(last([{ spf: ['post.test pass'] }], under('spf.post.test'))).toMatchObject({ class: 'fixable' });
  });
});

describe('suspicious', () => {
  test('is what has nothing of ours', () => {
    expect(last([{ ip: '203.0.113.9', spf: ['host-9.dyn.example none'] }])).toMatchObject({
      class: 'suspicious',
      stream: { id: 'suspicious/example.com', purpose: 'spoofed' },
    });
  });

  test('is what authenticates for a domain of somebody else', () => {
    expect(last([HOME, { ip: '203.0.113.9', dkim: ['win.example s pass'], spf: ['win.example pass'] }])).toMatchObject({
      class: 'suspicious',
      because: 'authenticated for another domain only',
    });
  });

  test('is what claims a service, a selector and an envelope of ours, and proves none', () => {
    expect(
      last([
        { ip: '203.0.113.9', dkim: ['post.test s fail', 'example.com nosuch fail'], spf: ['example.com softfail'] },
      ]),
    ).toMatchObject({ class: 'suspicious' });
  });

  test('is what somebody authenticated for himself, also from an address that re-sends mail of ours', () => {
    const resent: RowText = { ip: '198.51.100.7', dkim: ['example.com s1 pass'], spf: ['forwarder.example pass'] };
    const spam: RowText = { ip: '198.51.100.7', dkim: ['mailboxes.test s pass'], spf: ['mailboxes.test pass'] };
    expect(last([HOME, resent, spam]).class).toBe('suspicious');
    expect(last([HOME, resent, { ip: '198.51.100.7', spf: ['other.example none'] }])).toMatchObject({
      class: 'forwarded',
      because: 'the address re-sends mail of ours',
    });
  });

  test('is surer where nothing in it even claims to be of a service', () => {
    const sure = ({ classConfidence }: { readonly classConfidence: number }): number => classConfidence;
    const claimed = last([{ ip: '203.0.113.9', dkim: ['post.test s fail'], spf: ['win.example fail'] }]);
    const plain = last([{ ip: '203.0.113.9', dkim: ['win.example s fail'], spf: ['win.example fail'] }]);
    expect([claimed.class, plain.class]).toEqual(['suspicious', 'suspicious']);
    expect(sure(plain)).toBeGreaterThan(sure(claimed));
  });

  test('is a row with no results at all', () => {
    expect(last([{ ip: '203.0.113.9' }])).toMatchObject({
      class: 'suspicious',
      evidence: [],
      why: [{ code: 'dkim-none' }, { code: 'spf-none', text: 'no SPF result' }],
    });
  });

  test('is somebody at a mailbox host everybody uses, who has nothing of ours', () => {
    const { class: streamClass } = last([{ dkim: ['mailboxes.test s fail'], spf: ['stranger.example fail'] }]);
    expect(streamClass).toBe('suspicious');
  });
});

describe('where a report does not say what DMARC made of it', () => {
  test('relaxed alignment does', () => {
    const told = last([{ dkim: ['mail.example.com s1 pass'], spf: ['other.example pass'], aligned: 'unsaid' }]);
    expect(told).toMatchObject({ pass: true, dkimAligned: true, spfAligned: false });
  });

  test('an SPF pass for the HELO name aligns nothing', () => {
    expect(last([{ spf: ['mail.example.com pass helo'], aligned: 'unsaid' }])).toMatchObject({
      pass: false,
      spfAligned: false,
    });
  });

  test('what it does say is taken as said', () => {
    expect(last([{ dkim: ['example.com s1 pass'], aligned: [] }]).pass).toBe(false);
    expect(last([{ dkim: ['example.com s1 fail'], aligned: ['dkim'] }]).pass).toBe(true);
  });
});

test('a name that only ends like ours is not ours', () => {
  expect(last([{ dkim: ['notexample.com s1 pass'], spf: ['notexample.com pass'] }])).toMatchObject({
    class: 'suspicious',
    pass: false,
  });
});

test('domains under one public suffix are strangers to each other', () => {
  expect(
    last([{ from: 'casa.co.uk', dkim: ['winbig.co.uk s1 pass'], spf: ['co.uk pass'], aligned: 'unsaid' }]),
  ).toMatchObject({ class: 'suspicious', pass: false });
});

describe('where a reporter leaves things out', () => {
  test('selectors or signatures: mail that comes like no key of ours was re-sent', () => {
    const spf = ['forwarder.example pass'];
    for (const dkim of [['example.com - pass'], []])
      expect(last([HOME, { ip: '198.51.100.7', dkim, spf, aligned: ['dkim'] }])).toMatchObject({ class: 'forwarded' });
    expect(last([HOME, BULK, { ...BULK, dkim: [], aligned: ['dkim'], count: 1 }])).toMatchObject({ class: 'aligned' });
  });

  test('SPF: a forwarder’s signature still shows that it was re-sent', () => {
    expect(last([HOME, { dkim: ['example.com s1 pass', 'relay.test r pass'] }])).toMatchObject({ class: 'forwarded' });
  });

  test('SPF: so does that of a mailbox host over a key that is another service’s', () => {
    expect(last([{ dkim: ['example.com post7 pass', 'someone.mailboxes.test s pass'] }]).class).toBe('forwarded');
    expect(last([{ dkim: ['example.com post7 pass', 'example.mailboxes.test s pass'] }]).class).toBe('aligned');
    expect(last([{ dkim: ['example.com mbx pass', 'someone.mailboxes.test s pass'] }]).class).toBe('aligned');
  });

  test('SPF: so does a forwarder’s selector, in whosever name it signs', () => {
    const unsaid: RowText = { dkim: ['example.com s1 pass', 'somebody.example arcsrs pass'], aligned: 'unsaid' };
    expect(last([HOME, unsaid])).toMatchObject({ class: 'forwarded', because: 're-sent by somebody.example' });
    expect(last([HOME, { ...unsaid, dkim: ['example.com s1 pass', 'somebody.example s pass'] }]).class).toBe('aligned');
  });
});

describe('a mailbox host that is in the SPF record', () => {
  const spammer: RowText = { ip: '192.0.2.50', dkim: ['mailboxes.test s pass'], spf: ['mailboxes.test pass'] };

  test('makes nobody ours who writes from an account of theirs', () => {
    expect(last([HOME, spammer], under('spf.mailboxes.test')).class).toBe('suspicious');
    expect(last([HOME, { ...spammer, spf: [] }], under('spf.mailboxes.test')).class).not.toBe('fixable');
  });

  test('makes no list ours that runs there', () => {
    const list: RowText = { dkim: ['example.com s1 fail', 'l.mailboxes.test s pass'], spf: ['verein.example pass'] };
    expect(last([HOME, list], under('spf.mailboxes.test')).class).toBe('forwarded');
  });

  test('knows our tenant by its name, hyphens and all', () => {
    const tenant = (from: string, name: string): RowText => ({
      from,
      dkim: [`${name}.mailboxes.test s pass`],
      spf: [`${name}.mailboxes.test pass`],
    });
    for (const name of ['casa-luna', 'casaluna', 'casa-luna-example', 'casa-luna-eu'])
      expect(last([tenant('casa-luna.example', name)])).toMatchObject({ class: 'fixable' });
    expect(last([tenant('ab.example', 'ab-example')])).toMatchObject({ class: 'fixable' });
    expect(last([tenant('ab.example', 'ab')])).toMatchObject({ class: 'suspicious' });
    expect(last([tenant('news.ab.example', 'news-ab-example')])).toMatchObject({ class: 'fixable' });
  });

  test('re-sends what breaks our signature there, and what people forward', () => {
    const there: RowText = { dkim: ['mailboxes.test s pass'], spf: ['out.mailboxes.test pass'] };
    expect(last([HOME, { ...there, dkim: ['example.com s1 fail', 'mailboxes.test s pass'] }])).toMatchObject({
      class: 'forwarded',
      because: 'the signature is ours and was broken on the way',
    });
    expect(last([HOME, there])).toMatchObject({ class: 'forwarded', because: 're-sent by a mailbox at Mailboxes' });
  });
});
