// Keys for the examples of the DKIM checks, in base64 as they stand in `p=`, made for this file: they sign nothing.

/** Shorter than any verifier accepts. */
export const RSA_512 =
  'MFwwDQYJKoZIhvcNAQEBBQADSwAwSAJBAO04OfHfP8r/q4PkJWOkWUyeukzVJEBilPFYi4e0eodqF3hqggcKflgjjZP3k73a/J5CiGAJn5aGG+Ree9xvGT0CAwEAAQ==';
export const RSA_1024 =
  'MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDjXyd+gZAB40HcbUZ1jGTJGBBWvki1eeGWujTtplxq2fIOECzKRqmayAAZyfzqkmrGl5VALQ+9jMTiQ1LL9uTR3AJOGwHh17BcgmP/FDniYEICNSmx6pOtHpvXDeegWTQhJDWX3wJMapcvPPROCXXdsKJejNlQmRrs5aLHPl9AZQIDAQAB';
/** What everybody should have. */
export const RSA_2048 =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAuQ2WVmee9W34WEXyWebkmGB9i4gUDoziRNWIMta273h1ipyu3OGxl0clo9MKGXmKFDxTXYr/+pd/qseAt3e9HE1eueypG720HUFN1Ywc4wAO2/gqgP8y2zhAkLJSQruhoXM93AzgjpLaLFUQKfQuazHNhLW6KVS3hl9mJOlNVyO1BLYlYfK0lotyPL9gvK/pNIVT12VVSr2kGrRtjO5anEmDysTZXDKYKPVNyeb34SzRfOY0aAqafBSc67zP6uOSylGxiCJhoqfE/2xh6JVS9J5wGPX4xt9olLm9NNRoivt3XgbdLRKNTW87CcW4w2mMFR3pQaZ5YAwS8YR9ZeksdwIDAQAB';
export const OTHER_RSA_2048 =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA1G53zjaBD0GQ6NO3SkFahR3OBCqWzB0yZ0wXffXBo9s3rNdL/KH71dN8PXF/yNcVmXxsCGN7cVDO6kZkp6CctIlV10armyXyZxpvh6qOcYVgA9U2zBOcW+vRwSwcTgVxbIC3iuHVw2j8SvsXyXxjGVjNOveoS6L29Tae0KTpkQFI/9q5FJYTs914Zxr2z0gUuGy9N1FLyIaH0A8P1N2qjyg8QlFNSNqmDeVef2IFYMho95OVk/Na/rfdvOedp8GdOEml/CSvf6UzkPkKuCvfyLBYZzsiBLtM0BPgo9LfwNmHfDw8lOcN6j1jKg2aDkT52tN+40sV5gITNmDZOAMxdwIDAQAB';
export const RSA_4096 =
  'MIICIjANBgkqhkiG9w0BAQEFAAOCAg8AMIICCgKCAgEA75Pc0aT2NXxi4E7hmyRPu0WcmQ7eP9IqX6DHPnPcwPEtyDWVgSBCNvnQK9rwrtbZmd/wDDtjgH1LYz+UpqEKuGhd6kMIWGHtSr38zGL91Ws7Z6orF9tsIMhFOK0EOFm8BivXJni0qXtll9lhqjWldsfemfH4LzSCtCv962+LGPB+wgf4yQfucfiPTuNwmU0RY+A9pbSWjYBjTG2D91HEF5Ns1a5Th9FfdHl7Fh15v2AI+/Gw0eTLKHr+3fW8c3j2t8yORZpneNMPSxWl0w66cNN7fXLrpmSe2ou6TtWj2GBQWcg6eEB1021LzSNv+fNIy1V8YYto7lJdyII2QQ7tHMyNqHCD2hhMDDaPGzEk3v3i+DHEP+xRqWYx7zo91yy6BjewnA1ZMBMXEl53rT6m/lWKa8WvpSUkovGiu6CU5Yaa7zA8cvisX66b2uWwL6m97sPqczbkwCI7xu1PXKliUOBGr7muqiGu9df/MlHbfBev2sCssXBc/lcGEG3hwQU3Aulzb6xxgVm/1XmUt6RkjNKskp9C8L/0C/7M8lTaSpk+Cn2j04Bdb8nmYaLu9FVLfE+s7BSlxCuO4zQ3H652TwDMrSibFkdPEdhNgPY0UOGh2fuA4TFZ8j+Bsg9C0F+gGqIFuSH6Og2gys4zj2YPnMTnSnBKlSTdmTQqpCJkXQUCAwEAAQ==';
