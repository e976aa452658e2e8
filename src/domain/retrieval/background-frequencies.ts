/**
 * In how many of 100 lessons and commit messages a term occurs: word frequencies, made by scripts/eval/make-background.ts from 495 public lessons of coding
 * agents (MIT, Apache-2.0) and 5,137 commit messages of curl (curl licence). Terms that are not here are rare.
 */
const PERCENT: readonly (readonly [number, string])[] = [
  [19.5, 'test'],
  [18, 'us'],
  [16.5, 'fix'],
  [13, 'file'],
  [9, 'build code'],
  [8, 'check set'],
  [7.5, 'erkenntni run'],
  [6, 'ad commit error remov review updat user'],
  [5.5, 'add make md name path verifi'],
  [5, 'chang must on per session write'],
  [4.5, 'bug call fail git issu line need never new nie pr report return sourc state time version via'],
  [
    4,
    'agent config doc don exist first fuer function gate get implement option pass pattern plan prism support valu work',
  ],
  [
    3.5,
    'app ci compil creat data default erst everi featur http immer jedem json log match modul output re read requir sync tool two type warn',
  ],
  [
    3,
    'api beim case claud command content datei drift gener handl id instal merg miss multi note open parallel phase problem releas rule skill statt still store string subag ts vs window',
  ],
  [
    2.5,
    'against alreadi alwai appli caus connect correct depend detect diff document edit failur follow grep guard header hook import instead keep kei kein lesson lib list live main memori mode move null pre project real refer resolv root runtim scope sinc ssl surfac task tauri ui without wurd zwei',
  ],
  [
    2,
    'actual allow audit avoid byte carri catch caught clean cleanup close comment compon configur context current dateien defin design disabl doesn enabl entri epic eric event exampl explizit find flag followup full gegen includ integr layer libcurl link load local messag mock neue non openssl packag pars patch perman pfad point pro provid pruefen prüfen regress repo result rs script section selbst self separ server share ship silent singl skip start system target tree url valid variabl verwandt vitest wave worktre zustand',
  ],
  [
    1.5,
    'action argument ask assert author auto backend base behavior beid benefit block bodi branch break cach chunk claim class clear cli cmake complet condit consum contain copi count coverag cross curlopt debug delet dep dev develop differ dir direkt discoveri dispatch drei echt echten end engin even existiert fals falsch feedback fehler filter form format frontend ftp funktioniert gh github histori hub intern languag leak lesen like listen liter longer loop made mechan method migrat mirror node npm number oper origin parser perform persist platform pnpm pointer post prior process proxi push race rather refactor releasenotes renam replac request rout rust scan schreiben secur seed setup shell show size socket sol sonst spec specif sprint stale stand statu step storag suit switch text three token treat true truth tsc tsx unit ursach view wert workflow wrong wurden zero',
  ],
  [
    1,
    'ab accept across adr affect agenten ai aktiv ander anoth architect architectur architektur artifact async attempt auth avail back bereit better bevor bewusst bit bleibt blieb boundari brauchen braucht briar bricht browser built bump callback caller cannot canon cargo checkout claudemd client clove come confirm contract control css custom danach daten decis deckt declar descript dieselb direct directli disk dokument done driven drop duplic dynam earli easi effect eg eigenen ein einmal einzig element emit encod entfernt entsteht env etc exactli expect explicitli extend extern extract fall fast feedbacksubagentreportskepticism feld field final fixtur folder found free fresh fs funktion gap geschrieben gha gibt gilt gleich global graph green gruen grün grüne haben hard head helper hide hit host hunter hydrat ident ignor improv info inhalt init initi inlin input insid insight instanc instruct intent introduc item iter jede jeden job js jsdom known koennen komplett komponenten korrekt label land lane lassen last later lauf laufen layout leav left length level librari limit lint logic logik long mac macro mai makefil manag manual manuel map mention metadata mid minor mismatch model muessen neu neuen next nicht normal object obwohl old order overrid packagejson panel paramet part partial persistenz persistiert persona pfade pflicht pipelin pl possibl prefix preserv prevent prismbuild prismcheck product properti prose protocol prs pty pure py python qualiti quell queri question reason record ref regel rehydr reihenfolg render respons rest restor reus right rot sanit save schema schon second select send servic shape sichtbar side skeptic slot smoke sofort solut split src stai standard static stop strategi strip struct structur style sure sweep symptom templat textual thread ticket timeout tl todo top touch track transfer trigger trust turn unsichtbar variant verdict verifik verifizieren vite wai waren well whole win winston wire wrapper zeilen zuerst',
  ],
];

/** Share of texts that hold a term which is not in the table. */
const RARE = 0.001;

const SHARES = new Map(
  PERCENT.flatMap(([percent, terms]) => terms.split(' ').map((term) => [term, percent / 100] as const)),
);

export const backgroundShare = (term: string): number => SHARES.get(term) ?? RARE;

/** Whether a term is one of the usual words of such texts, and no name. */
export const isUsual = (term: string): boolean => SHARES.has(term);
