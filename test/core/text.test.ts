import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readable, readableSpan, visible } from '../../src/core/readable.ts';
import { cutOff, shortened } from '../../src/core/cut-off.ts';
import { redact, redactDeep } from '../../src/core/redact.ts';
import { RAW } from '../reporters/nasty.ts';
import { cpuTime } from '../support/cpu-time.ts';

const options = { numRuns: 500 };
const octets = (text: string): string => String.fromCharCode(...new TextEncoder().encode(text));

describe('readable', () => {
  test('turns UTF-8 octets into text and leaves everything else alone', () => {
    expect(readable(octets('casa lunà 📬'))).toBe('casa lunà 📬');
    expect(readable('plain')).toBe('plain');
    expect(readable('caf\u00E9')).toBe('caf\u00E9');
    expect(readable('already 漢')).toBe('already 漢');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(readable(octets(text))).toBe(text);
      }),
      options,
    );
  });

  test('moves the ends of a stretch with it', () => {
    const text = octets('é=ü;x');
    const span = readableSpan({ source: 's', text, start: octets('é=').length, end: octets('é=ü').length });
    expect(span.text.slice(span.start, span.end)).toBe('ü');
    expect(span).toEqual({ source: 's', text: 'é=ü;x', start: 2, end: 3 });
  });
});

describe('visible', () => {
  test('shows what a terminal would act on', () => {
    expect(visible('\u001B[31m\u009B\u0000\u007F\n\u2028\u202E\u200B\uD800x\uDC00\u{E0041}\u00AD')).toBe(
      String.raw`\x1b[31m\x9b\x00\x7f\x0a\u{2028}\u{202e}\u{200b}\u{d800}x\u{dc00}\u{e0041}\xad`,
    );
  });

  test('leaves text alone', () => {
    for (const text of ['plain', 'ümlaut', '漢字', '📬', '🇪🇸', 'e\u0301', '‘quoted’ – …'])
      expect(visible(text)).toBe(text);
  });

  test('lets nothing through, whatever it is given, and is done in one go', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: fc.constantFrom('\uD83D', '\uDE00', '\u001B', 'a') }),
        (a, b) => {
          for (const text of [a, b]) {
            expect(RAW.test(visible(text))).toBe(false);
            expect(visible(visible(text))).toBe(visible(text));
          }
        },
      ),
      options,
    );
  });
});

