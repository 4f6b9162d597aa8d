/** What both benches share: a page script, a server on the loopback that streams the orders, the median. */
import { createReadStream } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { build } from 'esbuild';
import type { BenchFile } from './data.js';

export const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

export async function bundled(entry: string): Promise<string> {
  const result = await build({ entryPoints: [entry], bundle: true, minify: true, format: 'esm', write: false, logLevel: 'error' });
  return result.outputFiles[0]!.text;
}

/** Serves a page with a script, and `/orders.json`. */
export async function serve(script: string, data: BenchFile, body = ''): Promise<{ url: string; close(): void }> {
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>bench</title><link rel="icon" href="data:,"><script type="module" src="bench.js"></script><body>${body}</body>`;
  const server = createServer((request, response) => {
    const send = (type: string, text: string): void => void response.writeHead(200, { 'content-type': type }).end(text);
    if (request.url === '/bench.js') send('text/javascript', script);
    else if (request.url === '/orders.json') {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': data.bytes });
      createReadStream(data.path, { highWaterMark: 1 << 20 }).pipe(response);
    } else send('text/html', html);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() };
}
