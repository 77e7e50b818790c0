import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { uploadOf } from '../../../src/platforms/slack/files.ts';

async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const given = (origin: string, size = 5) =>
  uploadOf(
    { name: 'a.csv', mimetype: 'text/csv', size, url_private_download: `${origin}/a` },
    { token: 'xoxb-ours', origins: [origin] },
  );
const sendAgain = 'Slack did not hand over the file. Please send it again.';

describe('a file that somebody gives', () => {
  test("comes whole, with the bot's token", async () => {
    const origin = await serve((request, response) =>
      response.end(request.headers.authorization === 'Bearer xoxb-ours' ? 'a,b,c' : 'login'),
    );
    expect(Buffer.from(await given(origin).bytes()).toString()).toBe('a,b,c');
  });

  test('is followed nowhere else, nor is the token shown there', async () => {
    let asked = 0;
    const elsewhere = await serve((_, response) => {
      asked += 1;
      response.end('stolen');
    });
    const origin = await serve((_, response) =>
      response.writeHead(302, { location: elsewhere }).end(),
    );
    await expect(given(origin, 9).bytes()).rejects.toThrow(sendAgain);
    expect(asked).toBe(0);
  });

  test('that turns out larger than said, or is gone, is asked for again', async () => {
    const larger = await serve((_, response) => response.end('a,b,c,d'));
    await expect(given(larger).bytes()).rejects.toThrow(sendAgain);
    const gone = await serve((_, response) => response.writeHead(404).end());
    await expect(given(gone).bytes()).rejects.toThrow(sendAgain);
  });
});
