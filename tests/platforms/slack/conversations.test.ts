import { describeConversations } from '../../contracts/conversations.ts';
import { driveSlack } from './drive.ts';

describeConversations('slack', (bot) => driveSlack(bot, 'socket'));
