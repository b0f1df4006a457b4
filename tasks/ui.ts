import { createServer } from 'vite';
import { gallery } from '../ui/gallery/vite.config.ts';

/** The component page, made anew with every change; `PORT` is where, else 8090. */
const port = Number(process.env.PORT ?? 8090);
const server = await createServer({
  ...gallery,
  server: { host: '127.0.0.1', port, fs: { allow: [`${import.meta.dirname}/..`] } },
});
await server.listen();
console.log(`The components: http://localhost:${server.config.server.port}/
In the address: theme=light|dark, language=en|zh-CN|de, direction=ltr|rtl, text=100|200, part=signs|controls|surfaces|states|prompt|console`);
