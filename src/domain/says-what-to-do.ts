import { stemmer } from 'stemmer';

/** Verbs of instructions as they stand in lessons, in their plain form; and words that make an instruction of any verb. */
const ENGLISH =
  'abort accept access add adjust align allow allocate announce annotate append apply approve archive ask assert assign assume attach audit avoid await back batch begin benchmark bind block bound branch break build bump bundle bypass cache calculate call capture carry cast catch change check choose clean clear clone close code collect combine commit compare compile complete compose compress compute configure confirm connect consider construct consult contact continue convert copy count cover create cross cut deal debounce debug declare decode default defer define delay delegate delete deploy derive describe design detect determine diff disable discard dispatch display dispose distinguish do document download drain draw drop dump duplicate edit emit enable encode encrypt end enforce enqueue ensure enter escape establish estimate evaluate examine exclude execute exercise exit expand expect expire explain export expose extend extract fail fall feed fetch file fill filter find finish fix flag flush follow force format forward freeze generate get give go grep group guard guarantee handle hash have hide hoist hold identify ignore implement import include increase index infer inherit initialise initialize inject inline inspect install instrument interpret introduce invalidate invoke isolate iterate join judge keep kill know label launch leave let limit link list listen load lock log look maintain make map mark mask match measure memoize mention merge migrate minimize mirror mock monitor mount move name need nest normalise normalize note notify observe omit open optimise optimize order override overwrite own pad parse pass paste patch pause perform persist pick pin pipe place plan poll populate port prefer prefix prepare preserve press prevent print probe process produce profile promote propagate propose protect prove provide prune publish pull push put query queue quote raise randomize read rebase rebuild recompute record recover recreate reduce redirect refactor refer refetch refresh refuse regenerate register reject release rely reload remember remove rename render reopen repeat replace report reproduce request require rerun reserve reset resolve respect respond restart restore restrict retain retry return reuse revert review revoke rewrite roll rotate round route run sanitize save say scan schedule scope scroll search seed select send separate serialize serve set share ship show shut sign simplify simulate size skip sleep snapshot sort spawn specify split stage stamp start state stay stop store stream strip stub subscribe substitute surface suspend switch sync take tear tell terminate test thread throttle throw time toggle track transform translate treat trigger trim trust truncate try turn type understand undo unify unlink unmount unwrap update upgrade upload use validate vary verify version view visit wait walk warn watch weigh wire wrap write yield ' +
  'must mustn should shouldn shall need needs never always cannot can will don not only without';
const OTHERS =
  'muss musst müssen darf dürfen soll sollen sollte nie niemals immer nur statt vermeide verwende nutze nutzen verwenden prüfe prüfen pruefen setze setzen lies lesen schreibe schreiben teste testen füge mache machen lass lasse lassen achte halte starte baue rufe lege nimm ' +
  'doit doivent faut jamais toujours utilise utiliser utilisez évite éviter vérifie vérifier ' +
  'debe deben nunca siempre usa usar use utiliza utilizar evita evitar verifica verificar ' +
  'deve devem sempre use usar utilize evite evitar verifique';

const STEMS: ReadonlySet<string> = new Set(ENGLISH.split(' ').map(stemmer));
const WORDS: ReadonlySet<string> = new Set(OTHERS.split(' '));
/** German infinitives and participles end so, and stand in most of its instructions. */
const GERMAN_VERB = /^\p{Ll}{3,}(?:en|ern|eln)$/u;
/** Writing without spaces: words cannot be told apart here. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Thai}]/u;

/**
 * Whether a rule has a verb of instructions, so that a reader knows what to do. By lists of words: a hint for its writer, not
 * grammar. True for what it cannot judge.
 */
export const saysWhatToDo = (rule: string): boolean => {
  if (UNSPACED.test(rule)) return true;
  const words = rule.match(/\p{L}+/gu) ?? [];
  return words.some((word) => {
    const lower = word.toLowerCase();
    return STEMS.has(stemmer(lower)) || WORDS.has(lower) || GERMAN_VERB.test(word);
  });
};
