import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes a minute or more begins first, so that nothing waits for it at the end. */
const long = /\/(?:torture|catalog|playground|platforms\/[a-z]+\/conversations)\b/;

class LongOnesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification) => long.test(moduleId);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // Only what hangs is to fail by time: on a busy machine everything takes many times as long.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Much of the time is waiting for processes and sockets: more workers than cores.
    maxWorkers: availableParallelism() + 1,
    // No module of ours keeps anything, so that files can share them: loading takes a quarter of the time.
    isolate: false,
    reporters: ['default', './tests/closing-line.ts'],
    sequence: { sequencer: LongOnesFirst },
  },
});
