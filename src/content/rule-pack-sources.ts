// In a rule pack every rule names its source by a short name; here the name becomes the source.

import type { z } from 'zod';

type Path = readonly (string | number)[];

interface UnknownName {
  readonly path: Path;
  readonly message: string;
}

/** For zod's `preprocess`: what comes out has no `sources` of its own any more. */
export function inlineSources(given: unknown, context: z.RefinementCtx): unknown {
  if (!isObject(given)) return given;
  const { sources, ...rest } = given;
  if (!isObject(sources)) {
    context.addIssue({
      code: 'custom',
      path: ['sources'],
      message: 'list the sources by short names',
    });
    return given;
  }
  const faults: UnknownName[] = [];
  const inlined = withSources(rest, sources, [], faults);
  for (const { path, message } of faults) {
    context.addIssue({ code: 'custom', path: [...path], message });
  }
  return inlined;
}

function withSources(
  value: unknown,
  sources: Readonly<Record<string, unknown>>,
  path: Path,
  faults: UnknownName[],
): unknown {
  if (Array.isArray(value)) {
    return value.map((each, index) => withSources(each, sources, [...path, index], faults));
  }
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([key, field]): [string, unknown] => {
    const at = [...path, key];
    if (key !== 'source') return [key, withSources(field, sources, at, faults)];
    const found = typeof field === 'string' ? sources[field] : undefined;
    const names = Object.keys(sources).join(', ');
    if (!found) faults.push({ path: at, message: `name one of the sources above: ${names}` });
    return [key, found];
  });
  return Object.fromEntries(entries);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
