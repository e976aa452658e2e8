/** An event that asks a hook only whether it is there: it keeps nothing and says so on stderr. */
export const PROBE = { hone_probe: true } as const;
export const PROBE_ANSWER = 'the hook of Hone runs';
