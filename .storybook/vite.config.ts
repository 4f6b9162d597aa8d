import { defineConfig } from 'vite';

export default defineConfig({
  define: { __VIGIE_VERSION__: '"storybook"' },
  server: { host: '127.0.0.1' },
  build: { chunkSizeWarningLimit: 4000 },
});
