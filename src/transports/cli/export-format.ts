export const EXPORT_FORMATS = ['bundle', 'markdown', 'skills', 'events', 'all'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];
