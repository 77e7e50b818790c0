// How the fake platforms mistreat requests, by chance, the same for the same seed.

import type { IncomingMessage, ServerResponse } from 'node:http';

/** Shares of all requests that would post a message; the rest goes well. */
export interface Faults {
  readonly slowDown: number;
  readonly failsBefore: number;
  readonly failsAfter: number;
  readonly hangs: number;
  readonly cutBefore: number;
  readonly cutAfter: number;
  readonly halfAnswer: number;
  /** The connection breaks at once, and the message is accepted later. */
  readonly late: number;
  /** Milliseconds at most. */
  readonly lateBy: number;
}

export const usualFaults: Faults = {
  slowDown: 0.03,
  failsBefore: 0.02,
  failsAfter: 0.02,
  hangs: 0.015,
  cutBefore: 0.01,
  cutAfter: 0.01,
  halfAnswer: 0.01,
  late: 0.02,
  lateBy: 400,
};

/** Milliseconds. */
export const latency = { least: 15, most: 60 };
const hangsFor = 1_500;

export interface Mistreating {
  /** `accept` is called at most once, also after whoever asked has died. */
  treat(request: IncomingMessage, response: ServerResponse, accept: () => object): void;
  /** Told of the next request. */
  onNext(told: () => void): void;
}

export interface Refusals {
  slowDown(response: ServerResponse): void;
  failure(response: ServerResponse, status: number): void;
}

export function makeMistreating(
  faults: Faults,
  random: () => number,
  refuse: Refusals,
): Mistreating {
  let tellNext = () => {};
  const { lateBy, ...shares } = faults;
  const choose = (): keyof typeof shares | undefined => {
    let left = random();
    return (Object.keys(shares) as (keyof typeof shares)[]).find((name) => {
      left -= shares[name];
      return left < 0;
    });
  };
  return {
    onNext: (told) => {
      tellNext = told;
    },
    treat(request, response, accept) {
      tellNext();
      tellNext = () => {};
      const fault = choose();
      const isDoomed = random() < 0.5;
      let hasLeft = false;
      response.on('close', () => {
        hasLeft = true;
      });
      const cut = () => void request.socket.destroy();
      const delay = latency.least + random() * (latency.most - latency.least);
      const lateness = random() * lateBy;
      if (fault === 'late') {
        setTimeout(accept, lateness);
        return cut();
      }
      setTimeout(() => {
        // Half of what was on its way when its sender died never arrives.
        if (hasLeft && isDoomed) return;
        if (fault === 'slowDown') return refuse.slowDown(response);
        if (fault === 'failsBefore') return refuse.failure(response, 500);
        if (fault === 'cutBefore') return cut();
        const answer = JSON.stringify(accept());
        if (fault === 'failsAfter') return refuse.failure(response, 502);
        if (fault === 'cutAfter') return cut();
        if (fault === 'hangs') return void setTimeout(cut, hangsFor);
        response.writeHead(200, { 'content-type': 'application/json' });
        if (fault !== 'halfAnswer') return void response.end(answer);
        response.write(answer.slice(0, answer.length / 2), cut);
      }, delay);
    },
  };
}
