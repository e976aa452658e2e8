/** Stands in the thread of the model: unit vectors at once, unless the file HANG exists; then it never moves again. */
import { existsSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';

const hangIfTold = () => {
  if (existsSync(workerData.hang)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
};
if (workerData.hangAtLoad) hangIfTold();
parentPort.postMessage({ kind: 'ready' });
parentPort.on('message', ({ id }) => {
  hangIfTold();
  const vector = new Float32Array(384);
  vector[0] = 1;
  parentPort.postMessage({ kind: 'vector', id, vector });
});
