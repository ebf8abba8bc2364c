import { describe, expect, test } from 'vitest';
import { domainName, isHostName, isSubdomainOf, labels, lastLabels, parentOf } from '../../src/protocols/domain.ts';

describe('domain names', () => {
  test('a domain lies below another only on label boundaries', () => {
    expect(isSubdomainOf('mail.example.com', 'example.com')).toBe(true);
    expect(isSubdomainOf('example.com', 'example.com')).toBe(true);
    expect(isSubdomainOf('notexample.com', 'example.com')).toBe(false);
    expect(isSubdomainOf('example.com', 'mail.example.com')).toBe(false);
    expect(isSubdomainOf('example.com', '')).toBe(true);
  });

  test('the parent of a top-level domain is not a domain', () => {
    expect(parentOf('a.b.example')).toBe('b.example');
    expect(parentOf('example')).toBeUndefined();
    expect(parentOf('')).toBeUndefined();
  });

  test('the last labels of a short domain are all it has', () => {
    expect(lastLabels('a.b.c', 2)).toBe('b.c');
    expect(lastLabels('a.b.c', 9)).toBe('a.b.c');
    expect(lastLabels('a.b.c', 0)).toBe('');
    expect(labels('')).toEqual([]);
  });

  test('domains are compared in lower case, without final dot, as A-labels', () => {
    expect(domainName('Mail.EXAMPLE.com.')).toBe('mail.example.com');
    expect(domainName('bücher.example')).toBe('xn--bcher-kva.example');
    expect(domainName('_dmarc.example.com')).toBe('_dmarc.example.com');
  });

  test('a text that is no domain name is left to be quoted', () => {
    expect(domainName('exa mple..com')).toBe('exa mple..com');
    expect(domainName('\u{D800}x')).not.toBe('');
  });

  test('a host name is made of letters, digits and hyphens', () => {
    expect(isHostName('mail-1.example.com')).toBe(true);
    for (const bad of ['', 'a..b', '-a.example', 'a-.example', 'a_b.example', 'a b', `${'a'.repeat(64)}.example`]) {
      expect(isHostName(bad), bad).toBe(false);
    }
    expect(isHostName(Array.from({ length: 64 }, () => 'abc').join('.'))).toBe(false);
  });
});
