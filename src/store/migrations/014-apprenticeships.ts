// How far an apprentice has come: days and months as JSON, beside the credential.

export const apprenticeships = 'ALTER TABLE credentials_held ADD COLUMN apprenticeship TEXT;';
