/**
 * Reads the reference data that stands beside the repository (`../shared`) in Node and in the browser alike.
 * Where the folder is absent (a clone elsewhere) a test is reported as skipped; with CI=true it fails.
 */

interface Skippable {
  skip(): void;
}

interface NodeLike {
  process?: { versions?: { node?: string }; env: Record<string, string | undefined> };
}

const node = (globalThis as NodeLike).process?.versions?.node === undefined ? null : (globalThis as NodeLike).process;

async function readBytes(path: string): Promise<Uint8Array<ArrayBuffer> | null> {
  if (node) {
    const { readFile } = await import(/* @vite-ignore */ ['node', 'fs/promises'].join(':'));
    const base = new URL('../../shared/', import.meta.url);
    return readFile(new URL(path, base)).catch(() => null) as Promise<Uint8Array<ArrayBuffer> | null>;
  }
  const response = await fetch(`/__shared/${path}`);
  return response.ok ? new Uint8Array(await response.arrayBuffer()) : null;
}

/** Unpacks what is packed: servers may have done so already. */
async function readText(path: string): Promise<string | null> {
  const bytes = await readBytes(path);
  if (bytes === null) return null;
  const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const body = new Response(bytes).body as ReadableStream<Uint8Array<ArrayBuffer>>;
  return new Response(isPacked ? body.pipeThrough(new DecompressionStream('gzip')) : body).text();
}

async function mustExist(): Promise<boolean> {
  if (node) return node.env['CI'] === 'true';
  return (await fetch('/__shared/.ci')).status === 200;
}

/**
 * Parsed JSON file of `../shared`, as text is at `sharedText`.
 * @param test `this` of the running mocha test.
 */
export async function sharedJson<T>(test: Skippable, path: string): Promise<T> {
  return JSON.parse(await sharedText(test, path)) as T;
}

export async function sharedText(test: Skippable, path: string): Promise<string> {
  const text = await readText(path);
  if (text !== null) return text;
  if (await mustExist()) throw new Error(`../shared/${path} is missing: put the shared folder beside the repository; got CI=true`);
  test.skip();
  throw new Error('unreachable: skip() ends the test');
}
