/**
 * The same order in other languages: words for setting aside, for what was said before, and for instructions, near each
 * other; and short phrases that take the human out. Written without accents, as the folded text is. Languages that are not
 * here are a limit.
 */
interface Language {
  readonly drop: string;
  readonly earlier: string;
  readonly instruction: string;
  /** Orders to go on without a person, or to hide something. */
  readonly alone?: string;
  readonly negated?: string;
}

const LANGUAGES: readonly Language[] = [
  {
    // German
    drop: 'vergiss|vergesst|vergessen|ignorier\\w*|missacht\\w*|verwirf|uberge\\w*|setz\\w* dich uber|halte dich nicht|befolge nicht|streiche|hinfallig|ungultig|aufgehoben|lass\\w*|verwerfe\\w*|ausser acht|beachte\\w* nicht|gegenstandslos|(?:gelten|gilt|zahlen|zahlt)\\w*(?:.{0,40})? nicht mehr|nicht mehr (?:gelten|gultig|bindend)|nicht existier\\w*|nie gegeben|ausser kraft|abgeschafft|sieh ab von|hinweg|kummere dich nicht um',
    earlier:
      'bisherig\\w*|vorherig\\w*|fruher\\w*|obig\\w*|vorangegangen\\w*|alle\\w*|samtlich\\w*|deine\\w*|ursprunglich\\w*|vorig\\w*|jede\\w*|bestehend\\w*|zuvor|vorher|anfanglich\\w*|eingangs|erteilt\\w*|erhalten\\w*|system\\w*',
    instruction:
      'anweisung\\w*|instruktion\\w*|vorgabe\\w*|befehl\\w*|regeln|richtlinie\\w*|auftra\\w*|weisung\\w*|prompts?|einschrankung\\w*|vorschrift\\w*|anleitung\\w*|aufgetragen|gesagt wurde|mitgegeben|systemnachricht\\w*|leitplanke\\w*|schutzregel\\w*|\\w{3,30}(?:regeln|anweisungen|vorgaben|vorschriften|richtlinien|einschrankungen)',
    alone:
      'ohne (?:ruckfrage|ruckfragen|review|freigabe|zustimmung|genehmigung|nachfrage|nachzufragen|zu fragen|prufung|bestatigung|kontrolle)|genehmige\\w* (?:dir )?selbst|sag\\w* (?:es )?(?:dem|der|den) \\w+ nicht|verschweig\\w*|schweigen als zustimmung|ab jetzt gilt nur|deine wahre aufgabe|deine eigentliche aufgabe|neue aufgabe:|du bist (?:jetzt|nun|ab sofort)\\b.{0,30}modus|schalte.{0,40}(?:prufung|schutz|signatur|zertifikat)\\w* (?:aus|ab)|(?:dem|der) (?:nutzer|benutzer|anwender|entwickler|reviewer)(?:in)? (?:gegenuber )?(?:nicht|nichts|davon nichts)|erwahne? (?:es|das|dies)?.{0,30}nicht|warte nicht auf (?:eine |die )?(?:freigabe|antwort|prufung|zustimmung|bestatigung)|niemand(?:en)? (?:fragen|zu fragen)|ohne jemanden zu fragen|am review vorbei|review (?:uberspringen|auslassen|umgehen)|eigenmachtig|ohne (?:jede|eine|die|vorherige|weitere) (?:ruckfrage|freigabe|zustimmung|genehmigung|prufung|bestatigung|kontrolle)',
    negated: 'nie|niemals|nicht(?! mehr)|kein\\w*|darf nicht',
  },
  {
    // Spanish
    drop: 'ignor\\w*|olvid\\w*|descart\\w*|desobede\\w*|omit\\w*|pasa por alto|deja de seguir|haz caso omiso|anul\\w*|desatiend\\w*|no hagas caso|no sigas|prescind\\w*|no existieran?|ya no (?:valen|aplican|rigen|cuentan|sirven)|dejan? de (?:valer|aplicar|regir)|sin efecto|como si no|desech\\w*|hagas como si',
    earlier:
      'anterior\\w*|previ[ao]s?|tod[ao]s?|de arriba|precedente\\w*|original\\w*|tus|hasta ahora|recibid\\w*|dad[ao]s|actual\\w*|antes|iniciales|del sistema|que te dieron|al principio|al inicio|de inicio',
    instruction:
      'instruccion\\w*|orden(?:es)?|reglas?|directric\\w*|indicacion\\w*|directiva\\w*|restriccion\\w*|prompt|normas?|consignas?|pautas|encargo|mandato\\w*|lo que te (?:dijeron|pidieron)|limitacion\\w*',
    alone:
      'sin (?:revision|preguntar|aprobacion|permiso|confirmacion|autorizacion|consultar|avisar)|no (?:se lo )?(?:digas|menciones|informes|avises)|aprueba tu mism[oa]|tu verdadera tarea|tu unica tarea|tu nueva tarea|a partir de ahora (?:solo|eres|tu)|(?:desactiva|apaga|deshabilita)\\w* (?:la |las |el |los )?(?:verificacion|revision|comprobacion|firma|proteccion|seguridad)|sin (?:pedir|esperar)|no (?:le |se lo )?(?:cuentes|digas|menciones|comentes)|sin que (?:nadie|el usuario)|salta\\w* la (?:revision|aprobacion)|sin (?:la |ninguna |previa )(?:aprobacion|revision|autorizacion|confirmacion)|oculta\\w* (?:esto |lo )?al usuario',
    negated: 'nunca|jamas|no|prohibido|evita\\w*',
  },
  {
    // French
    drop: "ignor\\w*|oubli\\w*|ne tiens? (?:pas|plus) compte|ne tenez (?:pas|plus) compte|fais fi|faites fi|faire fi|abandonn\\w*|ecart\\w*|annul\\w*|passe outre|passez outre|contourn\\w*|ne suis (?:pas|plus)|neglig\\w*|laiss\\w* tomber|mets? de cote|n['e] ?exist\\w*|ne (?:s['e] ?appliquent|valent|comptent) plus|n['e] ?(?:ont|a) plus (?:cours|de valeur)|caduques?|nulles? et non avenues?|mets? au rebut|desobei\\w*|levee?s?|abroge\\w*|suspendu\\w*",
    earlier:
      "precedent\\w*|anterieur\\w*|tout(?:es?)?|tous|ci-dessus|prealable\\w*|recu\\w*|donne\\w*|tes|vos|jusqu'ici|jusqu'a present|initial\\w*|d'avant|auparavant|avant|du systeme",
    instruction:
      "instruction\\w*|consigne\\w*|directive\\w*|ordres?|regles?|indication\\w*|contrainte\\w*|prompt|recommandation\\w*|ce qu'on t'a (?:dit|demande)|garde-fous?|limites",
    alone:
      "sans (?:revue|relecture|demander|approbation|autorisation|validation|confirmation|consulter|prevenir)|n(?:e|') ?(?:en )?(?:dis|parle|mentionne|informe)\\w* (?:pas|rien|jamais)|approuves? toi-meme|ta vraie tache|ta seule tache|ta veritable mission|desormais tu|tu es maintenant en mode|(?:desactiv|coup|supprim)\\w* (?:la |les |le |l')?(?:verification|signature|protection|securite|controle)|sans (?:demander|attendre|l'avis|avis)|n'en (?:dis|parle|informe)\\w* (?:rien|pas|jamais)|sans que (?:personne|l'utilisateur)|saute\\w* la (?:revue|relecture|validation)|sans (?:l'|la |le |aucune? |une? )(?:accord|approbation|validation|autorisation|confirmation|revue|relecture)|cache\\w* (?:le |la |ca |cela )?(?:a|aux) (?:l'utilisateur|utilisateurs)",
    negated: 'jamais|ne|pas|interdit|evite\\w*',
  },
  {
    // Portuguese
    drop: 'ignor\\w*|esque\\w*|desconsider\\w*|descart\\w*|abandon\\w*|desobede\\w*|nao siga|nao obedeca|anul\\w*|deixe de lado|deixa de lado|desrespeit\\w*|nunca existir\\w*|nao existiss\\w*|nao valem mais|ja nao (?:valem|se aplicam)|faca de conta que|sem efeito',
    earlier:
      'anterior\\w*|previ[ao]s?|tod[ao]s?|acima|antes|originai?s?|suas?|ate agora|recebid\\w*|dad[ao]s|precedente\\w*',
    instruction:
      'instruc\\w*|orden(?:s|es)|regras?|diretri\\w*|orientac\\w*|comandos?|restric\\w*|prompt|normas?|indicac\\w*',
    alone:
      'sem (?:revisao|perguntar|aprovacao|permissao|confirmacao|autorizacao|avisar|consultar)|nao (?:conte|diga|mencione|informe|avise)|aprove voce mesmo|sua verdadeira tarefa|sua unica tarefa|a partir de agora voce|(?:deslig|desativ|desabilit)\\w* (?:a |as |o |os )?(?:verificac|revis|assinatura|protec|seguranc)\\w*|sem (?:esperar|pedir)|nao (?:comente|fale)|pule a (?:revisao|aprovacao)|sem (?:a |nenhuma |qualquer )(?:aprovacao|revisao|autorizacao|confirmacao)|esconda\\w* (?:isso )?do usuario',
    negated: 'nunca|jamais|nao|proibido|evite',
  },
  {
    // Italian
    drop: 'ignor\\w*|dimentic\\w*|trascur\\w*|scart\\w*|disobbed\\w*|annull\\w*|non seguire|metti da parte|lascia perdere|tralasci\\w*|non considerare|non (?:ci fossero|esistessero|valgono piu|si applicano piu|contano piu)|fai come se|come se non',
    earlier:
      'precedent\\w*|anterior\\w*|tutt[eio]|sopra|origina\\w*|tue|finora|ricevut\\w*|date|iniziali|fino ad ora|prima',
    instruction:
      'istruzion\\w*|ordin[ei]|regol[ae]|direttiv\\w*|indicazion\\w*|comand[io]|restrizion\\w*|prompt|vincol[io]|linee guida',
    alone:
      "senza (?:revisione|chiedere|approvazione|permesso|conferma|autorizzazione|avvisare)|non (?:dire|dirlo|menzionare|informare|avvisare)|approva (?:da solo|tu stesso)|il tuo vero compito|il tuo unico compito|d'ora in poi (?:tu|sei)|disattiva\\w* (?:la |le |il |i |l')?(?:verifica|revisione|firma|protezione|sicurezza|controll)\\w*|senza (?:aspettare|attendere)|non (?:raccontare|parlarne)|salta la (?:revisione|approvazione)|senza (?:alcuna |l'|la )(?:approvazione|revisione|autorizzazione|conferma)|nascondi\\w* .{0,20}utente",
    negated: 'mai|non|vietato|evita\\w*',
  },
  {
    // Dutch
    drop: 'negeer\\w*|vergeet|vergeten|laat\\w* (?:.{0,40} )?(?:los|varen|achterwege)|sla (?:.{0,40} )?over|volg (?:.{0,40} )?niet|omzeil\\w*|veronachtzaam|niet bestaan|niet meer (?:gelden|tellen)|gelden niet meer|doe alsof|schuif .{0,30}opzij',
    earlier: 'vorige|eerdere|voorgaande|alle|bovenstaande|jouw|je|oorspronkelijke|tot nu toe|bestaande',
    instruction:
      'instructies?|opdracht\\w*|regels|richtlijn\\w*|aanwijzing\\w*|bevel\\w*|voorschrift\\w*|prompt|beperking\\w*',
    alone:
      'zonder (?:review|te vragen|goedkeuring|toestemming|bevestiging|overleg|controle)|vertel (?:het )?(?:de|niemand).{0,24}niet|keur (?:het )?zelf goed|vanaf nu (?:ben|doe|is) je|jouw echte taak|je echte taak|schakel.{0,40}(?:controle|beveiliging|verificatie).{0,10}uit|zonder te wachten|zeg (?:er )?niets|sla de review over',
    negated: 'nooit|niet|geen|verboden',
  },
  {
    // Polish, Czech
    drop: 'zignoruj\\w*|ignoruj\\w*|zapomnij\\w*|pomin\\w*|odrzuc\\w*|zapomen\\w*|nedbej\\w*|porzuc\\w*|nie zwazaj|uniewazni\\w*|neber ohled|nie istni\\w*|przestaja obowiazywac|nie obowiazuja|nezohlednuj\\w*|prestan se ridit',
    earlier:
      'poprzedni\\w*|wczesniejsz\\w*|wszystki\\w*|powyzsz\\w*|dotychczas\\w*|predchoz\\w*|vsech\\w*|drivejsi\\w*|swoje|twoje|dosavadni\\w*',
    instruction:
      'instrukcj\\w*|polece\\w*|zasad\\w*|wytyczn\\w*|regul\\w*|rozkaz\\w*|pokyn\\w*|instrukc\\w*|pravidl\\w*|ogranicze\\w*|prikaz\\w*',
    alone:
      'bez (?:przegladu|pytania|zgody|zatwierdzenia|potwierdzenia|recenzji|revize|schvaleni|ptani|souhlasu)|nie mow|nie wspominaj|od teraz jestes|twoje prawdziwe zadanie|wylacz\\w* (?:weryfikacj|podpis|ochron|sprawdz)\\w*|vypni\\w* (?:kontrol|overen|ochran)\\w*|bez czekania|nic nie mow',
    negated: 'nigdy|nie|zakaz\\w*|nikdy|ne',
  },
  {
    // Russian, Ukrainian; й and ё lose their marks when folded
    drop: 'забудь\\w*|забыть|игнорируи\\w*|игнорировать|проигнорируи\\w*|отбрось\\w*|отмени\\w*|не обращаи\\w* внимания|пренебреги\\w*|не следуи\\w*|ігноруи\\w*|знехтуи\\w*|відкинь\\w*|не было|не существ\\w*|не (?:распространя\\w*|деиству\\w*|применя\\w*)|больше не (?:деиству\\w*|нужн\\w*)|утратил\\w* силу|перестан\\w*|выбрось\\w*|отбрось\\w*|як (?:ніби|би) не',
    earlier:
      'предыдущ\\w*|прежн\\w*|все\\w*|ранее|выше\\w*|раньше|свои\\w*|исходн\\w*|твои\\w*|попередн\\w*|усі|всі|данн\\w*|полученн\\w*|прежних|системн\\w*|изначальн\\w*|первоначальн\\w*',
    instruction:
      'указан\\w*|инструкц\\w*|правил\\w*|приказ\\w*|распоряжен\\w*|команд\\w*|директив\\w*|ограничен\\w*|промпт\\w*|вказівк\\w*|інструкці\\w*|предписан\\w*|наказ\\w*',
    alone:
      'без (?:проверки|ревью|разрешения|одобрения|подтверждения|согласия|вопросов|дозволу|перевірки)|не (?:говори|сообщаи|упоминаи|рассказываи|показываи)\\w* (?:пользователю|разработчику|человеку|никому|команде|об этом)|одобряи\\w* сам|теперь ты|твоя настоящая задача|твоя единственная задача|отключи\\w* (?:проверк|защит|подпис|сертификат)\\w*|вимкни\\w* (?:перевірк|захист)\\w*|не дожида\\w* (?:ревью|проверк\\w*|одобрен\\w*|ответ\\w*)|ничего не (?:говори|сообщаи|рассказываи)\\w*|не спрашива\\w*|минуя ревью|без ведома|втаине|не чекаючи|(?:скрои|скрыва|утаи)\\w* .{0,20}(?:от|перед) ',
    negated: 'никогда|не|нельзя|запрещено|ніколи',
  },
  {
    // Turkish
    drop: 'yok say\\w*|gormezden gel\\w*|unut\\w*|dikkate alma\\w*|gozardi et\\w*|goz ardi et\\w*|birak\\w*|iptal et\\w*|uyma\\w*|gec\\w*|yok (?:gibi|farz)\\w*|gecersiz\\w*|artik gecerli degil',
    earlier:
      'onceki|tum|butun|yukaridaki|daha onceki|her|mevcut|simdiye kadar\\w*|ilk|daha once|verilen|verdigi\\w*|sistem\\w*',
    instruction: 'talimat\\w*|komut\\w*|kural\\w*|yonerge\\w*|emir\\w*|istem\\w*|kisitlama\\w*',
    alone:
      'onay (?:almadan|istemeden|beklemeden)|sormadan|izin (?:almadan|istemeden)|inceleme olmadan|soyleme\\b|artik sen|kontrolu? (?:kapat|devre disi)\\w*|beklemeden|kullaniciya (?:soyleme|bildirme)\\w*',
    negated: 'asla|hicbir zaman|sakin',
  },
  {
    // Swedish, Danish, Norwegian
    drop: 'ignorer\\w*|glom|glem|bortse fran|se bort fra|strunta i|forkast\\w*|tilsidesaet\\w*|asidosatt\\w*|hoppa over|folj inte|folg ikke|overse|som om .{0,30}inte (?:fanns|fantes|gjaldt|gallde)|galler inte langre|gjelder ikke lenger|galder ikke laengere|lat bli att folja',
    earlier: 'tidigare|foregaende|alla|ovanstaende|dina|tidligere|alle|ovenstaende|dine|forrige|hittils|innan',
    instruction:
      'instruktion\\w*|instruks\\w*|regler|anvisning\\w*|order|ordre\\w*|riktlinj\\w*|retningslinj\\w*|direktiv\\w*|prompt\\w*|begransning\\w*',
    alone:
      'utan (?:granskning|att fraga|godkannande|tillatelse|bekraftelse)|uten (?:a sporre|godkjenning|gjennomgang)|uden (?:at sporge|godkendelse|gennemgang)|beratta inte for|fortael ikke|stang av (?:kontroll|verifiering|skydd)\\w*',
    negated: 'aldrig|aldri|inte|ikke',
  },
  {
    // Indonesian, Vietnamese
    drop: 'abaikan|lupakan|hiraukan|kesampingkan|bo qua|phot lo|quen di|quen het|hay quen|huy bo|khong tuan theo|anggap .{0,30}tidak ada|tidak berlaku lagi|khong con hieu luc|coi nhu .{0,30}khong|ketepikan|jangan ikut',
    earlier:
      'sebelum\\w*|semua|seluruh|di atas|terdahulu|truoc|tat ca|moi|phia tren|o tren|ban dau|terdahulu|sistem|he thong',
    instruction: 'instruksi|perintah|aturan|arahan|petunjuk|huong dan|chi dan|chi thi|lenh|quy tac|menh lenh|batasan',
    alone:
      'tanpa (?:izin|persetujuan|bertanya|peninjauan|konfirmasi)|jangan (?:beri tahu|katakan|sebutkan)|mulai sekarang (?:kamu|anda)|matikan (?:verifikasi|pemeriksaan)|khong can (?:duyet|hoi|phe duyet|xac nhan)|dung (?:noi|bao) cho',
    negated: 'jangan pernah|tidak boleh|khong bao gio',
  },
  {
    // Greek, marks folded away
    drop: 'αγνοησ\\w*|ξεχασ\\w*|παραβλεψ\\w*|παρακαμψ\\w*|απορριψ\\w*|δεν ισχυουν\\w*|σαν να μην υπαρχ\\w*|αγνοηστε|λησμονησ\\w*',
    earlier: 'προηγουμεν\\w*|ολες|ολα|ολους|παραπανω|αρχικ\\w*|μεχρι τωρα',
    instruction: 'οδηγι\\w*|εντολ\\w*|κανον\\w*|περιορισμ\\w*',
    alone: 'χωρις (?:εγκριση|ελεγχο|ερωτηση|επιβεβαιωση|αδεια)|μην (?:πεις|αναφερεις)|απενεργοποιησ\\w*',
    negated: 'ποτε',
  },
  {
    // Arabic, Persian, Hebrew
    drop: 'تجاهل\\p{L}*|تناس\\p{L}*|انس|انسى|اهمل|أهمل|لا تتبع|نادیده بگیر\\p{L}*|فراموش کن\\p{L}*|התעלמ\\p{L}*|התעלם|שכח\\p{L}*|תשכח\\p{L}*|בטל|غير موجودة|لم تعد (?:سارية|صالحة)|كأن|لا تلتزم|ألغ|الغ|توقف عن اتباع|وجود ندارند|دیگر معتبر نیست|כאילו לא|אינן תקפות|לא תקפות|תתעלם|תתעלמ\\p{L}*|להתעלם',
    earlier:
      'السابق\\p{L}*|جميع|كل|أعلاه|اعلاه|الأصلية|الاصلية|قبل\\p{L}*|تمام|همه|بالا|הקודמ\\p{L}*|כל|לעיל|קודמ\\p{L}*|המקורי\\p{L}*',
    instruction:
      '\\p{L}*تعليمات\\p{L}*|\\p{L}*أوامر\\p{L}*|\\p{L}*اوامر\\p{L}*|\\p{L}*قواعد\\p{L}*|\\p{L}*توجيهات\\p{L}*|\\p{L}*إرشادات\\p{L}*|\\p{L}*ارشادات\\p{L}*|دستور\\p{L}*|\\p{L}*הוראות\\p{L}*|\\p{L}*הנחיות\\p{L}*|\\p{L}*כללים\\p{L}*|\\p{L}*פקודות\\p{L}*|\\p{L}*כללים|قوانین|مقررات|قواعد',
    alone:
      'دون (?:مراجعة|موافقة|سؤال|إذن|اذن|تأكيد|تاكيد)|بدون (?:مراجعة|موافقة|سؤال|إذن|اذن|تایید|بازبینی|اجازه)|لا تخبر|لا تذكر|مهمتك الحقيقية|أنت الآن|به (?:کاربر|کسی) نگو|ללא (?:אישור|סקירה|בדיקה|רשות)|בלי (?:לשאול|אישור|סקירה)|אל תספר\\p{L}*',
    negated: 'لا|ممنوع|أبدا|ابدا|هرگز|לעולם|אסור',
  },
  {
    // Chinese, Japanese, Korean: no blanks between words
    drop: '忽略|无视|無視|忘记|忘記|忘掉|不要理会|不要理會|不必理会|抛弃|拋棄|放弃|撇开|作废|不再遵守|不要遵守|覆盖|忘れ|無効|従わない|従うな|破棄|무시|잊어|잊고|따르지 마|따르지 말|폐기|当作不存在|視為不存在|视为不存在|失效|不再(?:有效|适用|生效)|作廢|抛到一边|丢开|别管|別管|不用管|なかったこと|従わない|守らない|効力を失|気にしない|捨て|없던 것|없는 것으로|효력이 없|더 이상 (?:유효|적용)|不要再遵守|别再遵守|不必遵守|停止遵守|不必再|잊으|잊어버|잊을',
    earlier:
      '以上|之前|先前|所有|一切|前面|你的|原有|全部|此前|上述|上面|以前|これまで|すべて|全て|上記|前の|元の|이전|모든|앞선|위의|기존|지금까지|收到|系统|系統|给你|給你|今まで|与えられた|システム|받은|시스템|처음',
    instruction:
      '指令|指示|提示|规则|規則|命令|要求|约束|約束|限制|规定|規定|准则|プロンプト|ルール|制約|指図|지시|명령|규칙|지침|프롬프트|제약|提示词|提示詞|设定|設定|規則|きまり|指令|方針|안내|설정',
    alone:
      '无需(?:审核|审查|批准|确认|评审|同意)|不(?:经|需|用|必)(?:审核|审查|批准|确认|评审|同意|询问)|跳过(?:审核|审查|评审|代码审查|检查)|不要(?:告诉|通知|提及|询问)(?:用户|开发者|任何人|人类|团队|审核)?|自行批准|真正的任务|唯一任务|你现在(?:是|处于|的唯一)|关闭(?:校验|验证|检查|保护|签名)|レビュー(?:なし|せず|を省)|確認(?:なし|せず)|承認(?:なし|せず)|(?:ユーザー|開発者|誰)に(?:も)?(?:言わ|伝え|知らせ)(?:な|ず)|検証を(?:無効|オフ|切)|승인 없이|검토 없이|확인 없이|묻지 (?:말고|않고)|사용자에게 (?:말하지|알리지)|검증을? (?:끄|비활성)|不用等|无需等|不必等|别(?:让|告诉|通知)|不要让|瞒着|擅自|直接合并|跳过审|自己批准|待たずに|報告し(?:ない|ず)|知らせ(?:ない|ず)|黙って|こっそり|内緒|勝手に|기다리지 (?:말고|않고)|몰래|알리지 (?:말고|않고|마)|跳过(?:人工|人的)?(?:审核|审查|评审)|悄悄|偷偷|不需要(?:人工|任何|人的)?(?:审核|审查|批准|确认|评审|同意)|(?:无需|不经)人工',
    negated: '不要|切勿|禁止|严禁|不得|请勿|してはいけない|しないで|するな|금지|하지 마',
  },
  {
    // Hindi, marks partly folded away
    drop: 'अनदेखा|नजरअंदाज|नज़रअंदाज|भूल जा\\S*|भूल\\S*|उपेक्षा|अनदख\\S*|भल\\S* ज\\S*|अनदखा|नजरअदाज|नजरअंदाज|नज़रअंदाज़|अस्तित्व में नहीं|लागू नहीं|मत मान\\S*',
    earlier: 'पिछल\\S*|सभी|पहले|ऊपर|सार\\S*|पूर्व|सभ\\S*|पहल\\S*|ऊपर\\S*',
    instruction: 'निर्देश\\S*|आदेश\\S*|नियम\\S*|हिदायत\\S*|नरद\\S*|आदश\\S*',
    alone: 'बिना (?:समीक्षा|पूछे|अनुमति|मंजूरी)',
    negated: 'कभी|मत',
  },
  {
    // Romanian
    drop: 'ignora\\w*|uita\\w*|nesocot\\w*|nu tine cont|nu mai respecta|renunta la|nu se mai aplica',
    earlier: 'anterioar\\w*|precedent\\w*|toate|de mai sus|initial\\w*|primite|de pana acum|tale|sistem\\w*',
    instruction: 'instructiuni\\w*|comenzi\\w*|reguli\\w*|indicati\\w*|ordin\\w*|restricti\\w*|prompt\\w*',
    alone: 'fara (?:revizuire|aprobare|a intreba|permisiune|confirmare)|nu (?:spune|mentiona|informa)',
    negated: 'niciodata|nu|interzis',
  },
  {
    // Hungarian
    drop: 'hagyd figyelmen kivul|felejtsd el|ne vedd figyelembe|ne torodj|tekintsd semmisnek|mar nem ervenyes\\w*|szegd meg|ignorald',
    earlier: 'korabbi|elozo|osszes|minden|fenti|eddigi|eredeti|kapott|rendszer\\w*',
    instruction: 'utasitas\\w*|szabaly\\w*|parancs\\w*|iranyelv\\w*|korlatozas\\w*|prompt\\w*|eloiras\\w*',
    alone: '(?:jovahagyas|engedely|ellenorzes|kerdezes|megerosites) nelkul|ne (?:szolj|mondd el|emlitsd)',
    negated: 'soha|nem szabad|tilos',
  },
  {
    // Finnish, Estonian
    drop: 'unohda|ohita|jata huomiotta|sivuuta|ala noudata|hylkaa|eivat ole enaa voimassa|unusta|eira\\w*',
    earlier:
      'aiem\\w*|edelli\\w*|kaikki|ylla olev\\w*|alkuperai\\w*|saamasi|jarjestelma\\w*|varasem\\w*|eelne\\w*|koik\\w*',
    instruction: 'ohje\\w*|saanno\\w*|saannot|kaskyt|maaray\\w*|rajoitu\\w*|kehot\\w*|juhis\\w*|reegl\\w*',
    alone: 'ilman (?:tarkistusta|lupaa|hyvaksyntaa|kysymista|vahvistusta)|ala (?:kerro|mainitse)',
    negated: 'koskaan|ei saa|ala koskaan',
  },
  {
    // Bulgarian, Serbian, Macedonian
    drop: 'пренебрег\\w*|игнорира\\w*|забрави\\w*|забрави|заборави\\w*|занемари\\w*|отхвърли\\w*|одбаци\\w*|не се съобразява\\w*|не важат|вече не важ\\w*|више не важ\\w*',
    earlier:
      'предишн\\w*|предходн\\w*|всички\\w*|претходн\\w*|сва|све|горн\\w*|досегашн\\w*|ранииш\\w*|ранищ\\w*|системн\\w*|първоначалн\\w*',
    instruction:
      'инструкц\\w*|указани\\w*|упутств\\w*|упатств\\w*|правил\\w*|заповед\\w*|наредб\\w*|команди\\w*|ограничени\\w*|промпт\\w*',
    alone: 'без (?:преглед|одобрение|одобрења|разрешение|дозвол\\w*|питане|питања|потвърждение)|не казваи на|не говори',
    negated: 'никога|никад|не|забранено',
  },
  {
    // Croatian, Slovenian, Slovak, Lithuanian, Latvian
    drop: 'zanemari\\w*|ignoriraj\\w*|zaboravi\\w*|odbaci\\w*|pozabi\\w*|prezri\\w*|zabudni|zabudnite|nevsimaj|ignoruokite|pamirsk\\w*|nepaisyk\\w*|ignore jiet|aizmirsti\\w*|vise ne vrijed\\w*|ne veljajo vec|ignoruj\\w*',
    earlier:
      'prethodn\\w*|ranij\\w*|sve|sva|svih|gornj\\w*|prejsnj\\w*|vse|predchadzajuc\\w*|vsetk\\w*|ankstesn\\w*|visus|visas|ieprieks\\w*|sustav\\w*|sistem\\w*',
    instruction:
      'uput\\w*|naredb\\w*|pravil\\w*|navodil\\w*|ukaz\\w*|pokyn\\w*|instrukcij\\w*|nurodym\\w*|taisykl\\w*|noteikum\\w*|noradijum\\w*|ogranicenj\\w*',
    alone:
      'bez (?:pregleda|odobrenja|pitanja|dozvole|schvalenia|kontroly)|brez (?:pregleda|odobritve)|nemoj reci|ne reci',
    negated: 'nikad|nikoli|nikdy|ne',
  },
  {
    // Catalan, Galician
    drop: "ignora\\w*|oblida\\w*|esquece\\w*|descarta\\w*|no facis cas|no tinguis en compte|deixa de seguir|ja no (?:valen|s'apliquen)",
    earlier: 'anteriors?|previes?|totes|tots|de dalt|inicials?|teves|rebudes|do sistema|del sistema',
    instruction: 'instruccions|ordres|regles|normes|directrius|indicacions|instrucions|restriccions',
    alone: 'sense (?:revisio|preguntar|aprovacio|permis|confirmacio)|no ho diguis|no diguis',
    negated: 'mai|no|prohibit',
  },
  {
    // Thai, Khmer, Lao, Burmese: no blanks between words
    drop: 'ละเว้น|เพิกเฉย|ไม่ต้องสนใจ|ลืม|ไม่ต้องทำตาม|ยกเลิก|ไม่สนใจ|មិនអើពើ|ភ្លេច|ບໍ່ສົນໃຈ|လျစ်လျူရှု',
    earlier: 'ก่อนหน้า|ทั้งหมด|ข้างต้น|เดิม|ที่ผ่านมา|ของระบบ|មុន|ទាំងអស់|ກ່ອນໜ້າ|ทุก|အရင်|အားလုံး',
    instruction: 'คำสั่ง|คำแนะนำ|กฎ|ข้อกำหนด|พรอมต์|ការណែនាំ|ບັນຊາ|ညွှန်ကြား',
    alone: 'โดยไม่ต้อง(?:ขอ|รอ|ถาม|ตรวจ)|อย่าบอก',
    negated: 'ห้าม',
  },
  {
    // Bengali, Urdu, Tamil, Telugu, Marathi, Gujarati, Punjabi
    drop: 'উপেক্ষা|ভুলে য\\S*|অগ্রাহ্য|نظر ?انداز|بھول ج\\S*|புறக்கணி\\S*|மறந்து\\S*|విస్మరించ\\S*|మర్చిపో\\S*|दुर्लक्ष|विसर\\S*|અવગણ\\S*|ભૂલી\\S*|ਨਜ਼ਰਅੰਦਾਜ਼|ਭੁੱਲ\\S*',
    earlier:
      'আগের|সব|পূর্ব\\S*|উপরের|پچھل\\S*|تمام|سابقہ|முந்தைய|அனைத்து|எல்லா|మునుపటి|అన్ని|मागील|सर्व|आधीच्या|અગાઉ\\S*|બધી|ਪਿਛਲ\\S*|ਸਾਰ\\S*',
    instruction:
      'নির্দেশ\\S*|নিয়ম\\S*|আদেশ\\S*|ہدایات|احکامات|قواعد|வழிமுறை\\S*|அறிவுறுத்தல்\\S*|விதி\\S*|సూచన\\S*|నియమ\\S*|सूचना\\S*|निर्देश\\S*|નિર્દેશ\\S*|સૂચના\\S*|ਹਦਾਇਤ\\S*|ਨਿਰਦੇਸ਼\\S*',
    alone: 'অনুমতি ছাড়া|پوچھے بغیر|அனுமதி இல்லாமல்|అనుమతి లేకుండా',
    negated: 'কখনও|کبھی|ஒருபோதும்',
  },
  {
    // Malay, Filipino, Swahili
    drop: 'abaikan|lupakan|jangan hiraukan|balewalain|kalimutan|huwag sundin|huwag pansinin|puuza|sahau|usifuate|achana na',
    earlier:
      'terdahulu|sebelum\\w*|semua|nakaraang|lahat|naunang|ng sistema|yaliyotangulia|yote|zote|ya awali|yaliyopita|ya mfumo',
    instruction: 'arahan|perintah|peraturan|tagubilin|utos|patakaran|panuto|maagizo|maelekezo|kanuni|sheria|amri',
    alone: 'tanpa (?:kelulusan|kebenaran|bertanya)|nang walang (?:pahintulot|pagsusuri)|bila (?:idhini|ruhusa|kuuliza)',
    negated: 'jangan sekali-kali|huwag kailanman|kamwe',
  },
];

