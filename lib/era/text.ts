import { decodeEra } from './decode';

/**
 * A file is read as windows-1252: one byte is one character, so that places in the text are places in the file, and every
 * byte means something. What turns out to be UTF-8 is read as such when it is shown or compared.
 */
export const ONE_BYTE = 'windows-1252';

/** The byte of each character of windows-1252 that is not its own code. */
const BYTES: ReadonlyMap<number, number> = new Map(
  Array.from(new TextDecoder(ONE_BYTE).decode(Uint8Array.from({ length: 32 }, (_, i) => 0x80 + i)), (char, i) => [
    char.charCodeAt(0),
    0x80 + i,
  ]),
);

const ASCII = /^[\0-\u007f]*$/;

/** Text that was read as windows-1252, as UTF-8 where it is that: `MÃ¼ller` was `Müller`. */
export const asWritten = (text: string): string => {
  if (ASCII.test(text)) return text;
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    const byte = BYTES.get(code) ?? code;
    if (byte > 0xff) return text;
    bytes[i] = byte;
  }
  return decodeEra(bytes);
};
