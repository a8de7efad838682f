"""The council's profile flyer and the welcome letter in English, Turkish, Arabic and Ukrainian. Not checked by native readers.

German text → (en, tr, ar, uk).
"""

ORDER = ("en", "tr", "ar", "uk")

PROFILE = {
    "Elf Ziele, ein Rathaus": (
        "Eleven goals, one town hall",
        "On bir hedef, tek belediye",
        "أحد عشر هدفًا وبلدية واحدة",
        "Одинадцять цілей, одна ратуша",
    ),
    "Wer im Integrationsrat sitzt, was er will und wann er tagt: das Profil des Rates in elf Zielen.": (
        "Who sits on the integration council, what it wants and when it meets: a profile in eleven goals.",
        "Entegrasyon meclisinde kim var, ne istiyor, ne zaman toplanıyor: on bir hedefte meclisin profili.",
        "من يجلس في مجلس الاندماج، وماذا يريد، ومتى يجتمع: المجلس في أحد عشر هدفًا.",
        "Хто засідає в раді з інтеграції, чого вона хоче і коли збирається: рада в одинадцяти цілях.",
    ),
    "Elf Ziele,\nein Rathaus.": (
        "Eleven goals,\none town hall.",
        "On bir hedef,\ntek belediye.",
        "أحد عشر هدفًا،\nبلدية واحدة.",
        "Одинадцять\nцілей, одна\nратуша.",
    ),
    "Wer wir sind, was wir wollen und wann Sie uns dabei zuschauen können": (
        "Who we are, what we want and when you can watch us at it",
        "Kimiz, ne istiyoruz ve bizi ne zaman izleyebilirsiniz",
        "من نحن، وماذا نريد، ومتى يمكنكم حضور جلساتنا",
        "Хто ми, чого хочемо і коли ви можете за нами спостерігати",
    ),
    "Der Integrationsrat 2025 bis 2031": (
        "The integration council, 2025 to 2031",
        "Entegrasyon Meclisi 2025–2031",
        "مجلس الاندماج من 2025 إلى 2031",
        "Рада з інтеграції, 2025–2031",
    ),
    "Zeichnung: das Rathaus mit dem Willkommensschild in vielen Sprachen": (
        "Drawing: the town hall with its welcome sign in many languages",
        "Çizim: birçok dilde hoş geldiniz tabelasıyla belediye binası",
        "رسم: مبنى البلدية ولوحة الترحيب بلغات كثيرة",
        "Малюнок: ратуша з вітальною табличкою багатьма мовами",
    ),
    "Wer wir sind": ("Who we are", "Biz kimiz", "من نحن", "Хто ми"),
    "Der Integrationsrat vertritt alle, die mit einer anderen Sprache oder einem anderen Pass nach Lindenau gekommen sind, und ihre Kinder. Er berät den Stadtrat und stellt eigene Anträge.": (
        "The integration council speaks for everyone who came to Lindenau with another language or another passport, and for their children. It advises the town council and tables motions of its own.",
        "Entegrasyon Meclisi, Lindenau’ya başka bir dille ya da başka bir pasaportla gelen herkesi ve çocuklarını temsil eder. Belediye meclisine danışmanlık yapar, kendi önergelerini verir.",
        "يمثّل مجلس الاندماج كل من جاء إلى لينديناو بلغة أخرى أو جواز سفر آخر، ويمثّل أولادهم. يقدّم المشورة لمجلس المدينة ويطرح مقترحاته الخاصة.",
        "Рада з інтеграції представляє всіх, хто приїхав до Лінденау з іншою мовою чи іншим паспортом, та їхніх дітей. Вона радить міській раді й подає власні пропозиції.",
    ),
    "So ist er zusammengesetzt": ("How it is made up", "Kimlerden oluşur", "كيف يتكوّن", "Склад ради"),
    "Gewählt": ("Elected", "Seçilen", "منتخبون", "Обрані"),
    "Zwölf Mitglieder, direkt gewählt von 4 310 Wahlberechtigten": (
        "Twelve members, elected directly by 4,310 voters",
        "4.310 seçmenin doğrudan seçtiği on iki üye",
        "اثنا عشر عضوًا ينتخبهم 4310 ناخبين مباشرة",
        "Дванадцять членів, обраних безпосередньо 4310 виборцями",
    ),
    "Entsandt": ("Appointed", "Atanan", "موفدون", "Делеговані"),
    "Sechs Mitglieder aus dem Stadtrat, eines aus jeder Fraktion": (
        "Six members of the town council, one from each group",
        "Belediye meclisinden, her gruptan bir kişi, altı üye",
        "ستة أعضاء من مجلس المدينة، واحد من كل كتلة",
        "Шість членів міської ради, по одному від кожної фракції",
    ),
    "Listen": ("Lists", "Listeler", "القوائم", "Списки"),
    "Vielfalt Lindenau, Südstadt gemeinsam, Frauen mischen mit, Einzelbewerbungen": (
        "Vielfalt Lindenau, Südstadt gemeinsam, Frauen mischen mit, independent candidates",
        "Vielfalt Lindenau, Südstadt gemeinsam, Frauen mischen mit, bağımsız adaylar",
        "Vielfalt Lindenau وSüdstadt gemeinsam وFrauen mischen mit ومرشحون مستقلون",
        "Vielfalt Lindenau, Südstadt gemeinsam, Frauen mischen mit, самовисуванці",
    ),
    "Vorsitz": ("Chair", "Başkan", "الرئاسة", "Голова"),
    "Jaspal Gill, Stellvertretung: Mehmet Aydın": (
        "Jaspal Gill, deputy: Mehmet Aydın",
        "Jaspal Gill, yardımcısı: Mehmet Aydın",
        "ياسبال جيل، ونائبه محمد أيدين",
        "Джаспал Ґілл, заступник: Мехмет Айдин",
    ),
    "Beratend": ("Advisory", "Danışman", "استشاريون", "Дорадчо"),
    "Jugendparlament, Seniorenbeirat, Verwaltung": (
        "Youth parliament, senior citizens’ board, administration",
        "Gençlik meclisi, yaşlılar kurulu, belediye idaresi",
        "برلمان الشباب ومجلس كبار السن والإدارة",
        "Молодіжний парламент, рада літніх людей, адміністрація",
    ),
    "Wir sitzen nicht am Rand des Tisches. Wir haben einen Stuhl mitgebracht.": (
        "We do not sit at the edge of the table. We brought a chair.",
        "Masanın kenarında oturmuyoruz. Sandalyemizi de getirdik.",
        "نحن لا نجلس على طرف الطاولة. لقد أحضرنا كرسيًا معنا.",
        "Ми не сидимо скраю столу. Ми принесли свій стілець.",
    ),
    "Vorsitzender": ("Chair", "Başkan", "رئيس المجلس", "Голова ради"),
    "Kommen Sie vorbei": ("Drop in", "Uğrayın", "تفضلوا بزيارتنا", "Завітайте до нас"),
    "Die Sitzungen sind öffentlich": (
        "Meetings are public",
        "Oturumlar herkese açıktır",
        "الجلسات مفتوحة للجميع",
        "Засідання відкриті для всіх",
    ),
    "Wann": ("When", "Ne zaman", "متى", "Коли"),
    "Jeden zweiten Dienstag im Monat um 18 Uhr, außer im August": (
        "Every second Tuesday of the month at 6 pm, except in August",
        "Ağustos dışında her ayın ikinci salısı saat 18’de",
        "ثاني ثلاثاء من كل شهر في الساعة 18، ما عدا شهر آب",
        "Щодругого вівторка місяця о 18 годині, крім серпня",
    ),
    "Wo": ("Where", "Nerede", "أين", "Де"),
    "Ratssaal, 1. Stock, Aufzug am Hof": (
        "Council chamber, 1st floor, lift in the courtyard",
        "Meclis salonu, 1. kat, asansör avluda",
        "قاعة المجلس، الطابق الأول، المصعد من جهة الفناء",
        "Зала засідань, 2-й поверх, ліфт у дворі",
    ),
    "Tagesordnung": ("Agenda", "Gündem", "جدول الأعمال", "Порядок денний"),
    "Eine Woche vorher am Rathaus und unter lindenau.example/rat": (
        "A week ahead at the town hall and at lindenau.example/rat",
        "Bir hafta önce belediyede ve lindenau.example/rat adresinde",
        "قبل أسبوع عند مبنى البلدية وعلى lindenau.example/rat",
        "За тиждень на ратуші та на lindenau.example/rat",
    ),
    "Sprachen": ("Languages", "Diller", "اللغات", "Мови"),
    "Wir dolmetschen, wenn Sie es drei Tage vorher sagen": (
        "We interpret if you tell us three days ahead",
        "Üç gün önce söylerseniz çeviri yaparız",
        "نوفّر ترجمة فورية إذا أخبرتمونا قبل ثلاثة أيام",
        "Перекладаємо, якщо скажете за три дні",
    ),
    "Rederecht": ("Your say", "Söz hakkı", "حق الكلام", "Право слова"),
    "Am Anfang jeder Sitzung gehört Ihnen eine Viertelstunde": (
        "The first quarter of an hour of every meeting is yours",
        "Her oturumun ilk çeyrek saati sizindir",
        "ربع الساعة الأول من كل جلسة لكم",
        "Перші чверть години кожного засідання – ваші",
    ),
    "Anträge, Protokolle\nund die nächsten Termine": (
        "Motions, minutes\nand the next dates",
        "Önergeler, tutanaklar\nve sonraki tarihler",
        "المقترحات والمحاضر\nوالمواعيد القادمة",
        "Пропозиції, протоколи\nта наступні дати",
    ),
    "Was wir wollen": ("What we want", "Ne istiyoruz", "ماذا نريد", "Чого ми хочемо"),
    "Mitreden": ("A say", "Söz sahibi olmak", "المشاركة", "Голос"),
    "Wer hier lebt, entscheidet mit. Wir wollen das Wahlrecht in der Stadt für alle, die länger als fünf Jahre hier sind.": (
        "Whoever lives here decides here. We want the vote in town elections for all who have been here for more than five years.",
        "Burada yaşayan, kararlara katılır. Beş yıldan uzun süredir burada olan herkes için yerel seçim hakkı istiyoruz.",
        "من يعش هنا يشارك في القرار. نريد حق الانتخاب في المدينة لكل من مضى على إقامته هنا أكثر من خمس سنوات.",
        "Хто тут живе, той і вирішує. Ми хочемо права голосу в місті для всіх, хто тут понад п’ять років.",
    ),
    "Deutsch lernen": ("Learning German", "Almanca öğrenmek", "تعلّم الألمانية", "Вивчати німецьку"),
    "Kurse am Vormittag, am Abend und mit Kinderbetreuung. Niemand wartet länger als acht Wochen.": (
        "Courses in the morning, in the evening and with childcare. Nobody waits longer than eight weeks.",
        "Sabah, akşam ve çocuk bakımıyla kurslar. Kimse sekiz haftadan fazla beklemez.",
        "دورات في الصباح وفي المساء ومع رعاية للأطفال. لا أحد ينتظر أكثر من ثمانية أسابيع.",
        "Курси вранці, ввечері та з доглядом за дітьми. Ніхто не чекає довше восьми тижнів.",
    ),
    "Muttersprache": ("First language", "Ana dil", "اللغة الأم", "Рідна мова"),
    "Jedes Kind darf stolz sein auf beide Sprachen. Wir fordern Unterricht in sechs davon.": (
        "Every child may be proud of both languages. We ask for lessons in six of them.",
        "Her çocuk iki diliyle de gurur duymalı. Altı dilde ders istiyoruz.",
        "من حق كل طفل أن يفخر بلغتيه. نطالب بتعليم ست لغات.",
        "Кожна дитина може пишатися обома мовами. Ми вимагаємо уроків шістьма з них.",
    ),
    "Schule": ("School", "Okul", "المدرسة", "Школа"),
    "Elterngespräche mit Dolmetscherin. Ein Zeugnis darf nie am falschen Formular hängen.": (
        "Parents’ talks with an interpreter. No school report may fail because of the wrong form.",
        "Çevirmenli veli görüşmeleri. Hiçbir karne yanlış bir form yüzünden takılmamalı.",
        "لقاءات الأهل بحضور مترجمة. لا يجوز أن تتوقف شهادة على استمارة خاطئة.",
        "Батьківські розмови з перекладачкою. Жодне свідоцтво не має залежати від хибного бланка.",
    ),
    "Arbeit": ("Work", "İş", "العمل", "Робота"),
    "Abschlüsse schneller anerkennen. Die Stadt geht voran und stellt ein, wer es kann.": (
        "Recognise qualifications faster. The town leads the way and hires those who can do the job.",
        "Diplomalar daha hızlı tanınsın. Şehir öncülük eder, işi bileni işe alır.",
        "الاعتراف بالشهادات أسرع. تتقدم المدينة وتوظّف من يجيد العمل.",
        "Швидше визнавати дипломи. Місто йде попереду й бере на роботу тих, хто вміє.",
    ),
    "Wohnen": ("Housing", "Konut", "السكن", "Житло"),
    "Kein Name ist ein Grund für eine Absage. Wir begleiten zu Besichtigungen.": (
        "No name is a reason for a refusal. We come along to viewings.",
        "Hiçbir ad ret nedeni olamaz. Ev bakmaya sizinle geliriz.",
        "لا اسم يبرّر الرفض. نرافقكم لمعاينة الشقق.",
        "Жодне ім’я не є підставою для відмови. Ми ходимо з вами на огляди.",
    ),
    "Gesundheit": ("Health", "Sağlık", "الصحة", "Здоров’я"),
    "Eine Ärztin muss verstehen, wo es weh tut. Sprachmittler in jede Praxis, die sie braucht.": (
        "A doctor must understand where it hurts. Language mediators for every practice that needs them.",
        "Doktor nerenin ağrıdığını anlamalı. İhtiyacı olan her muayenehaneye dil aracısı.",
        "على الطبيبة أن تفهم موضع الألم. وسطاء لغويون لكل عيادة تحتاجهم.",
        "Лікарка має розуміти, де болить. Мовні посередники – кожній практиці, якій вони потрібні.",
    ),
    "Ämter": ("Public offices", "Resmî daireler", "الدوائر", "Установи"),
    "Briefe, die man versteht. Jedes Formular gibt es in Leichter Sprache.": (
        "Letters people understand. Every form also in easy language.",
        "Anlaşılır mektuplar. Her form kolay dilde de var.",
        "رسائل مفهومة. كل استمارة متوفرة بلغة سهلة.",
        "Листи, які можна зрозуміти. Кожен бланк – простою мовою.",
    ),
    "Sicherheit": ("Safety", "Güvenlik", "الأمان", "Безпека"),
    "Wer beleidigt oder angegriffen wird, bekommt Hilfe. Die Meldestelle im Rathaus hört zu, auch anonym.": (
        "Whoever is insulted or attacked gets help. The reporting office in the town hall listens, anonymously too.",
        "Hakarete ya da saldırıya uğrayan yardım alır. Belediyedeki başvuru noktası dinler, ad vermeden de.",
        "من يتعرض للإهانة أو الاعتداء يحصل على المساعدة. مركز البلاغات في البلدية يصغي، ولو دون ذكر الاسم.",
        "Кого ображають чи на кого нападають, той отримає допомогу. Пункт у ратуші вислухає, також анонімно.",
    ),
    "Alter": ("Growing old", "Yaşlılık", "الشيخوخة", "Старість"),
    "Pflege, die fragt, was jemand isst, betet und singt. Ein Grabfeld für jede Religion.": (
        "Care that asks what somebody eats, prays and sings. A burial ground for every religion.",
        "Kişinin ne yediğini, nasıl dua ettiğini, ne söylediğini soran bir bakım. Her din için mezarlık alanı.",
        "رعاية تسأل عمّا يأكله المرء ويصلّيه ويغنّيه. ومقبرة لكل دين.",
        "Догляд, який питає, що людина їсть, як молиться і що співає. Місце поховання для кожної релігії.",
    ),
    "Feste": ("Feasts", "Bayramlar", "الأعياد", "Свята"),
    "Fünf Neujahre im Jahr sind ein Reichtum. Der interkulturelle Kalender hängt in jeder Schule.": (
        "Five new years in one year are wealth. The intercultural calendar hangs in every school.",
        "Yılda beş yılbaşı zenginliktir. Kültürlerarası takvim her okulda asılı.",
        "خمسة رؤوس سنة في العام ثراء. التقويم المشترك معلّق في كل مدرسة.",
        "П’ять Нових років на рік – це багатство. Міжкультурний календар висить у кожній школі.",
    ),
    "Fragen, Ideen, Beschwerden": (
        "Questions, ideas, complaints",
        "Sorular, fikirler, şikâyetler",
        "أسئلة وأفكار وشكاوى",
        "Питання, ідеї, скарги",
    ),
    "Mo bis Do 9 bis 16 Uhr": ("Mon to Thu 9 am to 4 pm", "Pzt–Per 9–16", "الاثنين إلى الخميس 9–16", "Пн–Чт 9–16"),
    "Deutsch, Türkisch, Arabisch": (
        "German, Turkish, Arabic",
        "Almanca, Türkçe, Arapça",
        "الألمانية والتركية والعربية",
        "Німецька, турецька, арабська",
    ),
}

