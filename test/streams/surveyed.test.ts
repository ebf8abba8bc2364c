import { describe, expect, test } from 'vitest';
import { judged, last, type RowText } from './period.ts';

/** Mail from home: signed by us, SPF passes for us. */
const HOME: RowText = { ip: '192.0.2.1', count: 100, dkim: ['example.com s1 pass'], spf: ['example.com pass'] };
/** A server nobody listed: a key of its own, and SPF fails for our envelope. */
const UNLISTED: RowText = { ip: '192.0.2.50', count: 100, dkim: ['example.com crm pass'], spf: ['example.com fail'] };

describe('a stranger who authenticates as such', () => {
  const strange = { dkim: ['win.example s pass', 'post.test x pass'], spf: ['em7.win.example pass'] };

  test('is none of ours, whatever service carries the mail', () => {
    expect(last([HOME, { ip: '203.0.113.9', ...strange }])).toMatchObject({ class: 'suspicious' });
    expect(last([{ dkim: ['win.example k1 pass'], spf: ['b.bounce.bulk.test pass'] }]).class).toBe('suspicious');
  });

  test('is none of ours from an address our mail comes from as well', () => {
    const mailbox = { ip: HOME.ip ?? '', dkim: ['win.example s pass'], spf: ['win.example pass'] };
    expect(last([HOME, mailbox]).class).toBe('suspicious');
  });

  test('re-sends where it did so with mail of ours', () => {
    const unsigned: RowText = { ip: '203.0.113.5', dkim: [], spf: ['f.example pass'] };
    const resent: RowText = { ip: '203.0.113.5', dkim: ['example.com s1 pass'], spf: ['f.example pass'] };
    expect(last([HOME, unsigned]).class).toBe('suspicious');
    expect(last([HOME, resent, unsigned])).toMatchObject({ class: 'forwarded', because: 're-sent by f.example' });
  });

  test('is one of ours under our name and another suffix, where these reports are about it as well', () => {
    const cousin: RowText = {
      from: 'casaluna.co.uk',
      dkim: ['casaluna.de s pass'],
      spf: ['casaluna.de pass'],
      aligned: [],
    };
    const itself: RowText = { from: 'casaluna.de', dkim: ['casaluna.de s pass'], spf: ['casaluna.de pass'] };
    expect(last([cousin]).class).toBe('suspicious');
    expect(last([itself, cousin]).class).toBe('fixable');
    expect(last([itself, { ...cousin, from: 'casasola.co.uk' }]).class).toBe('suspicious');
  });
});

test('an account of a service may be anybody’s: ours by its name, ours with doubt without one, else another’s', () => {
  const tenant = (name: string): RowText => ({
    from: 'help.casaluna.example',
    dkim: ['desk.test s pass'],
    spf: [`${name}desk.test pass`],
  });
  expect(last([tenant('casaluna.')])).toMatchObject({ class: 'fixable', classConfidence: 0.95 });
  expect(last([tenant('')])).toMatchObject({ class: 'fixable', classConfidence: 0.55 });
  expect(last([tenant('casaluna.'), tenant('winbig.')])).toMatchObject({ class: 'suspicious' });
});

test('a machine whose HELO name is ours, and passes SPF, is ours', () => {
  const cron = (result: string): RowText => ({
    ip: '192.0.2.60',
    spf: [`web.example.com ${result} helo`],
    aligned: [],
  });
  expect(last([cron('pass')])).toMatchObject({ class: 'fixable', pass: false });
  expect(last([cron('none')])).toMatchObject({ class: 'suspicious' });
});

