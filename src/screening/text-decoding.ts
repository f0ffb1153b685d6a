type Bytes = Uint8Array<ArrayBufferLike>;

/**
 * Bytes of a file as text, piece by piece: UTF-16 where its mark says so (Excel's "Unicode text"), else UTF-8. From the
 * first piece on that is no UTF-8 the file is read as Windows-1252, in which older programs of western Europe write "µM"
 * and "Å"; every byte is a character there, so that nothing fails.
 *
 * @see WHATWG Encoding Standard, https://encoding.spec.whatwg.org/#windows-1252
 */
export class TextDecoding {
  #decoder: TextDecoder;
  /** Bytes at the end of the last piece that begin a character. */
  #begun: Bytes = new Uint8Array();

  /** @param start the first bytes of the file */
  constructor(start: Bytes) {
    const encoding = encodingOf(start);
    this.#decoder = new TextDecoder(encoding, {fatal: encoding === "utf-8"});
  }

  /** The text of the next piece, but for a character that is not yet whole. */
  push(piece: Bytes): string {
    try {
      const text = this.#decoder.decode(piece, {stream: true});
      this.#begun = this.#decoder.encoding === "utf-8" ? begunCharacter(joined(this.#begun, piece)) : new Uint8Array();
      return text;
    } catch {
      return this.#legacy(joined(this.#begun, piece));
    }
  }

  /** What is left of a character that never became whole. */
  end(): string {
    try {
      return this.#decoder.decode();
    } catch {
      return this.#legacy(this.#begun);
    }
  }

  #legacy(bytes: Bytes): string {
    this.#begun = new Uint8Array();
    this.#decoder = new TextDecoder("windows-1252");
    return this.#decoder.decode(bytes, {stream: true});
  }
}

function encodingOf(start: Bytes): string {
  if (start[0] === 0xff && start[1] === 0xfe) return "utf-16le";
  return start[0] === 0xfe && start[1] === 0xff ? "utf-16be" : "utf-8";
}

/** The bytes at the end that begin a character of UTF-8 and do not finish it; none for whole characters. */
function begunCharacter(bytes: Bytes): Bytes {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) break;
    if (byte >= 0xc0) return lengthOf(byte) > back ? bytes.slice(-back) : new Uint8Array();
  }
  return new Uint8Array();
}

/** Bytes of the character that a first byte of UTF-8 begins. */
const lengthOf = (first: number): number => (first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2);

function joined(one: Bytes, other: Bytes): Bytes {
  if (one.length === 0) return other;
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}
