// Installs one release in a process of its own, whose time and memory are told at its end.

import { join } from 'node:path';
import { install } from '../../../src/catalog/install.ts';
import { readContent } from '../../../src/content/read.ts';

const [file = '', release = '', folder = ''] = process.argv.slice(2);
const { codeSets: calendar } = readContent(join(import.meta.dirname, '../../../data'));
const start = performance.now();
await install({ file, release, folder, calendar });
const milliseconds = Math.round(performance.now() - start);
const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
process.stdout.write(JSON.stringify({ milliseconds, megabytes }));
