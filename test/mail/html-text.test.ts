import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { textOfHtml } from '../../src/mail/html-text.ts';

it.each<readonly [string, string]>([
  ['a <b>bold</b>\n  word', 'a bold word'],
  ['one<br>two<BR/>\nthree', 'one\ntwo\nthree'],
  ['<head><title>x</title></head><p>y</p>', '\ny\n'],
  ['<pre>a\n  b</pre>c\nd', '\na\n  b\nc d'],
  ['&lt;feedback&gt; &amp;amp; &#65;&#x42;&nbsp;&unknown;', '<feedback> &amp; AB &unknown;'],
  ['<tr><td>To</td><td><anna@example.com></td></tr>', '\n To <anna@example.com>\n'],
  ['&Uuml;ber <p>stra&szlig;e', 'Über \nstraße'],
  ['<head>never closed<title>x</title><p>y', 'never closed\ny'],
  ['1 < 2 <!-- 3 --> 4', '1 < 2  4'],
  ['seen<!-- never closed', 'seen'],
  ['İİİ<STYLE>p{}</Style>seen', 'İİİseen'],
  ['seen<script>if (a < b)', 'seen'],
])('%j reads as %j', (html, text) => {
  expect(textOfHtml(html)).toBe(text);
});

it('never throws, and never grows', () => {
  const piece = fc.constantFrom(
    '<',
    '>',
    '<!--',
    '-->',
    '<pre>',
    '</pre>',
    '<style>',
    '</style',
    '&lt;',
    '&#',
    'x',
    '\n',
    '<br',
    'İ',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const html = pieces.join('');
      expect(textOfHtml(html).length).toBeLessThanOrEqual(html.length);
    }),
  );
});
