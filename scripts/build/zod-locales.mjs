/** Stands for zod's list of all languages: Hone speaks this one. */
export { default as en } from 'zod/v4/locales/en.js';