describe('a key is at home', () => {
  test('where SPF passes for us, however much of it comes another way', () => {
    const [home, replayed] = judged([HOME, { ...HOME, ip: '203.0.113.9', count: 400, spf: ['win.example pass'] }]);
    expect([home?.class, replayed?.class]).toEqual(['aligned', 'forwarded']);
  });

  test('where its envelope is ours, rather than where others put theirs', () => {
    const others = { ...UNLISTED, ip: '203.0.113.9', count: 900, spf: ['f.example pass'] };
    expect(judged([UNLISTED, others]).map((one) => one.class)).toEqual(['aligned', 'forwarded']);
  });

  test('in the network most of its mail comes from, where SPF cannot tell', () => {
    const kept = { ...UNLISTED, ip: '203.0.113.9', count: 3 };
    const nearby = { ...UNLISTED, ip: '192.0.2.51', count: 3 };
    expect(judged([UNLISTED, kept, nearby]).map((one) => one.class)).toEqual(['aligned', 'forwarded', 'aligned']);
  });

  test('also where the record forgot a server that sends much of its mail, an IPv6 address say, and not where few copies of it go', () => {
    const listed = { ...HOME, count: 1500 };
    const forgotten = { ...HOME, ip: '2001:db8::25', count: 700, spf: ['example.com softfail'] };
    const keyless = { ...forgotten, count: 3, dkim: ['example.com - pass'] };
    const copies = { ...forgotten, ip: '203.0.113.9', count: 300 };
    const classes = (rows: RowText[]): string[] => judged(rows).map((one) => one.class);
    expect(classes([listed, forgotten, keyless, copies])).toEqual(['aligned', 'aligned', 'aligned', 'forwarded']);
    const ofFew = [HOME, { ...forgotten, count: 60 }, { ...keyless, count: 1 }];
    expect(classes(ofFew)).toEqual(['aligned', 'forwarded', 'forwarded']);
  });
});

test('mail that somebody sends with our signature many times more often than we do is a replayed message', () => {
  const replayed: RowText = { ...HOME, ip: '203.0.113.9', count: 5000, spf: ['win.example pass'] };
  expect(last([HOME, replayed])).toMatchObject({ class: 'suspicious', pass: true, classConfidence: 0.6 });
  expect(last([HOME, { ...replayed, count: 400 }]).class).toBe('forwarded');
  const busy = { ...HOME, count: 600 };
  expect(last([busy, { ...replayed, count: 6000 }]).class).toBe('suspicious');
  expect(last([busy, { ...replayed, count: 5999 }]).class).toBe('forwarded');
});

test('a lookup that failed at the receiver shows nothing', () => {
  const shaky: RowText = { ip: '192.0.2.99', dkim: ['example.com s1 pass'], spf: ['example.com temperror'] };
  expect(last([HOME, shaky]).class).toBe('aligned');
});

describe('a row that says nothing but what DMARC made of it', () => {
  const bare = (ip: string, aligned: RowText['aligned']): RowText => ({ ip, aligned: aligned ?? [] });
  const AWAY: RowText = { ip: '203.0.113.5', dkim: ['example.com s1 pass'], spf: ['f.example pass'] };

  test('is what most mail from its address is', () => {
    expect(last([HOME, AWAY, bare('203.0.113.5', ['dkim'])]).class).toBe('forwarded');
    expect(last([HOME, bare('192.0.2.1', [])])).toMatchObject({ class: 'fixable', classConfidence: 0.55 });
  });

  test('is of the stream that mail is, and where no From domain is told, too', () => {
    for (const from of ['example.com', '']) {
      const through: RowText = {
        from,
        ip: '203.0.113.8',
        dkim: ['desk.test s pass'],
        spf: ['desk.test pass'],
        aligned: [],
      };
      const [told, like] = judged([through, { ...bare('203.0.113.8', []), from }]);
      expect(like?.stream).toEqual(told?.stream);
      expect(like?.stream.id).toBe(`desk/support/${from}`);
    }
  });

  test('is not ours by a signature, which says nothing of the address', () => {
    const signedOnly: RowText = { ip: '203.0.113.7', dkim: ['example.com s1 pass'], spf: [] };
    expect(last([signedOnly, bare('203.0.113.7', [])]).class).toBe('suspicious');
  });
});

