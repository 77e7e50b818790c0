import { describePlatform } from '../../contracts/platform.ts';
import { openDiscord } from '../../fixtures/discord/people.ts';

describePlatform('Discord', openDiscord);
