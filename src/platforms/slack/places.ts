// Remembers where a form was opened: Slack does not say it again when the form comes back.

import type { Place } from './read.ts';

export interface Places {
  remember(place: Place): string;
  /** Nothing after a restart: the answer then comes as a new message. */
  recall(id: string): Place | undefined;
}

/** Forms open at one time. */
const most = 2_000;

export function makePlaces(): Places {
  const places = new Map<string, Place>();
  return {
    remember(place) {
      const id = crypto.randomUUID();
      places.set(id, place);
      const oldest = places.keys().next().value;
      if (places.size > most && oldest !== undefined) places.delete(oldest);
      return id;
    },
    recall: (id) => places.get(id),
  };
}