/** Longer than verifiers have to support. */
export const RSA_4160 =
  'MIICKjANBgkqhkiG9w0BAQEFAAOCAhcAMIICEgKCAgkAk9KZNhTMXxgH5IWvHrXuNba3ZTLakeffaeiRBsw4FLEmSGO2s74gDBr/5t7z70Zd/6VGG6K9u+adOT1I6b9JG+hWi85t+X6hhY2aoi13pmVNxvni7u4s8/reXDrJ4g+l6bGGeRCqIdgmy77IKQpqZQF/ulNea7oMr0VQA6Wzxwto6JS2F1gzNZeLaask2Ejfza92zClDd9YCbdZLaMZ5k8C0Qo3f/InRQ25YRHvOAMa76TCfV4Wu+ng5QVgD8CvvuPQJpxx5yUnzkC4RD+mlvoLZnr8K1ASEPMoHTPaap6wl8o9SM0fcQcldY7b9Fh0l7sXxa1893uOu9xY/OPt2GwZnoCWwMoe2JdaOSpk1axFac6UMv75NWNv/V4vJFZhY32I9isJiHAfd4o+yYoyUiZ1heBs6F3oNPDUf6Zd205KkyhwdFD1RbqBjB1Snx0v/hoQrV9XXEfr9agKtF3PN2bMqCAGYI5c4C7xurfR65bl9uDdh25JiXcGMu5qDAtd+6NoQSTsRV/3huBaZ16XdmHzXoM7FiGFcPqj+kNkXWRKYDA/AjkH3Or0vg01wJS0KJhcX5VkvZfvc00Fp1vOUZC927mTsU0uMdjMJjcVKbbcnesDWwh7JD50qQq6Lb7UBnzrmWmqYjm3P7mJWMKCxscLbEZerKbjiARr7Bl7tRVIL+tUYx1s+vwIDAQAB';
/** The bare RSAPublicKey, without SubjectPublicKeyInfo around it. */
export const RSA_2048_PKCS1 =
  'MIIBCgKCAQEAjvAiNDgzCHCCVg4RXuZv6PLYSQaJZnL0l3wry5SQLEKFuYDYotq8ynzMb9orzlWkeQbLnLCgtP2RO6fz4CtV7Zye/a0Fp7pMON0AwBGbTqebMhtKX2b9oMy7YXSXECHzQM8OzQiok8+7jRIMD14YN6NR5AlRNBYtLNmYJ9DeBZ6Sqx5KWUt77Dv1Qiw28SFsWDHyqpr/GopT+GmuHWUhpA1lPHK48mzLTlfcI/36bROru9DuC9Ci6TuEsrYYoQHZzXhyWxiUHyPU4EQDUjyYpNrtWDN0fImj5WirT4YoNIBV2lXmTlwJiKEKmCG0i6Rs1Z9IgvMK7khfUuRvSPARXQIDAQAB';
/** The 32 octets alone, as RFC 8463 wants them. */
export const ED25519 = 'DxRPcpVTUmVBLqgmpZ1KudseosP5qzDPQHuKwP17F9M=';
export const ED25519_SPKI = 'MCowBQYDK2VwAyEADxRPcpVTUmVBLqgmpZ1KudseosP5qzDPQHuKwP17F9M=';
/** The half that must never be published; no domain uses it. */
export const ED25519_PRIVATE = 'MC4CAQAwBQYDK2VwBCIEIG7gFcCN0zCljg/LKYU/Ep4TqyROgEK+chkH3JC7VWa2';

/** A text as a zone file writes it: strings of 255 octets at most, in quotes. */
export const txt = (text: string): string =>
  (text.match(/.{1,255}/gs) ?? ['']).map((string) => `"${string}"`).join(' ');

/** A key record as it should be, as a zone file writes it. */
export const GOOD_KEY = txt(`v=DKIM1; k=rsa; p=${RSA_2048}`);
