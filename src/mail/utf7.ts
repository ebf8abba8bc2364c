/** UTF-7 (RFC 2152), which Hotmail wrote its reports in: `+AOk-` is a character, `+-` a plus. What is no base64 stays. */
export function utf7(text: string): string {
  return text.replaceAll(/\+([A-Za-z\d+/]*)-?/g, (whole, packed: string) => {
    if (packed === '') return whole === '+-' ? '+' : whole;
    const bytes = Buffer.from(packed, 'base64');
    const units = Math.floor((packed.length * 6) / 16);
    if (units === 0) return whole;
    let plain = '';
    for (let at = 0; at < units * 2; at += 2) plain += String.fromCharCode(bytes.readUInt16BE(at));
    return plain;
  });
}

export const isUtf7Label = (label: string): boolean => /^(?:unicode-1-1-)?utf-?7$|^csunicode11utf7$/i.test(label);
