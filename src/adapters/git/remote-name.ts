/**
 * One name for one repository, however its remote is written: `github.com/acme/app`. The host is lower case; user, password,
 * port, query and `.git` are gone. Of a path on this machine its last folder is left: where it lies is nobody else's
 * business. Null: nothing that names a repository for others.
 */
export const remoteName = (remote: string): string | null => {
  const text = remote.trim();
  if (/^[a-z][a-z0-9+.-]*:\/\//iu.test(text)) return nameOfUrl(text);
  if (text.startsWith('/')) return lastFolder(text);
  const scp = /^(?:[^@/\s]+@)?(?<host>[^:@/\s\\]{2,}):(?<path>[^\s]+)$/u.exec(text)?.groups;
  return scp === undefined ? null : join(scp.host ?? '', scp.path ?? '');
};

const nameOfUrl = (text: string): string | null => {
  if (!URL.canParse(text)) return null;
  const { protocol, hostname, pathname } = new URL(text);
  return protocol === 'file:' ? lastFolder(pathname) : join(hostname, pathname);
};

const join = (host: string, path: string): string | null => {
  const trimmed = trimPath(path)?.replace(/^\/+/u, '') ?? '';
  return host === '' || trimmed === '' ? null : `${host.toLowerCase()}/${trimmed}`;
};

const lastFolder = (path: string): string | null =>
  trimPath(path.replace(/(?:\/\.)+\/*$/u, ''))
    ?.split('/')
    .at(-1) ?? null;

const trimPath = (path: string): string | null => {
  const trimmed = path
    .replace(/[?#].*$/u, '')
    .replace(/\/{2,}/gu, '/')
    .replace(/\/+$/u, '')
    .replace(/\.git$/u, '');
  return trimmed === '' ? null : trimmed;
};
