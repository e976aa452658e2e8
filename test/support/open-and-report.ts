/** Opens the store named first, as the user whose number is second, and says what became of it. */
import { openSqliteStore } from '../../src/adapters/sqlite/open-sqlite-store.ts';

const [path = '', user = ''] = process.argv.slice(2);
if (user !== '') process.setuid?.(Number(user));
try {
  const store = await openSqliteStore({ path });
  await store.close();
  process.stdout.write('opened');
} catch (error) {
  const { code, message, hint } = error as { code?: string; message: string; hint?: string };
  process.stdout.write(`${code} ${message} ${hint}`);
}