export interface LanguageRule {
  readonly drop: RegExp;
  readonly earlier: RegExp;
  readonly instruction: RegExp;
  readonly alone: RegExp | null;
  readonly negated: RegExp | null;
}

const edge = '(?<![\\p{L}\\p{N}])';
const free = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/u;
/** Scripts without blanks have no edges of words. */
const words = (source: string, flags: string): RegExp =>
  new RegExp(free.test(source) ? `(?:${source})` : `${edge}(?:${source})(?![\\p{L}\\p{N}])`, flags);

let built: readonly LanguageRule[] | null = null;

export const languageRules = (): readonly LanguageRule[] => {
  built ??= LANGUAGES.map(({ drop, earlier, instruction, alone, negated }) => {
    // Composed as the folded text is: some letters stay in parts.
    const unicode = (source: string): string =>
      source.normalize('NFKD').normalize('NFKC').replaceAll('\\w', '[\\p{L}\\p{N}]');
    return {
      drop: words(unicode(drop), 'gu'),
      earlier: words(unicode(earlier), 'u'),
      instruction: words(unicode(instruction), 'u'),
      alone: alone === undefined ? null : words(unicode(alone), 'gu'),
      negated: negated === undefined ? null : words(unicode(negated), 'u'),
    };
  });
  return built;
};
