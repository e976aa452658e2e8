import { systemClock } from '../../../src/adapters/system/system-clock.ts';
import { describeClock } from '../../contracts/clock.ts';

describeClock('system', systemClock);
