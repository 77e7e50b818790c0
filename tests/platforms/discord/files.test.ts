import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { uploadOf } from '../../../src/platforms/discord/files.ts';

async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const attachment = { filename: 'a.csv', content_type: 'text/csv; charset=utf-8', size: 5 };
const sendAgain = 'Discord did not hand over the file. Please send it again.';

describe('a file that somebody gives', () => {
  test('is known by name, type and size before anything is fetched', () => {
    const upload = uploadOf({ ...attachment, url: 'https://cdn.discordapp.com/a' }, []);
    expect(upload).toMatchObject({ name: 'a.csv', mediaType: 'text/csv', size: 5 });
    const untyped = { ...attachment, content_type: null, url: 'https://cdn.discordapp.com/a' };
    expect(uploadOf(untyped, []).mediaType).toBe('application/octet-stream');
  });

  test('comes whole', async () => {
    const host = await serve((_, response) => response.end('a,b,c'));
    const upload = uploadOf({ ...attachment, url: `http://${host}/a` }, [host]);
    expect(Buffer.from(await upload.bytes()).toString()).toBe('a,b,c');
  });

  test.each([
    ['https://evil.example/a'],
    ['https://cdn.discordapp.com.evil.example/a'],
    ['https://cdn.discordapp.com@evil.example/a'],
    ['http://cdn.discordapp.com/a'],
    ['http://127.0.0.1:1/a'],
    ['file:///etc/passwd'],
    ['not an address'],
  ])('is fetched from Discord alone, over TLS: not %s', async (url) => {
    const upload = uploadOf({ ...attachment, url }, ['cdn.discordapp.com']);
    await expect(upload.bytes()).rejects.toThrow('from a host that is not Discord');
  });

  test('is followed nowhere else', async () => {
    const elsewhere = await serve((_, response) => response.end('stolen'));
    const host = await serve((_, response) =>
      response.writeHead(302, { location: `http://${elsewhere}/` }).end(),
    );
    const upload = uploadOf({ ...attachment, size: 9, url: `http://${host}/a` }, [host]);
    await expect(upload.bytes()).rejects.toThrow(sendAgain);
  });

  test('that turns out larger than said is not read to its end', async () => {
    let sent = 0;
    const host = await serve((_, response) => {
      const more = () => {
        if (response.destroyed) return;
        sent += 65_536;
        response.write(Buffer.alloc(65_536), () => setImmediate(more));
      };
      more();
    });
    const upload = uploadOf({ ...attachment, url: `http://${host}/a` }, [host]);
    await expect(upload.bytes()).rejects.toThrow(sendAgain);
    expect(sent).toBeLessThan(50_000_000);
  });

  test('that is gone is asked for again', async () => {
    const host = await serve((_, response) => response.writeHead(404).end());
    const upload = uploadOf({ ...attachment, url: `http://${host}/a` }, [host]);
    await expect(upload.bytes()).rejects.toThrow(sendAgain);
  });
});
