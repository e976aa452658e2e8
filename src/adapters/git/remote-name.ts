/**
 * One name for one repository, however its remote is written: `github.com/acme/app`. The host is lower case; user, password,
 * port, query and `.git` are gone. An absolute path stays a path. Null: nothing that names a repository for others.
 */
export const remoteName = (remote: string): string | null => {
  const text = remote.trim();
  if (/^[a-z][a-z0-9+.-]*:\/\//iu.test(text)) return nameOfUrl(text);
  if (text.startsWith('/')) return trimPath(text);
  const scp = /^(?:[^@/\s]+@)?(?<host>[^:@/\s\\]{2,}):(?<path>[^\s]+)$/u.exec(text)?.groups;
  return scp === undefined ? null : join(scp.host ?? '', scp.path ?? '');
};

const nameOfUrl = (text: string): string | null => {
  if (!URL.canParse(text)) return null;
  const { protocol, hostname, pathname } = new URL(text);
  return protocol === 'file:' ? trimPath(pathname) : join(hostname, pathname);
};

const join = (host: string, path: string): string | null => {
  const trimmed = trimPath(path)?.replace(/^\/+/u, '') ?? '';
  return host === '' || trimmed === '' ? null : `${host.toLowerCase()}/${trimmed}`;
};

const trimPath = (path: string): string | null => {
  const trimmed = path
    .replace(/[?#].*$/u, '')
    .replace(/\/{2,}/gu, '/')
    .replace(/\/+$/u, '')
    .replace(/\.git$/u, '');
  return trimmed === '' ? null : trimmed;
};
