#!/usr/bin/env node
import { build, ensureDependencies, ROOT } from './prepare.mjs';
import { createRequire } from 'node:module';

await ensureDependencies();
await build();
process.env.NODE_ENV ??= 'production';
createRequire(import.meta.url)(`${ROOT}/dist/install/cli.js`).run(process.argv.slice(2));
