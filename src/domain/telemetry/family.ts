import { EXPORTED_METRICS, type ExportedName } from './exported-metrics.ts';
import type { Distribution, HistogramFamily, Sample, SampleFamily } from './metric-family.ts';

type HistogramName = {
  [Name in ExportedName]: (typeof EXPORTED_METRICS)[Name]['type'] extends 'histogram' ? Name : never;
}[ExportedName];
export type SampleName = Exclude<ExportedName, HistogramName>;

/** Values under the name and the words of an exported metric. */
export const sampleFamily = (name: SampleName, samples: readonly Sample[]): SampleFamily => {
  const { type, help } = EXPORTED_METRICS[name];
  return { name, type, help, samples };
};

export const histogramFamily = (name: HistogramName, distributions: readonly Distribution[]): HistogramFamily => {
  const { type, help, bounds } = EXPORTED_METRICS[name];
  return { name, type, help, bounds, distributions };
};
