// The only list of what the clock can start.

import type { Job } from '../bot/job.ts';

export const jobs: readonly Job[] = [];
