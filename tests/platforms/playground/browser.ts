// A real browser for tests: the one that comes with `npm ci`, or one of this machine.

import { existsSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import packed, { inflate } from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** A browser, or the reason why there is none. */
export async function openBrowser(): Promise<Browser | string> {
  const reasons: string[] = [];
  for (const find of [unpack, ...installed.filter(existsSync).map((path) => async () => path)]) {
    try {
      const executablePath = await find();
      return await chromium.launch({
        executablePath,
        args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'],
        env: surroundings(),
      });
    } catch (error) {
      reasons.push(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error));
    }
  }
  return `No browser starts here (${reasons.join('; ')}).`;
}

/** With the libraries that a small machine lacks; they come in the same package. */
async function unpack(): Promise<string> {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error('the packed browser is for Linux on x64');
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  await inflate(join(dirname(entry), '../bin/al2023.tar.br'));
  return packed.executablePath();
}

/** The fonts of the package first, so that pictures look alike on every machine. */
function surroundings() {
  const fonts = join(tmpdir(), 'coderounds-fonts.conf');
  writeFileSync(
    fonts,
    `<?xml version="1.0"?><fontconfig>
      <dir>${tmpdir()}/fonts</dir><dir>/usr/share/fonts</dir><cachedir>${tmpdir()}/fonts-cache</cachedir>
      <alias><family>system-ui</family><prefer><family>Open Sans</family></prefer></alias>
      <alias><family>monospace</family><prefer><family>DejaVu Sans Mono</family></prefer></alias>
    </fontconfig>`,
  );
  return {
    HOME: tmpdir(),
    FONTCONFIG_FILE: fonts,
    LD_LIBRARY_PATH: join(tmpdir(), 'al2023/lib'),
  };
}
