// What a file is by its first bytes, whatever its name or its sender says.

export type CertificateType = 'application/pdf' | 'image/png' | 'image/jpeg';

/** Enough for a scan; what is larger is a photo that its app can send smaller. */
export const largestCertificate = 4_000_000;

/** For all certificates of one member. */
export const mostCertificateBytes = 100_000_000;

const beginnings: readonly (readonly [CertificateType, readonly number[]])[] = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
];

/** Nothing for what is neither PDF, PNG nor JPEG. */
export function certificateTypeOf(content: Uint8Array): CertificateType | undefined {
  const found = beginnings.find(([, begins]) =>
    begins.every((byte, index) => content[index] === byte),
  );
  return found?.[0];
}

export const endings: Readonly<Record<CertificateType, string>> = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
};