describe('a row that says less than another from its address, and nothing else, is the same mail', () => {
  const strange: RowText = {
    ip: '203.0.113.9',
    count: 20,
    dkim: ['win.example s pass', 'post.test x pass'],
    spf: ['post.test pass'],
  };
  const list: RowText = {
    ip: '203.0.113.5',
    count: 20,
    dkim: ['example.com s1 fail', 'lists.test list pass'],
    spf: ['lists.test pass'],
  };
  const desk: RowText = {
    from: 'help.casaluna.example',
    count: 20,
    dkim: ['desk.test s pass'],
    spf: ['casaluna.desk.test pass'],
  };

  test('where the reporter lists one signature of two', () => {
    const oneOfTwo: RowText = { ...strange, count: 1, dkim: ['post.test x pass'] };
    expect(last([oneOfTwo]).class).toBe('fixable');
    expect(last([strange, oneOfTwo])).toMatchObject({ class: 'suspicious', classConfidence: 0.6 });
  });

  test('where it lists none, or leaves out selectors', () => {
    const unsigned: RowText = { ...list, count: 1, dkim: [] };
    expect(last([HOME, { ...unsigned, ip: '203.0.113.6' }, list]).class).toBe('forwarded');
    expect(last([HOME, list, unsigned])).toMatchObject({ class: 'forwarded' });
    const keyless = { ip: '203.0.113.7', dkim: ['example.com - fail'], spf: ['example.com fail'] };
    expect(last([HOME, { ...HOME, dkim: ['example.com - pass'] }, keyless]).class).toBe('forwarded');
    const invented = { ...keyless, count: 20, dkim: ['example.com mta7 fail'] };
    expect(last([HOME, { ...HOME, dkim: ['example.com - pass'] }, invented, keyless]).class).toBe('suspicious');
  });

  test('where it leaves out SPF', () => {
    const noSpf: RowText = { ...desk, count: 1, spf: [] };
    const others: RowText = { ...desk, ip: '203.0.113.7', spf: ['winbig.desk.test pass'] };
    expect(last([desk, noSpf])).toMatchObject({ class: 'fixable', stream: { provider: 'desk' } });
    expect(last([desk, { ...noSpf, ip: '203.0.113.8' }]).class).toBe('fixable');
    expect(last([desk, others, { ...noSpf, ip: '203.0.113.7' }]).class).toBe('suspicious');
  });

  test('and not where it says that the mail was re-sent, which the other does not', () => {
    const thinner: RowText = { ...strange, count: 1, dkim: ['post.test x pass'] };
    expect(last([strange, { ...thinner, overrides: ['forwarded'] }])).toMatchObject({
      class: 'forwarded',
      because: 'the reporter says so',
    });
  });

  test('and not where DMARC came to something else, another From domain is meant, or the fuller rows differ', () => {
    const oneOfTwo: RowText = { ...strange, count: 1, dkim: ['post.test x pass'] };
    expect(last([strange, { ...oneOfTwo, aligned: ['dkim'] }]).class).not.toBe('suspicious');
    expect(last([{ ...strange, from: 'news.example.com' }, oneOfTwo]).class).toBe('fixable');
    const ours: RowText = { ...strange, count: 15, dkim: ['example.com k1 fail', 'post.test x pass'] };
    expect(last([strange, ours, oneOfTwo]).class).toBe('fixable');
  });
});

test('strict alignment does not make forwarded mail ours to fix', () => {
  const strict = { from: 'mail.example.com', aligned: [] as const };
  const home: RowText = { ...strict, count: 50, dkim: ['example.com s1 pass'], spf: ['example.com pass'] };
  const resent: RowText = { ...strict, ip: '203.0.113.5', dkim: ['example.com s1 pass'], spf: ['f.example pass'] };
  expect(judged([home, resent]).map((one) => one.class)).toEqual(['fixable', 'forwarded']);
});

test('the reverse path of the organisation itself teaches nothing', () => {
  const staff: RowText = {
    from: 'mail.example.com',
    count: 90,
    dkim: ['example.com post1 pass'],
    spf: ['example.com pass'],
  };
  const printer: RowText = { from: 'mail.example.com', ip: '192.0.2.200', spf: ['example.com pass'] };
  expect(last([staff, printer]).stream.provider).toBeUndefined();
});
