// Where a person's direct messages are, and what is in doubt, found without reading what waits.

export const deliveries = `
ALTER TABLE identities ADD COLUMN dm_channel TEXT;
CREATE INDEX outbox_in_doubt ON outbox (platform, next_at) WHERE state = 'sending';
`;
