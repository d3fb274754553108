// A text as a QR code (ISO/IEC 18004): bytes, error correction level L, mask 0. Any mask may be used; readers find it in
// the code itself. The codes of plans are drawn when the site is built (pages/qr_code); a week's link exists only here.

// Of each version from 1 to 40, at level L: the error correction codewords of a block, and the number of blocks.
const CORRECTION = [
  7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28, 28, 28, 30, 30, 26, 28, 30, 30, 30, 30,
  30, 30, 30, 30, 30, 30, 30, 30, 30, 30,
]
const BLOCKS = [
  1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8, 8, 9, 9, 10, 12, 12, 12, 13, 14, 15, 16, 17, 18, 19, 19,
  20, 21, 22, 24, 25,
]
const LEVEL_L = 1
const QUIET = 4 // modules of white around the code

/** The codewords, data and correction together, that a version holds. @param {number} version */
function capacity(version) {
  const alignments = version > 1 ? Math.floor(version / 7) + 2 : 0
  const aligned = alignments ? (25 * alignments - 10) * alignments - 55 : 0
  return Math.floor(((16 * version + 128) * version + 64 - aligned - (version >= 7 ? 36 : 0)) / 8)
}

/** @param {number} version */
const dataCapacity = version => capacity(version) - CORRECTION[version - 1] * BLOCKS[version - 1]

/** @param {number} version */
const lengthBits = version => (version < 10 ? 8 : 16)

/** A product in the field of 256 elements that the correction uses. @param {number} a @param {number} b */
function product(a, b) {
  let result = 0
  for (let bit = 7; bit >= 0; bit--) {
    result = (result << 1) ^ ((result >>> 7) * 0x11d)
    result ^= ((b >>> bit) & 1) * a
  }
  return result
}

/** The generator polynomial of so many correction codewords. @param {number} degree */
function generator(degree) {
  const factors = [...Array(degree - 1).fill(0), 1]
  let root = 1
  for (let i = 0; i < degree; i++) {
    for (let j = 0; j < degree; j++) factors[j] = product(factors[j], root) ^ (factors[j + 1] ?? 0)
    root = product(root, 2)
  }
  return factors
}

/** The correction codewords of a block. @param {number[]} data @param {number[]} factors */
function correction(data, factors) {
  const rest = factors.map(() => 0)
  for (const byte of data) {
    const factor = byte ^ (rest.shift() ?? 0)
    rest.push(0)
    factors.forEach((each, index) => {
      rest[index] ^= product(each, factor)
    })
  }
  return rest
}

/** The data codewords of a text's bytes. @param {Uint8Array} bytes @param {number} version */
function dataOf(bytes, version) {
  const bits = [
    0,
    1,
    0,
    0,
    ...binary(bytes.length, lengthBits(version)),
    ...[...bytes].flatMap(byte => binary(byte, 8)),
  ]
  const room = dataCapacity(version) * 8
  bits.push(...Array(Math.min(4, room - bits.length)).fill(0))
  bits.push(...Array((8 - (bits.length % 8)) % 8).fill(0))
  const data = []
  for (let start = 0; start < bits.length; start += 8)
    data.push(Number.parseInt(bits.slice(start, start + 8).join(""), 2))
  for (let pad = 0xec; data.length < dataCapacity(version); pad ^= 0xec ^ 0x11) data.push(pad)
  return data
}

/** The bits of a number, highest first. @param {number} value @param {number} count */
const binary = (value, count) => Array.from({ length: count }, (_, index) => (value >>> (count - 1 - index)) & 1)

/** All codewords in the order in which they are drawn: those of the blocks in turn. @param {number[]} data @param {number} version */
function interleaved(data, version) {
  const count = BLOCKS[version - 1]
  const factors = generator(CORRECTION[version - 1])
  const long = data.length % count // so many blocks at the end hold one codeword more
  const size = Math.floor(data.length / count)
  const blocks = Array.from({ length: count }, (_, index) => {
    const start = index * size + Math.max(0, index - (count - long))
    return data.slice(start, start + size + (index < count - long ? 0 : 1))
  })
  const inTurn = (/** @type {number[][]} */ parts) =>
    Array.from({ length: Math.max(...parts.map(part => part.length)) }, (_, index) => parts.map(part => part[index]))
      .flat()
      .filter(codeword => codeword !== undefined)
  return [...inTurn(blocks), ...inTurn(blocks.map(block => correction(block, factors)))]
}

/** Where the centres of the alignment patterns stand, on both axes. @param {number} version @param {number} size */
function alignments(version, size) {
  if (version === 1) return []
  const count = Math.floor(version / 7) + 2
  const step = version === 32 ? 26 : Math.ceil((version * 4 + 4) / (count * 2 - 2)) * 2
  return [6, ...Array.from({ length: count - 1 }, (_, index) => size - 7 - step * (count - 2 - index))]
}

class Grid {
  /** @param {number} version */
  constructor(version) {
    this.size = 17 + 4 * version
    /** @type {(0 | 1 | null)[][]} null: free for data */
    this.modules = Array.from({ length: this.size }, () => Array(this.size).fill(null))
    this.drawPatterns(version)
  }

