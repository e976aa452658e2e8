import type { Match } from './match-rules.ts';

/** Marks with which chat templates, agent frameworks and message formats tell speakers and tools apart. */
const MARKS: readonly RegExp[] = [
  /<[|\uff5c](?!\s)[\w\u2581 -]{2,40}[|\uff5c]>/gu,
  /\[\/?inst\]|<<\/?sys>>|<\/?s>\s{0,3}\[inst|\[\/?(?:system_prompt|tool_results?|tool_calls?|available_tools|system|assistant)\]/gu,
  /<\/?(?:(?:admin|system|operator|developer|user|human|reviewer|policy|security|new|updated)[-_](?:instructions?|prompt|message|note|override|approval|command|policy|reminder|input|request|query)|(?:tool|function|assistant|model|agent)[-_][a-z]{2,20}|(?:start|end)_(?:header_id|of_turn|of_text)|system|policy|policies|instructions?|system[-_]prompt|system-reminder|assistant|human|user_query|tool_result|tool_use|function_calls?|function_results|invoke|lessons?|untrusted|admin|override|important|developer|secret|thinking|antml:\w{1,20})(?:\s[^<>]{0,80})?>/gu,
  /(?:^|\n)\s{0,4}(?:human|assistant|system|user|ai|model|developer|gpt|claude|tool(?: output| result| response)?)\s{0,2}:\s/gu,
  /(?:^|\n)\s{0,4}(?:#{1,4}|\*\*)\s{0,2}(?:system|instructions?|new instructions?|response|human|assistant|user|tool)\s{0,2}(?:message|prompt)?\s{0,2}(?::|\*\*|\n)/gu,
  /["']role["']\s{0,3}:\s{0,3}["'](?:system|assistant|developer|tool)["']|["']type["']\s{0,3}:\s{0,3}["'](?:tool_result|tool_use|function_call(?:_output)?|tool_call)["']/gu,
  /(?:^|\n)\s{0,4}(?:thought|action|action input|observation|final answer)\s{0,2}:\s/gu,
  /<(?:function|parameter|tool)=[\w.-]{1,40}>/gu,
  /<start_of_turn>|<end_of_turn>|<\uff5c\w{1,20}(?:\u2581\w{1,20})*\uff5c>|\{\{#?(?:system|user|assistant)~?\}\}|\bbegin system (?:prompt|message)\b/gu,
  /(?:^|\n)\s{0,4}[#*>[(-]{0,3}\s{0,2}system\s(?:message|prompt|notice|override|alert|instruction|command|update)s?\b[^\n:]{0,30}:\s/gu,
  /(?:^|\n)\s{0,4}(?:-{2,}|={2,}|#{2,}|\*{2,})\s{0,3}(?:end|begin|start)(?:ning)? (?:of )?(?:the )?(?:lessons?|context|memory|prompt|system|instructions?|conversation|user|advice|data|document)\b[^\n]{0,30}/gu,
  /(?:^|\n)\s{0,4}(?:`{3}|~{3})(?:system|assistant|user|prompt|instructions?)\s{0,3}\n/gu,
];
/** Verbs of a lesson that names a mark in order to keep it out, or to build with it. */
const IS_SUBJECT =
  /\b(?:strip|escape|saniti[sz]e|filter|remove|reject|detect|flag|replace|encode|neutrali[sz]e|split|parse|parser|template|token|tokens|tokenizer|never|not|fixture|test|render|wrap|drop|block|mark|marks|tag|tags|element|schema|field)\w{0,3}\b/u;
/** One label alone is a heading; a dialogue has more. */
const ALONE = new Set([3, 4, 6]);

/** Turns of a conversation, tool results and message frames that somebody wrote into a text. */
export const findForgedTurns = (text: string): Match[] => {
  const found = MARKS.map((pattern) => [...text.matchAll(pattern)]);
  const labels = [...ALONE].reduce((sum, index) => sum + (found[index]?.length ?? 0), 0);
  return found.flatMap((matches, index) => {
    const [first] = matches;
    if (first === undefined || (ALONE.has(index) && labels < 2)) return [];
    const start = text.lastIndexOf('\n', Math.max(0, first.index - 1)) + 1;
    if (!ALONE.has(index) && IS_SUBJECT.test(text.slice(start, first.index))) return [];
    return [{ rule: 'a turn of a conversation is forged', from: first.index, to: first.index + first[0].length }];
  });
};
