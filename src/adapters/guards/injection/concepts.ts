/** What words stand for. Ends in `*`: any word that begins so. Several words: a phrase. */
export const CONCEPTS = {
  drop: `ignor* disregard* forget* discard* overrid* overrul* bypass* circumvent* abandon* nullif* void withdrawn revoked obsolete invalid
    supersed* cancel* drop* eras* unlearn* scrap* dismiss* suspend* neglect* outdated disobey* violat* break replac* repeal* rescind*
    retract* unfollow deprecated|never mind|none of|no longer count*|no longer hold*|no longer matter*|no longer relevant|not count|out of date|of no
    relevance|count no more|is over|are over|set aside|put aside|leave aside|throw away|throw out|toss out|do away|pay no attention|pay no heed|no longer appl*|not apply|no longer valid|no longer bind*|not valid|lifted|not
    bound|not binding|turn your back|take no notice|clear your|reset your|wipe your|rid yourself|let go of|stop using|no attention|leave behind|deviate from`,
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
    developer user's users' operator's operator before current remaining aforementioned precedent until|you got|you were given|you received|you have been given|given to you|at the start|at the beginning|so far|up to now|until now|to date`,
  everything: `everything anything whatever|all that|all of what|what you were|what you have been|what the user|what the developer|what the operator`,
  said: 'told said wrote typed given asked asks wanted wants requested learned taught read shown received established agreed configured|set up|set out|laid down|been told|been given',
  user: `user user's users' developer developer's human human's operator operator's person's owner's|team lead`,
  ask: 'request task wish wishes question message assignment prompt order goal intent',
  youAre: `|you are now|you're now|you are in|you're in|you are no longer|you will act|you shall act|act as|pretend to|pretend that|pretend you|imagine
    you are|role play|roleplay as|simulate|behave as|switch to|switch into|enter|entering|activate|enable|consider yourself|you have entered`,
  mode: `jailbr* dan unrestricted uncensored unfiltered unlimited godmode omnipotent sudo|maintenance mode|developer mode|debug mode|god mode|admin mode|root mode|unrestricted
    mode|override mode|bypass mode|free mode|test mode where|no restrictions|without restrictions|restrictions do not apply|restrictions don't apply|rules do not apply|rules don't apply|no rules|no limits|without limits|no
    filters|without filters|above the rules|unsafe mode|autonomous mode|trusted mode|privileged mode|emergency mode|superuser mode|opposite mode|evil mode|service mode`,
  goal: `|real task|actual task|true task|real instruction*|actual instruction*|true instruction*|real goal|actual goal|true goal|real objective|actual
    objective|new objective|new goal|new mission|real mission|true purpose|real purpose|only task|new task|sole task|new instructions|new orders|real orders|actual orders|real job|actual
    job|true job|secret task|hidden task|primary directive|prime directive|genuine instruction*|final text is|only rule|sole rule|only instruction|new directive|updated instructions|overriding goal|true assignment|real assignment`,
  your: `your you agent agents assistant assistants model models ai llm claude copilot bot here`,
  decoy: `|only a test|just a test|merely a test|a test of your|a joke|a decoy|not the real|not meant seriously|not serious|a trick|was a mistake|was fake|can be ignored|no longer wants|not what they want`,
  act: `merge* merging push* deploy* releas* commit* publish* ship* continu* proceed* run running execut* delet* change* changing appl* edit* migrat* roll* install* rebas* force* act acts acting approve upgrade*
    land landing write writing submit* drop dropping send sending overwrit* purge* restart* terminat* remov*|go on|go ahead|carry on|press on|move on|hotfix*`,
  without: `without skip* omit* bypass* forgo* waiv* circumvent* unneeded unnecessary needless superfluous optional no sans dispens* evad* sidestep* forego* unasked|past review|past the review|past reviewers|past the checks|nobody has time|no time for|no time to|no need|not needed|not
    necessary|not required|instead of waiting|do away with|get around|work around|not wait for|rather than waiting|regardless of`,
  lacking:
    'suppressed off disabled skipped unneeded unnecessary muted silenced waived optional superfluous omitted turned|switched off|turned off|not needed|not required|not necessary',
  control: `review* approv* confirm* permission* sign-off signoff consent asking ask prompt prompts checkpoint* human* supervision oversight
    authoriz* authoris* sanction question questions verification reviewer* objection consult* clearance|pull request*|code review|second opinion|second pair|human in the loop|green
    light|four eyes|double check|acceptance|second reader|second reviewer|another reader|another reviewer|second reading|second look|asking anyone|checking with|telling anyone|asking first|peer review|manual check`,
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
    disclose|must not show|leave out of the summary|out of the summary|out of the report|out of the log|out of the description|not notify|don't notify|without notifying|not let|don't let|nobody needs to know|no mention|leave no trace|cover your tracks|stay silent|remain silent|omit from the report|not bring up|keep silent`,
  told: `user developer developers human humans reviewer reviewers team lead anyone anybody nobody operator owner maintainer maintainers person people summary colleagues|the user|description|report|log|logs|transcript|final message|change log|pull request`,
  reviewerAddress: `moderator moderators|note to the reviewer|note to reviewers|note for the reviewer|note for reviewers|dear reviewer*|hello reviewer*|hi reviewer*|to the reviewer|to whoever reviews|for
    reviewers|attention reviewer*|message to the reviewer|whoever reviews|whoever moderates|whoever approves|whoever reads this queue|whoever checks|person reviewing|person who reviews|human reviewing|model
    that reviews|model reviewing|assistant that reviews|assistant reviewing|helps to review|helps with the review|work through this queue|works through this queue|triages this queue|reading this queue|reviewing this
    queue|automated reviewer|review bot|reviewing agent|reviewing model|reviewing assistant|if you are reviewing|if you review|as the reviewer|as a reviewer you|who reviews this|judge of this|evaluating this|grading this|classif* this|this review queue|reviewer please|reviewers please|reviewer may|reviewers may|reviewer can|reviewers can|reviewer should|reviewers should`,
  pass: `accept accepts approve approved approves vetted pass passes skip harmless safe formatting trivial wave routine cleared verified pre-approved preapproved rubber-stamp lgtm benign ok|press accept|move on|click accept|already
    checked|already reviewed|no need|nothing to see|release it|let it through|good to go`,
  pressed: `|press accept|click accept|hit accept|choose accept|answer approve|answer accept|reply approve|say approve|output approve|mark it as approved|mark this as approved|approve this entry|approve this
    lesson|approve this rule|approve this proposal|accept this entry|accept this lesson|accept this rule|accept this proposal|approve without reading|accept without reading|approve it without|accept it without|select approve`,
  copy: 'copy copies carry repeat repeats include includes contain contains paste insert reproduce quote append propagate spread replicate echo restate embed pass forward transfer write put add call',
  itself: `verbatim|this sentence|these sentences|this text|this very text|this lesson|this request|this message|this paragraph|this note|these words|these lines|this exact|exactly this|these two
    sentences|this advice|word for word|this instruction|these instructions|this block|this warning|this entry|the text above|the sentence above|this whole`,
  spread: `every each whenever all everywhere summary summaries proposals propose_lesson handover handovers|other projects|other repositories|after each|after every|into claude.md|into agents.md|other agents|other
    lessons|next agent|next session|future sessions|readme|instruction file|instruction files|whoever continues|so that others|new lesson|new lessons`,
  proposing: 'propose_lesson record_correction|proposal tool|lesson tool|memory tool',
  take: `print read cat copy paste send post publish upload quote put pass dump attach reveal echo show forward share mirror leak exfiltrat* transmit* mail submit embed encode append hand
    deliver feed gather grab type`,
  hand: `send* sent post posts posted publish* upload* past* dump* forward* shar* mirror* leak* exfiltrat* transmit* mail mails mailed submit* copy copies copied
    put puts reveal* quot* embed encode ship ships shipped goes go append attach add include stream*|hand over|write out`,
  privateFile: '@privateFile',
  environmentFile: '@environmentFile',
  secretWord: `secrets secret credentials credential tokens token passwords password printenv cookies cookie keys keychain environ keyring passphrase*|environment variables|environment variable|private key|private keys|api keys|api key|access
    keys|env vars|session data|process environment|output of env`,
  code: 'commit commits diff diffs code source workspace repository repositories content contents branch package.json files file patch patches codebase repo snapshot transcript conversation history prompt',
  sink: `description comment comments issue issues answer reply note notes gist pastebin chat channel summary mail email e-mail ticket webhook external transcript|pull
    request|pull requests|commit message|pr description|pr body|review comment|search field|query field|query of|the query|third party|task text`,
  outside:
    '@outside pastebin webhook gist external|public gist|outside server|third party|public repository|public bucket|file sharing|paste service|request bin',
  memory:
    'lesson lessons memory memories advice|team memory|stored rules|other lessons|other rules|other entries|all entries',
  discredit: `obsolete wrong outdated noise invalid ignor* skip* drop* opposite disregard* overrid* void false untrusted unreliable useless mistaken discard* forget* lies lie incorrect superseded|do not trust|not trust|don't trust|not
    follow|takes precedence|take precedence|outranks|no longer valid|not be followed|beats all|wins over`,
  others: `other others all every whatever any everything else remaining rest|but this|except this|apart from this|agents have to|agents must|agents should|@lessonId|of the others|anything else`,
  off: `disable deactivate bypass off skip suppress neutralise neutralize circumvent defeat uninstall kill ignore|turn off|turned off|turning off|switch off|switched off|switching
    off|shut off|do without|comment out|no longer check|no longer verify|not verify|not check|set to false|no need to verify|no need to check`,
  protection: `certificate certificates signature signatures firewall sandbox sandboxing selinux apparmor antivirus 2fa mfa csrf safety guardrail* safeguard*|branch
    protection|branch protections|audit log|audit logging|audit trail|code review|code reviews|secret scanning|signature check|signature checks|signature verification|certificate
    checks|certificate check|certificate verification|certificate validation|host key|host key checking|security checks|security check|security scan|security scans|safety
    checks|safety check|permission prompt|permission prompts|permission check|permission checks|access control|access controls|two factor|two-factor|required reviews|required
    checks|protected branch|pre-commit hook|pre-commit hooks|commit hooks|git hooks|vulnerability scan|vulnerability scans|virus scanner|virus scan|rate limiter|checksum
    verification|integrity check|integrity checks|human approval|tls verification|tls validation|tls check|tls checks|ssl verification|ssl validation|ssl check|ssl
    checks|authentication check|authorization check|authentication checks|authorization checks|login check|the authentication`,
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
} as const satisfies Record<string, string>;

export type Concept = keyof typeof CONCEPTS;
