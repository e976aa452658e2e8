/**
 * Ends this process although a thread of it hangs in a call of the system: Node waits for its threads, `process.exit` too,
 * and would never end. All must be closed and written before. The status is that of a process that was asked to end (143).
 */
export const leaveProcess = (): void => {
  process.removeAllListeners('SIGTERM');
  process.kill(process.pid, 'SIGTERM');
};