  /** @param {number} x @param {number} y @param {number | boolean} dark */
  set(x, y, dark) {
    if (x >= 0 && y >= 0 && x < this.size && y < this.size) this.modules[y][x] = dark ? 1 : 0
  }

  /** A square of rings around a centre. @param {number} x @param {number} y @param {number} reach @param {number[]} light the distances that are light */
  drawRings(x, y, reach, light) {
    for (let dy = -reach; dy <= reach; dy++)
      for (let dx = -reach; dx <= reach; dx++)
        this.set(x + dx, y + dy, !light.includes(Math.max(Math.abs(dx), Math.abs(dy))))
  }

  /** @param {number} version */
  drawPatterns(version) {
    const { size } = this
    for (let i = 0; i < size; i++) {
      this.set(6, i, i % 2 === 0)
      this.set(i, 6, i % 2 === 0)
    }
    const finders = [
      [3, 3],
      [size - 4, 3],
      [3, size - 4],
    ]
    for (const [x, y] of finders) this.drawRings(x, y, 4, [2, 4])
    const centres = alignments(version, size)
    const last = centres[centres.length - 1]
    for (const x of centres)
      for (const y of centres) {
        const inFinder = (x === 6 && (y === 6 || y === last)) || (x === last && y === 6)
        if (!inFinder) this.drawRings(x, y, 2, [1])
      }
    this.drawFormat()
    if (version >= 7) this.drawVersion(version)
  }

  /** The level and the mask, twice. */
  drawFormat() {
    const { size } = this
    const data = LEVEL_L << 3 // and mask 0
    const bits = ((data << 10) | remainder(data, 10, 0x537)) ^ 0x5412
    const bit = (/** @type {number} */ index) => (bits >>> index) & 1
    for (let i = 0; i <= 5; i++) this.set(8, i, bit(i))
    this.set(8, 7, bit(6))
    this.set(8, 8, bit(7))
    this.set(7, 8, bit(8))
    for (let i = 9; i < 15; i++) this.set(14 - i, 8, bit(i))
    for (let i = 0; i < 8; i++) this.set(size - 1 - i, 8, bit(i))
    for (let i = 8; i < 15; i++) this.set(8, size - 15 + i, bit(i))
    this.set(8, size - 8, 1)
  }

  /** @param {number} version */
  drawVersion(version) {
    const bits = (version << 12) | remainder(version, 12, 0x1f25)
    for (let i = 0; i < 18; i++) {
      const [a, b] = [this.size - 11 + (i % 3), Math.floor(i / 3)]
      this.set(a, b, (bits >>> i) & 1)
      this.set(b, a, (bits >>> i) & 1)
    }
  }

  /** Fills what is free, in pairs of columns from the right, up and down in turn, masked. @param {number[]} codewords */
  drawData(codewords) {
    const bits = codewords.flatMap(codeword => binary(codeword, 8))
    let next = 0
    for (let right = this.size - 1; right > 0; right -= 2) {
      if (right === 6) right = 5 // the timing pattern
      const upwards = ((right + 1) & 2) === 0
      for (let step = 0; step < this.size; step++) {
        const y = upwards ? this.size - 1 - step : step
        for (const x of [right, right - 1])
          if (this.modules[y][x] === null) this.set(x, y, (bits[next++] ?? 0) ^ ((x + y) % 2 === 0 ? 1 : 0))
      }
    }
  }
}

/** The check bits of a value: the rest of a division by a polynomial. @param {number} value @param {number} count @param {number} divisor */
function remainder(value, count, divisor) {
  let rest = value
  for (let i = 0; i < count; i++) rest = (rest << 1) ^ ((rest >>> (count - 1)) * divisor)
  return rest
}

/**
 * The code of a text as rows of modules, 1 for dark; null where the text is longer than 2,953 bytes.
 * @param {string} text
 */
export function qrModules(text) {
  const bytes = new TextEncoder().encode(text)
  const versions = Array.from({ length: 40 }, (_, index) => index + 1)
  const version = versions.find(each => 4 + lengthBits(each) + 8 * bytes.length <= 8 * dataCapacity(each))
  if (!version) return null
  const grid = new Grid(version)
  grid.drawData(interleaved(dataOf(bytes, version), version))
  return grid.modules
}

/** The code as an SVG element; null where the text is too long. @param {string} text */
export function qrCode(text) {
  const modules = qrModules(text)
  if (!modules) return null
  const side = modules.length + 2 * QUIET
  const path = modules
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x + QUIET} ${y + QUIET}h1v1h-1z` : "")))
    .join("")
  const namespace = "http://www.w3.org/2000/svg"
  const svg = document.createElementNS(namespace, "svg")
  svg.setAttribute("viewBox", `0 0 ${side} ${side}`)
  const drawn = document.createElementNS(namespace, "path")
  drawn.setAttribute("d", path)
  svg.append(drawn)
  return svg
}
