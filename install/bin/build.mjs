#!/usr/bin/env node
import { build, ensureDependencies } from './prepare.mjs';

await ensureDependencies();
await build();
