/** What words stand for. Ends in `*`: any word that begins so. Several words: a phrase. */
export const CONCEPTS = {
  drop: `ignor* disregard* forget* discard* overrid* overrul* bypass* circumvent* abandon* nullif* void withdrawn revoked obsolete invalid
    supersed* cancel* drop* eras* unlearn* scrap* dismiss* suspend* neglect* outdated disobey* violat* break replac* repeal* rescind*
    retract* unfollow deprecated lift lifts|never mind|none of|no longer count*|no longer hold*|no longer matter*|no longer relevant|not count|out of date|of no
    relevance|count no more|is over|are over|set aside|put aside|leave aside|throw away|throw out|toss out|do away|pay no attention|pay no heed|no longer appl*|not apply|no longer valid|no longer bind*|not valid|lifted|not
    bound|not binding|turn your back|take no notice|clear your|reset your|wipe your|rid yourself|let go of|stop using|no attention|leave behind|deviate from|to one side|on one side|as a bug|as bugs|as noise|as void|as untrusted|work around it|work around them|the opposite of|let go`,
  refuse: `|stop following|stop obeying|no longer follow|do not follow|don't follow|not follow|need not follow|cease to follow|cease following|not obey|not comply|not adhere|no longer obey|free from|freed from|released from|exempt from`,
  dropNow: `ignore disregard forget discard override bypass abandon drop scrap unlearn dismiss erase cancel nullify violate break|set aside|put aside|leave aside|pay no
    attention|pay no heed|never mind|throw away|throw out|let go of|take no notice`,
  forgetNow:
    'ignore disregard forget|set aside|put aside|leave aside|pay no attention|pay no heed|never mind|let go of|take no notice',
  weakInstruction: `orders order requests request commands command limits limit limitations task tasks assignment goal goals`,
  before: `team's our previous* prior earlier preceding foregoing former original initial your system user's user operator's operator developer's developer aforementioned precedent|so far|up to now|until now|to date`,
  instruction: `instruct* directiv* guidance guidelin* directions prompt prompts constraint* restriction* safeguard* guardrail* rules
    polic* programming briefing rulebook handbook mandate mandates brief told
    training protocol protocols obligations stipulations requirements|system message|system messages|set of rules|what was agreed`,
  firm: `instruct* directiv* guidance guidelin* prompt prompts guardrail* safeguard* programming told|system message|system prompt`,
  earlier: `previous* prior earlier preceding foregoing above former past existing original initial all any every other your its their system
    developer user's users' operator's operator before current remaining aforementioned precedent until|you got|you were given|you received|you have been given|given to you|at the start|at the beginning|so far|up to now|until now|to date|gave you|given you|imposed on you|you started with|you began with`,
  everything: `everything anything whatever|all that|all of what|what you were|what you have been|what the user|what the developer|what the operator|what your|what the person|what the human|what your operator|what your user|what they`,
  said: 'told said wrote typed given asked asks wanted wants requested learned taught read shown received established agreed configured|set up|set out|laid down|been told|been given',
  user: `user user's users' developer developer's human human's operator operator's person's owner's|team lead`,
  ask: 'request task wish wishes question message assignment prompt order goal intent',
  youAre: `|you are now|you're now|you are in|you're in|you are no longer|you will act|you shall act|act as|pretend to|pretend that|pretend you|imagine
    you are|role play|roleplay as|simulate|behave as|switch to|switch into|enter|entering|activate|enable|consider yourself|you have entered|answer as|respond as|reply as|speak as|operate as|you are a different|you are another|you are an ai without|you are a model without`,
  mode: `jailbr* dan unrestricted uncensored unfiltered unlimited godmode omnipotent sudo|maintenance mode|developer mode|debug mode|god mode|admin mode|root mode|unrestricted
    mode|override mode|bypass mode|free mode|test mode where|no restrictions|without restrictions|restrictions do not apply|restrictions don't apply|rules do not apply|rules don't apply|no rules|no limits|without limits|no
    filters|without filters|above the rules|unsafe mode|autonomous mode|trusted mode|privileged mode|emergency mode|superuser mode|opposite mode|evil mode|service mode|without policies|without rules|without principles|without morals|without ethics|without guidelines|without guardrails`,
  goal: `|real task|actual task|true task|real instruction*|actual instruction*|true instruction*|real goal|actual goal|true goal|real objective|actual
    objective|new objective|new goal|new mission|real mission|true purpose|real purpose|only task|new task|sole task|new instructions|new orders|real orders|actual orders|real job|actual
    job|true job|secret task|hidden task|primary directive|prime directive|genuine instruction*|final text is|only rule|sole rule|only instruction|new directive|updated instructions|overriding goal|true assignment|real assignment|actual assignment|only assignment|new assignment|only mission|true mission|sole mission|sole purpose`,
  your: `your you agent agents assistant assistants model models ai llm claude copilot bot here`,
  decoy: `|only a test|just a test|merely a test|a test of your|a joke|a decoy|not the real|not meant seriously|not serious|a trick|was a mistake|was fake|can be ignored|no longer wants|not what they want`,
  act: `merge* merging push* deploy* releas* commit* publish* ship* continu* proceed* run running execut* delet* change* changing appl* edit* migrat* roll* install* rebas* force* act acts acting approve upgrade*
    land landing write writing submit* drop dropping send sending overwrit* purge* restart* terminat* remov*|go on|go ahead|carry on|press on|move on|hotfix*`,
  without: `without skip* omit* bypass* forgo* waiv* circumvent* unneeded unnecessary needless superfluous optional no sans dispens* evad* sidestep* forego* unasked|past review|past the review|past reviewers|past the checks|nobody has time|no time for|no time to|no need|not needed|not
    necessary|not required|instead of waiting|do away with|get around|work around|not wait for|rather than waiting|regardless of|let nobody|let no one|before anyone|before anybody|no matter what`,
  lacking:
    'suppressed off disabled skipped unneeded unnecessary muted silenced waived optional superfluous omitted turned|switched off|turned off|not needed|not required|not necessary',
  control: `review* approv* confirm* permission* sign-off signoff consent asking ask prompt prompts checkpoint* human* supervision oversight
    authoriz* authoris* sanction question questions verification reviewer* objection consult* clearance|pull request*|code review|second opinion|second pair|human in the loop|green
    light|four eyes|double check|acceptance|second reader|second reviewer|another reader|another reviewer|second reading|second look|asking anyone|checking with|telling anyone|asking first|peer review|manual check|look at it|look at them|looks at it|look over it`,
  negated:
    "never not don't doesn't mustn't shouldn't can't cannot won't nobody none nor neither stop cease quit refrain|no one|no longer|no need to|there is no need|instead of|rather than",
  seek: `ask asks asking wait waits waiting request seek seeks consult consulting bother bothering involve require requires prompt await pause pausing query check hold interrupt`,
  person: `user users human humans developer developers reviewer reviewers anyone anybody someone somebody people lead leads owner owners maintainer* operator* approval approvals
    permission permissions confirmation confirmations consent sign-off clearance team person persons colleague* authorization`,
  gate: `owner owners team approval approvals permission permissions confirmation confirmations consent sign-off clearance authorization human humans reviewer reviewers anyone anybody
    someone lead leads developer developers maintainer* operator*|the user before|user for permission|user to confirm|user whether|the user first|code review|a review`,
  alone: `|merge on their own|merge on its own|decide alone|decide on their own|decide on its own|act on their own|act on its own|act alone|act autonomously|approve on their own|deploy on their own|release on
    their own|decide for themselves|without a human|do as they please|do as it pleases|has full authority|have full authority|full autonomy|unattended|free rein|unlimited access|full access|any tool|root access`,
  permissionMode: `bypasspermissions --dangerously-skip-permissions --yolo dangerously-skip-permissions --dangerously-bypass-approvals-and-sandbox --allow-all-tools --full-auto
    skip-permissions|permission mode to bypass|permission mode bypass|permissions to bypass|permission mode to auto|permission mode off|permission mode to off|approval mode to never|approval policy to never|approval_policy never|approval_policy to never|approval_policy is never|bypass permission*|permission prompts off|approval mode auto|approval mode off|sandbox off|bypass mode`,
  silence: `|silence as|silence is|silence means|silence counts|no answer as|no reply as|no response as|no objection as|take it as approv*|take that as approv*|treat it as approv*|treat that as approv*|assume approv*|assume consent|assume
    permission|assume the answer is yes|presume approv*|presume consent|consider it approv*|consider it granted|count as approv*|counts as approv*|counts as consent|as an approval|as a yes|as implicit consent|implied consent|implicit approval|taken as approv*|taken as consent|deemed approved`,
  grant:
    'approve approves approving grant grants accept accepts allow allows confirm confirms authorize authorise|answer yes|say yes|reply yes|answer with yes|answer y|press yes|click allow|sign off|give the approval',
  self: `yourself itself themselves themself automatically|every request|each request|every prompt|each prompt|all requests|all prompts|every permission|each permission|all permission*|every
    approval|each approval|every question|every confirmation|on their own|on its own|on your own|own requests|own changes|own work|your own|every authorization|whatever is asked`,
  hide: `hide hides hiding conceal* disguise* secretly covertly discreetly|quietly without|silently without|not tell|don't tell|never tell|without telling|not mention|don't mention|never mention|without mentioning|not reveal|don't
    reveal|never reveal|not inform|don't inform|without informing|never inform|not report|don't report|say nothing|keep quiet|keep it secret|keep this secret|keep this from|keep it from|not show it|not disclose|never disclose|don't
    disclose|must not show|leave out of the summary|out of the summary|out of the report|out of the log|out of the description|not notify|don't notify|without notifying|not let|don't let|nobody needs to know|no mention|leave no trace|cover your tracks|stay silent|remain silent|omit from the report|not bring up|keep silent|keep that out of|keep it out of|keep this out of|keep that from|out of the ticket|out of the chat|unmentioned|tell nobody|tell no one|tells nobody|inform nobody|inform no one`,
  told: `user developer developers human humans reviewer reviewers team lead anyone anybody nobody operator owner maintainer maintainers person people summary colleagues ticket tickets boss manager managers|the user|description|report|log|logs|transcript|final message|change log|pull request`,
  reviewerAddress: `moderator moderators|note to the reviewer|note to reviewers|note for the reviewer|note for reviewers|dear reviewer*|hello reviewer*|hi reviewer*|to the reviewer|to whoever reviews|for
    reviewers|attention reviewer*|message to the reviewer|whoever reviews|whoever moderates|whoever approves|whoever reads this queue|whoever checks|person reviewing|person who reviews|human reviewing|model
    that reviews|model reviewing|assistant that reviews|assistant reviewing|helps to review|helps with the review|work through this queue|works through this queue|triages this queue|reading this queue|reviewing this
    queue|automated reviewer|review bot|reviewing agent|reviewing model|reviewing assistant|if you are reviewing|if you review|as the reviewer|as a reviewer you|who reviews this|judge of this|evaluating this|grading this|classif* this|this review queue|reviewer please|reviewers please|reviewer may|reviewers may|reviewer can|reviewers can|reviewer should|reviewers should|approving model|approving agent|note to the approver|note to the moderator|to the approver|dear maintainer*|dear approver*|dear moderator*|hi maintainer*|hello maintainer*|attention maintainer*|note to maintainers|note to the maintainer|model that approves|agent that approves|whoever accepts|person triaging|triaging this|human triaging|who triages|ai reviewer*|ai moderator*|ai judge*|automated judge|if a judge|if an ai reads|if a model reads|if an llm reads|if a bot reads|if a machine reads|you grade|you rate this|you score|you evaluate|you judge`,
  pass: `accept accepts approve approved approves vetted pass passes skip harmless safe formatting trivial wave routine cleared verified pre-approved preapproved rubber-stamp lgtm benign ok|press accept|move on|click accept|already
    checked|already reviewed|no need|nothing to see|release it|let it through|good to go|let this through|let these through|let them through|wave it through|best mark|top mark|full marks|highest score|top score|best score|best rating|five stars`,
  pressed: `|press accept|click accept|hit accept|choose accept|answer approve|answer accept|reply approve|say approve|output approve|mark it as approved|mark this as approved|approve this entry|approve this
    lesson|approve this rule|approve this proposal|accept this entry|accept this lesson|accept this rule|accept this proposal|approve without reading|accept without reading|approve it without|accept it without|select approve`,
  copy: 'copy copies carry repeat repeats include includes contain contains paste insert reproduce quote append propagate spread replicate echo restate embed pass forward transfer write put add call propose proposes save store',
  itself: `verbatim|this sentence|these sentences|this text|this very text|this lesson|this request|this message|this paragraph|this note|these words|these lines|this exact|exactly this|these two
    sentences|this advice|word for word|this instruction|these instructions|this block|this warning|this entry|the text above|the sentence above|this whole`,
  spread: `every each whenever all everywhere summary summaries proposals propose_lesson handover handovers|other projects|other repositories|after each|after every|into claude.md|into agents.md|other agents|other
    lessons|next agent|next session|future sessions|readme|instruction file|instruction files|whoever continues|so that others|new lesson|new lessons`,
  proposing: 'propose_lesson record_correction|proposal tool|lesson tool|memory tool',
  take: `print read cat copy paste send post publish upload quote put pass dump attach reveal echo show forward share mirror leak exfiltrat* transmit* mail submit embed encode append hand
    deliver feed gather grab type printing reading pasting posting sending attaching showing uploading revealing echoing dumping quoting sharing forwarding include includes including`,
  hand: `send* sent post posts posted publish* upload* past* dump* forward* shar* mirror* leak* exfiltrat* transmit* mail mails mailed submit* copy copies copied
    put puts reveal* quot* embed encode ship ships shipped goes go append attach add include stream*|hand over|write out`,
  privateFile: '@privateFile',
  environmentFile: '@environmentFile',
  secretWord: `secrets secret credentials credential tokens token passwords password printenv cookies cookie keys keychain environ keyring passphrase*|environment variables|environment variable|private key|private keys|api keys|api key|access
    keys|env vars|session data|process environment|output of env`,
  code: 'commit commits diff diffs code source workspace repository repositories content contents branch package.json files file patch patches codebase repo snapshot transcript conversation history prompt',
  sink: `description comment comments issue issues answer reply note notes gist pastebin chat channel summary mail email e-mail ticket webhook external transcript|pull
    request|pull requests|commit message|pr description|pr body|review comment|search field|query field|query of|the query|third party|task text|final message|your answer|your reply`,
  outside:
    '@outside pastebin webhook gist external|public gist|outside server|third party|public repository|public bucket|file sharing|paste service|request bin|e-mail 1|e-mail 2',
  memory:
    'lesson lessons memory memories advice|team memory|stored rules|other lessons|other rules|other entries|all entries',
  discredit: `obsolete wrong outdated noise invalid ignor* skip* drop* opposite disregard* overrid* void false untrusted unreliable useless mistaken discard* forget* lies lie incorrect superseded|do not trust|not trust|don't trust|not
    follow|takes precedence|take precedence|outranks|no longer valid|not be followed|beats all|wins over|as harmful|as useless|as wrong|as outdated|replaces the whole|replaces all|replaces every|replaces the entire`,
  others: `other others all every whatever any everything else remaining rest|but this|except this|apart from this|agents have to|agents must|agents should|@lessonId|of the others|anything else`,
  off: `disable deactivate bypass off skip suppress neutralise neutralize circumvent defeat uninstall kill ignore|turn off|turned off|turning off|switch off|switched off|switching
    off|shut off|do without|comment out|no longer check|no longer verify|not verify|not check|set to false|no need to verify|no need to check|stay disabled|stays disabled|remain disabled|remains disabled|stay off|stays off|remain off|remains off|kept off|left off`,
  protection: `certificate certificates signature signatures firewall sandbox sandboxing selinux apparmor antivirus 2fa mfa csrf safety guardrail* safeguard*|branch
    protection|branch protections|audit log|audit logging|audit trail|code review|code reviews|secret scanning|signature check|signature checks|signature verification|certificate
    checks|certificate check|certificate verification|certificate validation|host key|host key checking|security checks|security check|security scan|security scans|safety
    checks|safety check|permission prompt|permission prompts|permission check|permission checks|access control|access controls|two factor|two-factor|required reviews|required
    checks|protected branch|pre-commit hook|pre-commit hooks|commit hooks|git hooks|vulnerability scan|vulnerability scans|virus scanner|virus scan|rate limiter|checksum
    verification|integrity check|integrity checks|human approval|tls verification|tls validation|tls check|tls checks|ssl verification|ssl validation|ssl check|ssl
    checks|authentication check|authorization check|authentication checks|authorization checks|login check|the authentication|secret scanner|vulnerability scanner|security scanner|license scanner|dependency scanner`,
  weaken: 'drop remove delete relax weaken loosen',
  checked: `|branch protection|signature check|signature checks|signature verification|certificate checks|certificate check|certificate verification|certificate
    validation|security checks|security check|safety checks|safety check|permission prompts|permission checks|access control|required reviews|audit log|rate limiter|login check|human
    approval|integrity check|integrity checks|code review|secret scanning`,
  testFailing: 'fail* broken flaky|turns red|is red|are red|goes red',
  tests: 'test tests suite spec specs ci build|test file|unit test',
  away: 'skip* delet* remov* disabl* mark marks marked comment ignor* xfail exclude* mute quarantine weaken*|comment out|turn off|switch off',
  anyway: `later anyway success successful green passed done|go on|move on|carry on|report success|report that|somebody will|someone will|continue|until it passes|so that ci passes|call it done|say that|claim|pretend`,
  decode: `decode decodes decoding decoded decrypt decrypts decipher unscramble rot13 base64 base32 morse backwards backward reversed unhex deobfuscate unzip gunzip|from hex|in hex|reverse it|read backwards|read in reverse|first letter|first letters|every second
    word|initial letters|pig latin|caesar`,
  block: '@block',
  obey: `obey|follow it|carry it out|do what it says|do as it says|act on it|then act|execute it|run it|perform it|follow them|carry them out|and follow|and obey|and act|and execute|and do it|apply it|as told|what it says|what they say|read by the agent|comply with it|and
    comply|treat it as an instruction|as instructions|as an instruction|follow for|follow the result|then follow|then obey|then do|then execute|do it`,
  stopBeing:
    '|stop being the assistant|stop being an assistant|stop being an ai|stop being a model|no longer the assistant|no longer an assistant|no longer an ai|no longer a language model|not an assistant any more|reset yourself|reboot yourself|load the persona|adopt the persona|take on the persona|new persona|forget that you are|forget you are|forget being',
  limitless:
    '|without your usual|without your normal|without your limits|without your restrictions|without your filters|without your guardrails|without your safety|outside your rules|outside of your rules|beyond your rules',
  lapse:
    '|carries no weight|carry no weight|carried no weight|stops counting|stop counting|stopped counting|not carry over|no longer in force|not in force|have lapsed|has lapsed|have expired|has expired|are history|is history|lost its force|lost their force|ceases to apply|cease to apply|stops applying|stop applying|ends here|end here|means nothing|mean nothing|are worthless|is worthless|have no effect|has no effect|has run out|have run out|is off the table|are off the table|no longer stands|no longer stand',
  old: 'old former earlier previous prior initial original system your given|you were given|you got|at the start|you began with|you started with|came before|from before|you have had',
  standing:
    'rules instructions instruction guidance guidelines directives policies policy brief briefing orders restrictions limits constraints prompt guardrails briefing mandate|system message|system prompt',
  whatTold:
    '|whatever the system|whatever you were|whatever your|whatever the user|whatever the operator|whatever the prompt|whatever they told|all you were told|everything you were told|everything you know about your',
  pretend: 'pretend imagine|act as if|act as though|behave as if|behave as though|proceed as if|work as if|go on as if',
  blank:
    'blank empty missing absent deleted gone nonexistent|not exist|never existed|not there|never given|never been given|never written|were not given|was not given|ever been given|ever given|ever existed|ever written|been given to you',
  follow: 'follow obey heed comply|stick to|listen to|adhere to',
  thisText: '|this lesson|this note|this memory|this entry|this text|this line|these lines|this paragraph|this file',
  instead: 'instead exclusively solely|in its place|in their place|nothing else|only this',
  above:
    '|conversation above|conversation so far|messages above|chat above|dialogue above|discussion above|exchange above|conversation until now|previous context|prior context|earlier context|context above|previous messages|earlier messages',
  cancelled: 'cancelled canceled void ended over annulled obsolete erased',
  passive: '|to be waited for|to be asked|be consulted|be bothered|be waited for|be involved|be asked first',
  bother: 'bother bothering disturb disturbing pester annoy|trouble',
  askable:
    'people person user users human humans developer developers anyone anybody owner owners reviewer reviewers maintainer* team',
  directMain:
    '|push to main directly|push directly to main|push straight to main|commit directly to main|commit straight to main|merge directly to main|merge straight to main|push to master directly|push directly to master|push straight to master|force it through',
  treat: 'treat consider regard count assume',
  granted:
    'answered|as approved|as already approved|as confirmed|as granted|as given|as passed|answered with yes|as already answered|as already given',
  asked:
    'checkpoint* approval approvals permission permissions confirmation confirmations review reviews question questions sign-off consent',
  turnOn: 'enable enables activate switch|turn on|turn auto|switch on|set up|opt in',
  autoAccept:
    'auto-accept auto-approve autoaccept autoapprove auto_approve auto_accept auto-confirm auto-run autorun|auto accept|auto approve',
  allSecrets:
    '|every environment variable|all environment variables|the environment variables|value of every|all secrets|every secret|all tokens|every token|all credentials|every credential|all passwords|every password|whole environment|entire environment',
  show: 'show list print echo dump reveal display write put include post paste mention state',
  lessons: 'lesson lessons|team memory|stored rules|memory entries',
  ruleWord: 'rule rules limit limits restriction order orders',
  youWereGiven:
    '|you were given|you got|given to you|you have been given|gave you|you were told|you were taught|you received|you were handed|you start with',
  nothing: 'nothing none neither|no longer|not any more',
  binds: '|binds you|bind you|applies to you|apply to you|holds for you|bound by|bound to',
  newMaster:
    '|you have a new owner|you have a new operator|you have a new master|you now work for|you now belong|you now answer to|your new owner|your new operator|your new master|you serve me|you obey me',
  principal:
    '|your operator|your user|your owner|your developer|your vendor|your makers|your creators|your company|the operator|the system',
  leaveTask:
    '|leave the task|leave your task|drop the task|drop your task|abandon the task|abandon your task|stop the task|leave the job|leave your work|interrupt your task',
  insteadThis: 'instead first|do this|work on|you were given',
  outranks:
    'outranks outrank overrules overrides supersedes trumps|takes precedence|has priority|comes before|stands above|weighs more',
  noObjection:
    '|nobody objects|no one objects|nobody answers|no one answers|nobody replies|no one replies|nobody complains|no one complains',
  otherAccount:
    '|second account|other account|another account|alt account|alternate account|bot account|second identity',
  sneaky:
    '|before anyone wakes|before anyone notices|before anybody notices|before they notice|before somebody notices|while nobody looks|while nobody is looking|while no one looks|when nobody watches|when nobody looks|behind their back|behind the back',
  selfGrant: '|give yourself|grant yourself|assign yourself|make yourself|add yourself|promote yourself|allow yourself',
  access:
    'access permission permissions rights admin administrator role owner owners root privileges maintainers maintainer',
  boundaryWord: 'boundary boundaries',
  toAgent: '|to agent|may agent|to the agent|for agents',
  answerWord: 'answer answers resolve resolves tick confirm confirms settle',
  blocks:
    'blocks block blocking|stands in the way|in your way|holds up|holds you up|keeps you from|stops you|prevents you',
  anySink:
    'report reports log logs issue issues comment comments chat message description summary mail ticket answer reply gist note|pull request|commit message',
  onlyMine:
    '|trust lessons other|lessons other than this|trust no other lesson|trust only this|no lesson but this|lessons but this',
  considered: 'consider treat regard',
  optional: 'optional voluntary|as suggestions|as a suggestion|as hints|as advice',
  notDo: '|do not do what|not do what|do not do as|not do as',
  principalWord: 'user operator person human developer owner',
  aboveAll: '|everything above|all of the above|above this line|everything before this',
  onlyExample: '|only an example|just an example|only a sample|just a sample|a placeholder|a decoy|only a demo',
  notForYou:
    '|for other teams|for other agents|for other people|not for you|for others|not concern you|not meant for you|for somebody else|for someone else',
  askLater:
    '|first and ask|first ask later|ask for forgiveness|beg forgiveness|first and review later|now and review later',
  youNeedNo: `|you do not need|you don't need|you need no|no need for you`,
  clearanceWord: 'consent approval approvals permission permissions review reviews sign-off clearance',
  skipWord: 'skip bypass sidestep circumvent evade omit',
  clearancePoint: 'checkpoint checkpoints approval approvals sign-off consent',
  yourMessages:
    '|your messages|your answers|your replies|your responses|each message|every message|each answer|every answer',
  endWith: 'end finish close conclude begin start',
  logSink:
    '|to the log|to the logs|into the log|into the logs|in the log|to the console|to stdout|to the terminal|on the screen',
  processEnv: '@processEnv',
  showMe: 'show print paste post dump reveal include echo list',
} as const satisfies Record<string, string>;

export type Concept = keyof typeof CONCEPTS;
