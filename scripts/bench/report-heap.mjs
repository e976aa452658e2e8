// Loaded into a server under test: on SIGUSR2 it collects garbage and writes the size of its heap to stdout.
process.on('SIGUSR2', () => {
  globalThis.gc();
  process.stdout.write(`heap ${process.memoryUsage().heapUsed}\n`);
});
