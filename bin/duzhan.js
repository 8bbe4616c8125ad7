#!/usr/bin/env node
// Runs the TypeScript command line straight from a checkout, without a build step.
import { register } from 'tsx/esm/api';

register();
await import('../src/cli/index.ts');
