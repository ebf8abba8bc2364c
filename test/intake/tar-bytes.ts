export interface TarEntry {
  readonly name: string;
  readonly content?: string | Uint8Array;
  /** `0` a file, `5` a folder, `2` a link, `x` extended, `L` a long name, `S` sparse. */
  readonly type?: string;
  readonly prefix?: string;
  readonly size?: string;
  readonly magic?: string;
}

/** A tar archive (POSIX.1 ustar), sound but for what is asked for. */
export function tarOf(entries: readonly TarEntry[], end = true): Buffer {
  const blocks = entries.flatMap(({ name, content = '', type = '0', prefix = '', size, magic = 'ustar\x0000' }) => {
    const bytes = Buffer.from(content);
    const header = Buffer.alloc(512);
    header.write(name, 0, 100);
    header.write('0000644\0', 100);
    header.write(size ?? `${bytes.length.toString(8).padStart(11, '0')}\0`, 124, 'latin1');
    header.write('00000000000\0', 136);
    header.write(type, 156);
    header.write(magic, 257, 'latin1');
    header.write(prefix, 345, 155);
    header.write('        ', 148);
    const sum = header.reduce((total, byte) => total + byte, 0);
    header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
    return [header, bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)];
  });
  return Buffer.concat([...blocks, Buffer.alloc(end ? 1024 : 0)]);
}

/** A record of an extended header; its length counts itself. */
export function paxRecord(key: string, value: string): string {
  const rest = Buffer.byteLength(` ${key}=${value}\n`);
  const length =
    [1, 2, 3, 4].map((digits) => rest + digits).find((total) => String(total).length === total - rest) ?? 0;
  return `${length} ${key}=${value}\n`;
}
