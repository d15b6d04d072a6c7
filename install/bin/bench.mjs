#!/usr/bin/env node
import { build, ensureDependencies, ROOT } from './prepare.mjs';
import { createRequire } from 'node:module';

await ensureDependencies();
await build();
createRequire(import.meta.url)(`${ROOT}/dist/bench/run.js`).run(process.argv.slice(2));