describe('redact', () => {
  test.each([
    ['anna.rossi@casaluna.example', 'a…@casaluna.example'],
    ['mailto:dmarc@casaluna.example!10m', 'mailto:d…@casaluna.example!10m'],
    ['rua=mailto:a@x.example,mailto:bob@y.example', 'rua=mailto:a…@x.example,mailto:b…@y.example'],
    ['<anna@casaluna.example>', '<a…@casaluna.example>'],
    ['"anna rossi"@casaluna.example', '…@casaluna.example'],
    [String.raw`"anna \"ro\" rossi"@casaluna.example`, '…@casaluna.example'],
    [`bounce-anna.rossi=casaluna.example-${'7'.repeat(80)}@bounces.example`, 'b…@bounces.example'],
    [`SRS0=${'x'.repeat(70)}=TT=casaluna.example=anna@forwarder.example`, 'S…@forwarder.example'],
    ['anna+tag=x@[192.0.2.1]', 'a…@[192.0.2.1]'],
    ['ünal@casaluna.example', 'ü…@casaluna.example'],
    [
      'https://mail.example/full?user=anna.rossi%40casaluna.example&p=1',
      'https://mail.example/full?user=a…%40casaluna.example&p=1',
    ],
    ['/r?to=https%3A%2F%2Fshop.example%2F%3Fu%3Danna%2540casaluna.example', '/r?to=h…%2540casaluna.example'],
    ['`anna@casaluna.example` stands in no list', '`a…@casaluna.example` stands in no list'],
    ['anna+2Erossi+40casaluna.example', 'a…+40casaluna.example'],
    ['https://mail.example/u/YW5uYUBjYXNhbHVuYS5leGFtcGxl', 'https://mail.example/u/<a…@casaluna.example>'],
    [
      'see https://mail.example/YW5uYUBjYXNhbHVuYS5leGFtcGxl/out?x=1',
      'see https://mail.example/<a…@casaluna.example>?x=1',
    ],
    ['id=eyJuYW1lIjoiQW5uYSIsInRvIjoiYW5uYUBjYXNhbHVuYS5leGFtcGxlIn0', 'id=<a…@casaluna.example>'],
    ['616e6e6140636173616c756e612e6578616d706c65', '<a…@casaluna.example>'],
    ['to =?utf-8?Q?anna=40casaluna=2Eexample?= and more', 'to <a…@casaluna.example> and more'],
    ['to =?utf-8?B?YW5uYUBjYXNhbHVuYS5leGFtcGxl?= and more', 'to =?utf-8?B?<a…@casaluna.example>?= and more'],
    ['v=DKIM1; p=MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A', 'v=DKIM1; p=MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A'],
    ['0100018f2a77bb40-4d5e4f40 of 5f2b91c0d3e440', '0100018f2a77bb40-4d5e4f40 of 5f2b91c0d3e440'],
    ['size+40 and 1+40.5', 'size+40 and 1+40.5'],
    ['100%40 of it, 5 %40', '100%40 of it, 5 %40'],
    ['no address here, @ alone, a@ end', 'no address here, @ alone, a@ end'],
    ['include:_spf.casaluna.example', 'include:_spf.casaluna.example'],
  ])('hides the local part of %s', (text, expected) => {
    expect(redact(text)).toBe(expected);
  });

  test('goes through a whole value and leaves its keys and its shape alone', () => {
    const at = new Date(0);
    expect(
      redactDeep({ 'key@x.example': ['anna@x.example', 7, null, undefined, true, { deep: 'bob@y.example' }], at }),
    ).toEqual({
      'key@x.example': ['a…@x.example', 7, null, undefined, true, { deep: 'b…@y.example' }],
      at,
    });
  });

  test('is done in no time, whatever it is given', () => {
    const begun = cpuTime();
    redact('a'.repeat(100_000));
    redact(`${'a.'.repeat(50_000)}@`);
    redact('"'.repeat(100_000));
    redact(`${String.raw`\"`.repeat(50_000)}@`);
    redact(`${'a'.repeat(100_000)}@ x@y`);
    redact('@'.repeat(100_000));
    redact('a%40'.repeat(30_000));
    redact('%25'.repeat(40_000));
    for (const piece of ['QA', '4040', 'a+40', 'a+40b.', '=?u?q?a=40', 'QA/', '=?'])
      redact(piece.repeat(100_000 / piece.length));
    expect(cpuTime() - begun).toBeLessThan(2000);
  });
});

test('a stretch of a text follows what is hidden before and inside it', () => {
  const text = 'rua=mailto:anna.rossi@a.example,mailto:bruno.bianchi@b.example; fo=1';
  const of = (part: string): { text: string; start: number; end: number } => {
    const start = text.indexOf(part);
    return { text, start, end: start + part.length };
  };
  const shown = (part: string): string => {
    const { text: hidden, start, end } = redactDeep(of(part));
    return hidden.slice(start, end);
  };
  expect(shown('fo=1')).toBe('fo=1');
  expect(shown('mailto:bruno.bianchi@b.example')).toBe('mailto:b…@b.example');
  expect(shown('bianchi@b.example')).not.toContain('bianchi');
  expect(shown(text)).toBe(redact(text));
});

test('a text is cut where no half of an address is left, which nobody would know as one', () => {
  expect(cutOff('to anna.rossi@casaluna.example', 12)).toBe('to ');
  expect(cutOff('{"to":"anna.rossi@casaluna.example"}', 14)).toBe('{"to":"');
  expect(cutOff('to anna.rossi@casaluna.example', 20)).toBe('to anna.rossi@');
  expect(cutOff('x'.repeat(50), 12)).toBe('x'.repeat(12));
  expect(cutOff('short', 12)).toBe('short');
});

test('what is cut with a mark ends with a whole word, and never with half an URL', () => {
  expect(shortened('go to https://example.com/help now', 12)).toBe('go to…');
  expect(shortened('go to https://example.com/help now', 31)).toBe('go to https://example.com/help…');
  expect(shortened('go to it', 12)).toBe('go to it');
  expect(shortened('x'.repeat(50), 12)).toBe(`${'x'.repeat(12)}…`);
});
