import { describePlatform } from '../../contracts/platform.ts';
import { drivePlayground } from './drive.ts';

describePlatform('The playground', drivePlayground);
