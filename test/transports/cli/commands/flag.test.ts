import { expect, it } from 'vitest';
import { runCli } from '../../../support/cli-host.ts';
import { openTestServices } from '../../../support/test-services.ts';

it('tells the reviewer of characters that nobody sees', async () => {
  const { services } = await openTestServices();
  await runCli(['flag', 'Use tabs in Make\u200bfiles, not spaces.', '--when', 'writing Makefiles'], { services });
  const listed = await runCli(['review', 'list', '--json'], { services });
  expect(JSON.parse(listed.stdout).items[0].flags).toContain('notice: 1 hidden character removed (in `right`)');
});