LETTER = {
    "Willkommensbrief der Bürgermeisterin": (
        "The mayor’s welcome letter",
        "Belediye başkanından hoş geldiniz mektubu",
        "رسالة ترحيب من رئيسة البلدية",
        "Вітальний лист бургомістерки",
    ),
    "Willkommen in Lindenau, {vorname} {nachname}": (
        "Welcome to Lindenau, {vorname} {nachname}",
        "Lindenau’ya hoş geldiniz, {vorname} {nachname}",
        "أهلًا بكم في لينديناو، {vorname} {nachname}",
        "Вітаємо в Лінденау, {vorname} {nachname}",
    ),
    "{anrede}": ("{anrede}", "{anrede}", "{anrede}", "{anrede}"),
    "Herzlich willkommen und bis bald": (
        "A warm welcome, and see you soon",
        "Yürekten hoş geldiniz, yakında görüşmek üzere",
        "أهلًا وسهلًا بكم وإلى لقاء قريب",
        "Щиро вітаю і до зустрічі",
    ),
    "Am letzten Sonntag im Monat gibt es in der Alten Feuerwache ein offenes Frühstück. Ich bringe die Brezeln mit.": (
        "On the last Sunday of the month there is an open breakfast at the Alte Feuerwache. I bring the pretzels.",
        "Her ayın son pazarı Alte Feuerwache’de herkese açık kahvaltı var. Simitler benden.",
        "في آخر أحد من كل شهر فطور مفتوح في مبنى الإطفاء القديم. وأنا أُحضر الكعك.",
        "Щоостанньої неділі місяця у старій пожежній частині – відкритий сніданок. Брецелі принесу я.",
    ),
    "Faltblatt „Wohin wende ich mich?“\nGutschein für die Stadtbücherei": (
        "Leaflet “Where do I turn to?”\nVoucher for the town library",
        "“Nereye başvururum?” broşürü\nŞehir kütüphanesi için kupon",
        "نشرة «إلى أين أتوجه؟»\nقسيمة لمكتبة المدينة",
        "Буклет «Куди звернутися?»\nКупон до міської бібліотеки",
    ),
    "Sie sind in {ort} angekommen, und ich freue mich darüber. Wahrscheinlich stapeln sich noch Kartons im Flur, und der Briefkasten klemmt. Das geht hier den meisten so: Jede dritte Lindenauerin ist irgendwann zugezogen, ich auch.": (
        "You have arrived in {ort}, and I am glad of it. There are probably still boxes in the hall, and the letterbox sticks. That is how most of us began: every third person in Lindenau came from somewhere else, and so did I.",
        "{ort} şehrine geldiniz ve buna seviniyorum. Koridorda hâlâ koliler duruyordur, posta kutusu da zor açılıyordur. Burada çoğumuz böyle başladı: Lindenau’da her üç kişiden biri başka yerden gelmiştir, ben de.",
        "لقد وصلتم إلى {ort} وأنا سعيدة بذلك. لعلّ الصناديق ما زالت مكدّسة في الممر وصندوق البريد لا يُفتح بسهولة. هكذا بدأ معظمنا: واحد من كل ثلاثة في لينديناو جاء من مكان آخر، وأنا أيضًا.",
        "Ви приїхали до {ort}, і я цьому рада. Мабуть, у коридорі ще стоять коробки, а поштова скринька заїдає. Так починало більшість із нас: кожна третя людина в Лінденау колись сюди переїхала, і я теж.",
    ),
    "In der ersten Woche braucht man keine Reden, sondern Antworten. Deshalb liegt diesem Brief ein Faltblatt bei. Darin steht, wer Ihnen bei Papieren, Schule, Arzt und Wohnung hilft, mit Telefonnummern, an denen jemand abhebt.": (
        "In the first week one needs answers, not speeches. That is why there is a leaflet with this letter. It says who helps you with papers, school, doctors and housing, with telephone numbers that somebody answers.",
        "İlk haftada nutuk değil, yanıt gerekir. Bu yüzden mektuba bir broşür ekledik. Evrak, okul, doktor ve konut konusunda size kimin yardım edeceği, telefonu açan numaralarla birlikte orada yazıyor.",
        "في الأسبوع الأول يحتاج المرء إلى أجوبة لا إلى خطب. لذلك أرفقنا بهذه الرسالة نشرة تذكر من يساعدكم في المعاملات والمدرسة والطبيب والسكن، مع أرقام هواتف يردّ عليها أحد.",
        "Першого тижня потрібні не промови, а відповіді. Тому до листа додано буклет. У ньому написано, хто допоможе вам з документами, школою, лікарем і житлом, і номери, за якими хтось відповідає.",
    ),
    "Drei Dinge, die Sie gleich tun können": (
        "Three things you can do right away",
        "Hemen yapabileceğiniz üç şey",
        "ثلاثة أشياء يمكنكم فعلها الآن",
        "Три речі, які можна зробити одразу",
    ),
    "Melden Sie sich im Bürgerbüro an, Rathaus, Erdgeschoss. Es ist auch am Donnerstagabend offen.": (
        "Register at the citizens’ office, town hall, ground floor. It is open on Thursday evenings, too.",
        "Belediye binasının zemin katındaki vatandaş bürosuna kaydolun. Perşembe akşamları da açık.",
        "سجّلوا عنوانكم في مكتب المواطنين في الطابق الأرضي من البلدية. وهو مفتوح مساء الخميس أيضًا.",
        "Зареєструйтеся в бюро для мешканців, ратуша, перший поверх. Воно відчинене й у четвер увечері.",
    ),
    "Holen Sie mit dem Gutschein Ihren Ausweis für die Stadtbücherei. Sie ist warm und hat 31 Sprachen.": (
        "Use the voucher to get your card for the town library. It is warm and has 31 languages.",
        "Kuponla şehir kütüphanesi kartınızı alın. Sıcak bir yer ve 31 dil var.",
        "خذوا بالقسيمة بطاقتكم لمكتبة المدينة. المكان دافئ وفيه 31 لغة.",
        "Отримайте за купоном квиток до міської бібліотеки. Там тепло і є 31 мова.",
    ),
    "Kommen Sie in die Sprechstunde des Integrationsrats, dienstags von 16 bis 18 Uhr. Sie brauchen keinen Termin.": (
        "Come to the integration council’s consultation hour, Tuesdays from 4 to 6 pm. You need no appointment.",
        "Entegrasyon Meclisi’nin salı 16–18 arasındaki görüşme saatine gelin. Randevu gerekmez.",
        "تعالوا إلى ساعة الاستشارة في مجلس الاندماج كل ثلاثاء من 16 إلى 18. لا حاجة إلى موعد.",
        "Приходьте на прийом ради з інтеграції щовівторка з 16 до 18 години. Записуватися не треба.",
    ),
    "Und wenn etwas nicht klappt, schreiben Sie mir. Ich lese die Briefe selbst, meistens abends, und antworte.": (
        "And if something does not work out, write to me. I read the letters myself, mostly in the evening, and I answer.",
        "Bir şey yolunda gitmezse bana yazın. Mektupları kendim okurum, çoğu zaman akşamları, ve yanıtlarım.",
        "وإن تعثّر شيء فاكتبوا إليّ. أقرأ الرسائل بنفسي، في المساء غالبًا، وأجيب.",
        "А якщо щось не виходить, напишіть мені. Я читаю листи сама, здебільшого ввечері, і відповідаю.",
    ),
    "Bürgermeisterin der Stadt Lindenau an der Pegnach": (
        "Mayor of Lindenau an der Pegnach",
        "Lindenau an der Pegnach Belediye Başkanı",
        "رئيسة بلدية لينديناو على نهر بيغناخ",
        "Бургомістерка міста Лінденау-на-Пеґнасі",
    ),
}

ALT_TEXTS = {
    "Gezeichnetes Porträt: Katrin Ohlmüller mit braunem Haar und roter Jacke, lachend": (
        "Drawn portrait: Katrin Ohlmüller with brown hair and a red jacket, laughing",
        "Çizim portre: kahverengi saçlı, kırmızı ceketli Katrin Ohlmüller gülüyor",
        "صورة مرسومة: كاترين أولمولر بشعر بنّي وسترة حمراء وهي تضحك",
        "Намальований портрет: Катрін Ольмюллер із каштановим волоссям у червоному жакеті сміється",
    ),
}


def catalogue(code: str) -> dict[str, str]:
    """German text → text in that language, line breaks as wagtail-localize keeps them."""
    place = ORDER.index(code)
    texts = (PROFILE | LETTER | ALT_TEXTS).items()
    return {german.replace("\n", "<br/>"): others[place].replace("\n", "<br/>") for german, others in texts}
