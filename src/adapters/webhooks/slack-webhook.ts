import type { Messenger } from '../../ports/messenger.ts';
import { postJson } from './post-json.ts';

/** An incoming webhook of Slack, or of whatever takes the same: the address is the secret. */
export const slackWebhook = (url: string): Messenger => ({
  channel: 'slack',
  deliver: ({ title, text, project }, link) => {
    const head = `*${escaped(title)}* (${escaped(project)})`;
    const open = link === null ? [] : [`<${escaped(link)}|Open the console>`];
    const body = [head, ...(text === '' ? [] : [escaped(text)]), ...open].join('\n');
    return postJson(url, JSON.stringify({ text: body }));
  },
});

/** The three characters that Slack's format gives a meaning. */
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
