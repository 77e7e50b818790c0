import { describeConversations } from '../../contracts/conversations.ts';
import { openDiscord } from '../../fixtures/discord/people.ts';

describeConversations('discord', openDiscord);
