import { describeConversations } from '../../contracts/conversations.ts';
import { drivePlayground } from './drive.ts';

describeConversations('playground', drivePlayground);
