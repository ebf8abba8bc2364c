import * as fc from 'fast-check';
import { cpuTime } from '../support/cpu-time.ts';
// @ts-expect-error -- mailauth types its doors only
import { validateSvg } from 'mailauth/lib/bimi/validate-svg.js';
import { describe, expect, test } from 'vitest';
import { readSvgTinyPs } from '../../src/protocols/svg-tiny-ps.ts';
import { expectInside } from '../support/ranges.ts';

const ROOT =
  'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" version="1.2" baseProfile="tiny-ps"';
const svg = (content: string, attributes = 'viewBox="0 0 64 64"', title = '<title>Example</title>'): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<svg ${ROOT} ${attributes}>${title}${content}</svg>`;
const codes = (text: string) => readSvgTinyPs(text).problems.map(({ code }) => code);

describe('a logo in SVG Tiny PS', () => {
  test('is drawn with shapes, text and gradients', () => {
    const content = `<desc>A mark</desc><metadata><r:RDF xmlns:r="urn:r"><r:any/></r:RDF></metadata>
      <defs><linearGradient id="g"><stop offset="0" stop-color="#000"/></linearGradient><solidColor/></defs>
      <g id="a" fill="url(#g)"><path d="M0 0"/><rect/><circle/><ellipse/><line/><polyline/><polygon/></g>
      <text>Ex<tspan>am</tspan>ple</text><use xlink:href="#a"/><use fill="url( '#g' )"/>`;
    const { value, problems } = readSvgTinyPs(svg(content));
    expect(problems).toEqual([]);
    expect(value).toEqual({ title: 'Example', viewBox: { width: 64, height: 64 } });
  });

  test('may stand behind a byte order mark, in a prefix of its own, with references to characters', () => {
    expect(codes(`\uFEFF${svg('').replace(/^.*\n/, '')}`)).toEqual([]);
    expect(
      readSvgTinyPs(
        '<s:svg xmlns:s="http://www.w3.org/2000/svg" version="1.2" baseProfile="tiny-ps" viewBox="0,0 9.5 9.5"><s:title>A &amp; <![CDATA[B]]>&#33;</s:title></s:svg>',
      ),
    ).toEqual({ value: { title: 'A & B!', viewBox: { width: 9.5, height: 9.5 } }, problems: [] });
  });
});

describe('the root', () => {
  test.each([
    ['<svg/>', ['root']],
    ['<html xmlns="http://www.w3.org/1999/xhtml"><script/></html>', ['root']],
    [svg('').replace('1.2', '1.1'), ['version']],
    [svg('').replace('"tiny-ps"', '"tiny"'), ['base-profile']],
    [svg('', 'viewBox="0 0 1 1" x="0" y="0px"'), ['root-position', 'root-position']],
    [svg('', ''), ['view-box']],
    [svg('', 'viewBox="0 0 64"'), ['view-box']],
    [svg('', 'viewBox="0 0 0 0"'), ['view-box']],
    [svg('', 'viewBox="0 0 64 65"'), ['not-square']],
    [svg('', 'viewBox="0 0 967.5 967.50001"'), []],
    [svg('', 'width="200" height="100"'), ['view-box', 'not-square']],
    [svg('', 'viewBox="0 0 1 1" width="100%" height="95"'), ['dimensions', 'dimensions']],
    [svg('', 'viewBox="0 0 1 1" width="96px" height="1024.5"'), []],
  ])('%s gives %j', (text, expected) => expect(codes(text)).toEqual(expected));

  test.each([
    ['', ['title']],
    ['<title/>', ['title']],
    ['<title> \n </title>', ['title']],
    ['<g><title>Not here</title></g>', ['title']],
    [`<title>${'x'.repeat(65)}</title>`, []],
    [`<title>${'x'.repeat(66)}</title>`, ['title-length']],
    [`<title>${'\u{1F600}'.repeat(65)}</title>`, []],
  ])('with the title %j gives %j', (title, expected) => {
    expect(codes(svg('', undefined, title))).toEqual(expected);
  });
});

describe('refused in the image are', () => {
  test.each([
    ['<script/>', 'script'],
    ['<g onclick="x()"/>', 'script'],
    ['<use href=" JavaScript:x()"/>', 'script'],
    ['<use xlink:href="other.svg#a"/>', 'reference'],
    ['<use href="//example.net/a.svg#a"/>', 'reference'],
    ['<g fill="url(https://example.net/x)"/>', 'reference'],
    ['<g fill="url(#a) url(\'x.svg#b\')"/>', 'reference'],
    ['<image href="x.png"/>', 'raster-image'],
    ['<use href="data:image/png;base64,AA"/>', 'raster-image'],
    ['<g><animate/></g>', 'animation'],
    ['<set/>', 'animation'],
    ['<a xlink:href="https://example.com"/>', 'interactivity'],
    ['<video/>', 'interactivity'],
    ['<style>path{}</style>', 'style'],
    ['<path style="fill:red"/>', 'style'],
    ['<path filter="url(#f)"/>', 'attribute'],
    ['<filter/>', 'element'],
    ['<foreignObject/>', 'element'],
    ['<svg/>', 'element'],
    ['<x:grid xmlns:x="urn:editor"/>', 'element'],
  ])('%s as %s', (content, code) => {
    const text = svg(content);
    const { problems } = readSvgTinyPs(text);
    expect(problems.map((problem) => problem.code)).toEqual([code]);
    const [{ start, end } = { start: 0, end: 0 }] = problems;
    expect(text.slice(start, end)).toMatch(/^<[^<]+>$/);
  });

  test.each([
    ['<script>x()</script>', ['script']],
    ['<g><g onload="x()"/></g>', ['script']],
    ['<use href="//example.net/a.svg#a"/>', ['reference']],
    ['<h:script xmlns:h="http://www.w3.org/1999/xhtml" src="a.js"/>', ['script']],
    ['<h:img xmlns:h="http://www.w3.org/1999/xhtml" src="a.png" onerror="x()"/>', ['reference', 'script']],
    ['<r:li xmlns:r="urn:r" onclick="none" href="https://example.com"/><g style="a"/><image href="#a"/>', []],
  ])('%s as %j, also where metadata stand, which nobody draws', (content, expected) =>
    expect(codes(svg(`<metadata>${content}</metadata>`))).toEqual(expected),
  );

  test('a DOCTYPE and a style sheet before it', () => {
    expect(codes(svg('').replace('?>\n', '?><!DOCTYPE svg><?xml-stylesheet href="a.css"?>\n'))).toEqual([
      'doctype',
      'style',
    ]);
  });
});

describe('a text that is no XML', () => {
  test.each(['', 'PNG', '<svg', svg('<g>'), svg('</g>'), svg('&logo;'), svg('<x:y/>'), svg('<g a="1" a="2"/>')])(
    '%j is said to be none, once',
    (text) => expect(codes(text)).toEqual(['malformed']),
  );

  test('expands no entity', () => {
    const bomb = '<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY c "&b;&b;&b;">';
    const text = svg('', undefined, '<title>&c;</title>').replace('?>\n', `?><!DOCTYPE svg [${bomb}]>\n`);
    expect(codes(text)).toEqual(['doctype', 'malformed']);
    expect(readSvgTinyPs(text).value.title ?? '').not.toContain('aaa');
  });
});

test.each([
  ['a hundred thousand elements inside one another', svg('<g>'.repeat(100_000))],
  ['a hundred thousand images', svg('<image/>'.repeat(100_000))],
  ['a megabyte of url(', svg(`<g fill="${'url(#'.repeat(200_000)}"/>`)],
  ['a megabyte of blanks in a url', svg(`<g fill="url(${' '.repeat(1_000_000)}"/>`)],
  ['ten thousand attributes', svg(`<g ${Array.from({ length: 10_000 }, (_, n) => `a${n}="1"`).join(' ')}/>`)],
])('%s are read in a second', (_, text) => {
  const before = cpuTime();
  expect(readSvgTinyPs(text).problems.length).toBeLessThanOrEqual(1000);
  expect(cpuTime() - before).toBeLessThan(4000);
});

describe('whatever the text', () => {
  const pieces = fc.constantFrom(
    ...'<g> </g> <script/> <animate/> <a> </a> <image/> <desc/> &amp; & < " text <!----> <![CDATA[x]]>'.split(' '),
    '<use xlink:href="#a"/>',
    '<use xlink:href="b.svg"/>',
    '<set a="1"/>',
    '<title>x</title>',
  );
  const content = fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join(''));
  const attributes = fc.constantFrom('viewBox="0 0 9 9"', 'x="1" viewBox="0 0 9 9"', '', 'viewBox="a b c d"');
  const texts = fc.oneof(
    fc.tuple(content, attributes, fc.constantFrom('<title>T</title>', '', '<title/>')).map((parts) => svg(...parts)),
    fc.string({ unit: 'binary', maxLength: 100 }),
  );

  test('it is read without a throw, with every span inside it', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expectInside(text, readSvgTinyPs(text).problems);
      }),
      { numRuns: 1000 },
    );
  });

  test('what mailauth refuses is refused here', () => {
    const refusedByMailauth = (text: string): boolean => {
      try {
        validateSvg(Buffer.from(text));
        return false;
      } catch {
        return true;
      }
    };
    let refused = 0;
    fc.assert(
      fc.property(texts, (text) => {
        if (!refusedByMailauth(text)) return;
        refused += 1;
        expect(readSvgTinyPs(text).problems).not.toEqual([]);
      }),
      { numRuns: 1000 },
    );
    expect(refused).toBeGreaterThan(300);
  });
});
