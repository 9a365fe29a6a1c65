import react from '@vitejs/plugin-react';
import type { Connect, Plugin } from 'vite';
import { defineConfig } from 'vite';

/**
 * Bitrix24 opens an application by a form POST (PB 5.1). Vite's servers answer 404 to a POST of a page, in dev
 * and in preview alike, so a POST is served as the GET of the same page. The body (tokens) is never read: the
 * frame gets its data through getInitData.
 */
function answerFormPost(): Plugin {
  const asGet: Connect.NextHandleFunction = (request, _response, next) => {
    if (request.method === 'POST') {
      request.method = 'GET';
      request.headers.accept = 'text/html';
    }
    next();
  };
  return {
    name: 'answer-form-post',
    configureServer: (server) => void server.middlewares.use(asGet),
    configurePreviewServer: (server) => void server.middlewares.use(asGet),
  };
}

export default defineConfig({
  // A ZIP application is served from a folder whose name nobody knows beforehand.
  base: './',
  plugins: [react(), answerFormPost()],
  server: { host: '127.0.0.1', port: 5173, strictPort: true, cors: false },
  preview: { host: '127.0.0.1', port: 5173, strictPort: true, cors: false },
  build: {
    target: 'es2022',
    modulePreload: { polyfill: false },
    // React, the SDK and Query alone are beyond the usual 500 kB; the README names the sizes we watch.
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      input: ['index.html', 'install.html'],
      output: {
        // Rolldown adds `~entry` to the names of groups; a portal's file storage need not know such characters.
        chunkFileNames: ({ name }) => `assets/${name.replace(/~.*/, '')}-[hash].js`,
        codeSplitting: {
          groups: [
            // Packages apart from our own code, so that the build can say what each of them costs; and what the first
            // screen needs in one file of each: a request costs more than the kilobyte it would bring.
            { name: 'firstPackages', test: /node_modules/, tags: ['$initial'] },
            { name: 'packages', test: /node_modules/, entriesAware: true },
            { name: 'first', tags: ['$initial'] },
          ],
        },
      },
    },
  },
});
