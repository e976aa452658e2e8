import { destination, pino } from 'pino';
import type { EventLog } from '../../ports/event-log.ts';

export type LogLevel = 'debug' | 'info' | 'warn';

/** Writes each line at once: what a process said before it was killed is there. */
export const pinoLog = (level: LogLevel, write: { readonly fd: number } = { fd: 2 }): EventLog => {
  const log = pino(
    {
      level,
      base: { service: 'hone', pid: process.pid },
      messageKey: 'event',
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
    },
    destination({ fd: write.fd, sync: true }),
  );
  return {
    debug: (event, fields = {}) => log.debug(fields, event),
    info: (event, fields = {}) => log.info(fields, event),
    warn: (event, fields = {}) => log.warn(fields, event),
  };
};
