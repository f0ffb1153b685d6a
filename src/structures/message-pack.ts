/** A value of MessagePack: what JSON has, and bytes. */
export type Packed =
  null | boolean | number | string | Uint8Array | readonly Packed[] | {readonly [key: string]: Packed};

/**
 * Reads one MessagePack value.
 *
 * @throws `invalid MessagePack: …` when the bytes end early or hold what BinaryCIF does not use
 * @see https://github.com/msgpack/msgpack/blob/master/spec.md
 */
export function readMessagePack(bytes: Uint8Array): Packed {
  return new Reader(bytes).value();
}

class Reader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  value(): Packed {
    const head = this.#unsigned(1);
    if (head < 0x80) return head;
    if (head < 0x90) return this.#map(head & 0x0f);
    if (head < 0xa0) return this.#list(head & 0x0f);
    if (head < 0xc0) return this.#text(head & 0x1f);
    if (head >= 0xe0) return head - 0x100;
    return this.#tagged(head);
  }

  #tagged(head: number): Packed {
    switch (head) {
      case 0xc0:
        return null;
      case 0xc2:
      case 0xc3:
        return head === 0xc3;
      case 0xc4:
      case 0xc5:
      case 0xc6:
        return this.#take(this.#unsigned(1 << (head - 0xc4)));
      case 0xca:
        return this.#read(4, (at) => this.#view.getFloat32(at));
      case 0xcb:
        return this.#read(8, (at) => this.#view.getFloat64(at));
      case 0xcc:
      case 0xcd:
      case 0xce:
        return this.#unsigned(1 << (head - 0xcc));
      case 0xcf:
        return this.#read(8, (at) => Number(this.#view.getBigUint64(at)));
      case 0xd0:
        return this.#read(1, (at) => this.#view.getInt8(at));
      case 0xd1:
        return this.#read(2, (at) => this.#view.getInt16(at));
      case 0xd2:
        return this.#read(4, (at) => this.#view.getInt32(at));
      case 0xd3:
        return this.#read(8, (at) => Number(this.#view.getBigInt64(at)));
      case 0xd9:
      case 0xda:
      case 0xdb:
        return this.#text(this.#unsigned(1 << (head - 0xd9)));
      case 0xdc:
      case 0xdd:
        return this.#list(this.#unsigned(head === 0xdc ? 2 : 4));
      case 0xde:
      case 0xdf:
        return this.#map(this.#unsigned(head === 0xde ? 2 : 4));
      default:
        throw new Error(`invalid MessagePack: tag ${String(head)}`);
    }
  }

  #read(size: number, read: (at: number) => number): number {
    if (this.#at + size > this.#bytes.length) throw new Error("invalid MessagePack: the bytes end early");
    const value = read(this.#at);
    this.#at += size;
    return value;
  }

  #unsigned(size: number): number {
    return this.#read(size, (at) =>
      size === 1 ? this.#view.getUint8(at) : size === 2 ? this.#view.getUint16(at) : this.#view.getUint32(at)
    );
  }

  #take(size: number): Uint8Array {
    if (this.#at + size > this.#bytes.length) throw new Error("invalid MessagePack: the bytes end early");
    const taken = this.#bytes.subarray(this.#at, this.#at + size);
    this.#at += size;
    return taken;
  }

  #text(size: number): string {
    return new TextDecoder().decode(this.#take(size));
  }

  #list(size: number): Packed[] {
    return Array.from({length: size}, () => this.value());
  }

  #map(size: number): Record<string, Packed> {
    const entries = Array.from({length: size}, () => [String(this.value()), this.value()] as const);
    return Object.fromEntries(entries);
  }
}
