import { createHash, timingSafeEqual } from 'node:crypto';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Compares with the one right token, in a time that says nothing about it. Keeps its hash only. */
export const tokenCheck = (token: string): ((presented: string | undefined) => boolean) => {
  const right = digest(token);
  return (presented) => presented !== undefined && timingSafeEqual(digest(presented), right);
};

/** The token of an `Authorization` header. */
export const bearerOf = (header: string | undefined): string | undefined =>
  /^Bearer +(\S+) *$/iu.exec(header ?? '')?.[1];
