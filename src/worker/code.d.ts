/** Written by embed-engine.mjs into packs/: the code of one KPI, or what several share. */
declare module '*.code.js' {
  /** A Part of the protocol. */
  export const part: readonly [name: string, make: (link: object) => object | undefined];
}
