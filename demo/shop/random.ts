/**
 * Counter-based randomness: the numbers of one shopper depend on (seed, number) alone, so any part of the shop can be
 * made without the rest, in any order, with the same outcome in every engine (32-bit integer operations only).
 */

function mix(value: number): number {
  let z = (value + 0x9e3779b9) | 0;
  z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
  z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
  return z ^ (z >>> 15);
}

/** Uniform numbers in (0, 1), never 0 or 1: sfc32 seeded from (seed, stream, number). */
export function uniforms(seed: number, stream: number, number: number): () => number {
  let a = mix(seed ^ Math.imul(stream, 0x85ebca6b));
  let b = mix(a ^ number);
  let c = mix(b ^ Math.imul(number, 0x9e3779b1));
  let counter = 1;
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return ((sum >>> 0) + 0.5) / 4294967296;
  };
  for (let round = 0; round < 12; round += 1) next();
  return next;
}

/** Standard normal deviate (Box–Muller, one of the pair). */
export function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());
}

/** Gamma deviate of the given shape and rate (Marsaglia and Tsang 2000; shapes below 1 by the usual boost). */
export function gamma(random: () => number, shape: number, rate: number): number {
  if (shape < 1) return gamma(random, shape + 1, rate) * Math.pow(random(), 1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal(random);
    const v = Math.pow(1 + c * x, 3);
    if (v > 0 && Math.log(random()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return (d * v) / rate;
  }
}

/** Beta deviate from two gammas. */
export function beta(random: () => number, a: number, b: number): number {
  const x = gamma(random, a, 1);
  return x / (x + gamma(random, b, 1));
}

/** Picks an entry of a table of [value, share] whose shares sum to 1. */
export function pick<T>(random: () => number, table: readonly (readonly [T, number])[]): T {
  let rest = random();
  for (const [value, share] of table) {
    rest -= share;
    if (rest <= 0) return value;
  }
  return (table[table.length - 1] as readonly [T, number])[0];
}
