import { describePlatform } from '../../contracts/platform.ts';
import { driveSlack } from './drive.ts';

describePlatform('Slack in Socket Mode', (bot) => driveSlack(bot, 'socket'));
describePlatform('Slack over HTTP', (bot) => driveSlack(bot, 'http'));
