"""Translations of the campaign, three of its people and two events: German → English, Turkish, Arabic, Ukrainian.

Arabic and Ukrainian are not yet checked by native readers.
"""

# Names as they are written in each language; Latin letters stay where the script is Latin.
NAMES = {
    "Samira Haddad": ("Samira Haddad", "Samira Haddad", "سميرة حدّاد", "Саміра Хаддад"),
    "Ljudmyla Bondar": ("Liudmyla Bondar", "Ljudmyla Bondar", "لودميلا بوندار", "Людмила Бондар"),
    "Kofi Asante": ("Kofi Asante", "Kofi Asante", "كوفي أسانتي", "Кофі Асанте"),
}
CAMPAIGN = {
    "Wir sind Lindenau": ("We are Lindenau", "Lindenau biziz", "نحن لينديناو", "Ми — Лінденау"),
    "Wir sind<br/>Lindenau.": ("We are<br/>Lindenau.", "Lindenau<br/>biziz.", "نحن<br/>لينديناو.", "Ми —<br/>Лінденау."),
    "Zehn Gesichter, eine Stadt": (
        "Ten faces, one town",
        "On yüz, tek şehir",
        "عشرة وجوه، مدينة واحدة",
        "Десять облич, одне місто",
    ),
    "Sie backen, pflegen, pfeifen Abseits. Zehn Menschen sagen in einem Satz, warum sie hier sind und hier bleiben. Ihre Plakate hängen an 140 Stellen in der Stadt.": (
        "They bake, they nurse, they blow the whistle for offside. Ten people say in one sentence why they are here and why they stay. Their posters hang in 140 places in town.",
        "Ekmek pişiriyor, hastalara bakıyor, ofsayt çalıyorlar. On kişi, neden burada olduğunu ve burada kaldığını tek cümleyle söylüyor. Afişleri şehrin 140 noktasında asılı.",
        "يخبزون، ويعتنون بالمرضى، ويطلقون صافرة التسلل. عشرة أشخاص يقولون في جملة واحدة لماذا هم هنا ولماذا يبقون. ملصقاتهم معلّقة في 140 مكانًا في المدينة.",
        "Вони печуть, доглядають хворих, свистять офсайд. Десятеро людей одним реченням кажуть, чому вони тут і чому залишаються. Їхні плакати висять у 140 місцях міста.",
    ),
    "Menschen": ("people", "insan", "أشخاص", "людей"),
    "Muttersprachen": ("mother tongues", "anadil", "لغات أم", "рідних мов"),
    "Plakate, Bus und Bahn": (
        "posters, on buses and trams",
        "afiş, otobüs ve tramvayda",
        "ملصقًا في الحافلات والقطارات",
        "плакатів, в автобусах і трамваях",
    ),
    "Wer hier lebt, kommt vor: auf Plakaten, im Bus, in der Zeitung.<br/>Jede und jeder sagt selbst, was zu sagen ist.<br/>Niemand bleibt hängen, der nicht mehr hängen will.": (
        "Whoever lives here is seen: on posters, on the bus, in the paper.<br/>Everybody speaks for themselves.<br/>Nobody stays up who no longer wants to.",
        "Burada yaşayan görünür: afişte, otobüste, gazetede.<br/>Herkes sözünü kendisi söyler.<br/>Artık asılı kalmak istemeyen kimse asılı kalmaz.",
        "من يعيش هنا يظهر: على الملصقات وفي الحافلة وفي الجريدة.<br/>كل واحد يقول بنفسه ما يريد قوله.<br/>لا تبقى صورة من لم يعد يريد ذلك.",
        "Хто тут живе, того видно: на плакатах, в автобусі, у газеті.<br/>Кожен і кожна говорить за себе.<br/>Ніхто не висить, якщо більше не хоче.",
    ),
    "Warum wir das machen": ("Why we do this", "Bunu neden yapıyoruz", "لماذا نفعل هذا", "Чому ми це робимо"),
    "Vor zwei Jahren hing in Lindenau ein Plakat mit einem Sonnenuntergang und dem Wort „Miteinander“. Der Sonnenuntergang war aus einer Bilddatenbank, das Miteinander auch. „Das Meer auf dem Bild ist 600 Kilometer weg“, sagte Amira Keita in der Jugendsitzung. „Wir sind näher.“": (
        "Two years ago a poster hung in Lindenau with a sunset and the word “Together”. The sunset came from a picture library, and so did the togetherness. “The sea in that picture is 600 kilometres away,” said Amira Keita in the youth session. “We are closer.”",
        "İki yıl önce Lindenau’da gün batımlı ve “Birlikte” yazılı bir afiş asılıydı. Gün batımı bir görsel arşivindendi, birliktelik de. “Resimdeki deniz 600 kilometre uzakta,” dedi Amira Keita gençlik oturumunda. “Biz daha yakınız.”",
        "قبل عامين عُلّق في لينديناو ملصق عليه غروب الشمس وكلمة «معًا». كان الغروب من أرشيف صور، والـ«معًا» كذلك. قالت أميرة كيتا في جلسة الشباب: «البحر في الصورة يبعد 600 كيلومتر. نحن أقرب».",
        "Два роки тому в Лінденау висів плакат із заходом сонця і словом «Разом». Захід був із фотобанку, «разом» — теж. «Море на картинці за 600 кілометрів, — сказала Аміра Кейта на молодіжному засіданні. — Ми ближче».",
    ),
    "Also hängen jetzt Menschen. Sie haben ihren Satz selbst gesagt, wir haben ihn nur aufgeschrieben. Jonne Reith hat sie gezeichnet, weil manche nicht fotografiert werden wollten und dann niemand.": (
        "So now it is people who hang there. They said their sentence themselves, we only wrote it down. Jonne Reith drew them, because some did not want to be photographed, and then nobody did.",
        "Bu yüzden şimdi insanlar asılı. Cümlelerini kendileri söyledi, biz yalnızca yazdık. Onları Jonne Reith çizdi, çünkü bazıları fotoğraf çektirmek istemedi, sonra da hiç kimse istemedi.",
        "لذلك صار الناس هم المعلّقون. قالوا جملتهم بأنفسهم ونحن كتبناها فقط. رسمتهم يونّه رايت، لأن بعضهم لم يرد أن يُصوَّر، ثم لم يرد أحد.",
        "Тож тепер висять люди. Свої речення вони сказали самі, ми лише записали. Їх намалювала Йонне Райт, бо дехто не хотів фотографуватися, а потім уже ніхто.",
    ),
    "Und Sie?": ("And you?", "Ya siz?", "وأنتم؟", "А ви?"),
    "Die nächste Runde startet im Februar. Sie brauchen nur ein Telefon, zehn Minuten und einen Satz, den sonst niemand sagen kann.": (
        "The next round starts in February. All you need is a phone, ten minutes and a sentence that nobody else can say.",
        "Yeni tur şubatta başlıyor. Gereken tek şey bir telefon, on dakika ve başka kimsenin söyleyemeyeceği bir cümle.",
        "تبدأ الجولة القادمة في فبراير. كل ما تحتاجونه هاتف وعشر دقائق وجملة لا يستطيع أحد غيركم قولها.",
        "Наступний набір починається в лютому. Потрібні лише телефон, десять хвилин і речення, якого не скаже більше ніхто.",
    ),
    "Satz und Foto schicken, in Ihrer Sprache.<br/>Sie sehen Plakat, Webseite und Anzeige, bevor es jemand anderes sieht.<br/>Sie sagen ja. Und wenn Sie später nein sagen, verschwindet alles wieder.": (
        "Send your sentence and a photo, in your language.<br/>You see poster, web page and advertisement before anybody else does.<br/>You say yes. And if you say no later, everything disappears again.",
        "Cümlenizi ve fotoğrafınızı kendi dilinizde gönderin.<br/>Afişi, web sayfasını ve ilanı herkesten önce siz görürsünüz.<br/>Evet dersiniz. Sonra hayır derseniz hepsi yine kaybolur.",
        "أرسلوا الجملة والصورة بلغتكم.<br/>ترون الملصق والصفحة والإعلان قبل أي شخص آخر.<br/>تقولون نعم. وإذا قلتم لا فيما بعد يختفي كل شيء.",
        "Надішліть речення і фото своєю мовою.<br/>Ви побачите плакат, сторінку й оголошення раніше за всіх.<br/>Ви кажете «так». А якщо пізніше скажете «ні», усе зникне.",
    ),
    "So machen Sie mit": ("How to take part", "Nasıl katılırsınız", "هكذا تشاركون", "Як узяти участь"),
}
SAMIRA = {
    "Bäckermeisterin in der Färbergasse, seit 2011 in Lindenau": (
        "Master baker in Färbergasse, in Lindenau since 2011",
        "Färbergasse’de fırın ustası, 2011’den beri Lindenau’da",
        "خبّازة معلّمة في شارع فيربرغاسه، في لينديناو منذ 2011",
        "Майстриня-пекарка з Фербергассе, у Лінденау з 2011 року",
    ),
    "Wer mein Brot isst, kennt mich schon halb.": (
        "Eat my bread and you half know me.",
        "Ekmeğimi yiyen beni yarı yarıya tanır.",
        "من يأكل خبزي يعرف نصفي.",
        "Хто їсть мій хліб, той уже наполовину мене знає.",
    ),
    "Der Teig hat keine Uhr. Um drei frage ich ihn mit dem Daumen, wie weit er ist. Wer von der Spätschicht kommt, kriegt eine Brezel durch den Spalt. Bezahlt wird am nächsten Tag, es hat noch nie jemand vergessen.": (
        "Dough has no clock. At three I ask it with my thumb how far it is. Whoever comes off the late shift gets a pretzel through the gap. You pay the next day; nobody has ever forgotten.",
        "Hamurun saati yoktur. Saat üçte ona başparmağımla sorarım: Ne durumdasın? Geç vardiyadan çıkan, aralıktan bir simit alır. Parası ertesi gün ödenir, unutan hiç olmadı.",
        "العجين لا ساعة له. في الثالثة أسأله بإبهامي أين وصل. ومن يعود من المناوبة المتأخرة ينال قطعة من شقّ الباب. والدفع في اليوم التالي، ولم ينسَ أحد قط.",
        "Тісто не має годинника. О третій я питаю його пальцем, як там справи. Хто йде з пізньої зміни, отримує крендель крізь шпарину. Платять наступного дня, ще ніхто не забув.",
    ),
    "Homs": ("Homs", "Humus", "حمص", "Хомс"),
    "Arabisch, Deutsch, ein wenig Fränkisch": (
        "Arabic, German, a little Franconian",
        "Arapça, Almanca, biraz Frankonca",
        "العربية والألمانية وقليلًا من الفرنكونية",
        "арабська, німецька, трохи франконська",
    ),
    "Gezeichnetes Porträt: Samira Haddad, lachend, mit violettem Kopftuch und Schürze.": (
        "Drawn portrait: Samira Haddad, laughing, in a violet headscarf and an apron.",
        "Çizim portre: Samira Haddad gülüyor, mor başörtülü ve önlüklü.",
        "رسم: سميرة حدّاد تضحك، بحجاب بنفسجي ومئزر.",
        "Намальований портрет: Саміра Хаддад сміється, у фіолетовій хустці та фартуху.",
    ),
    "Der Teig hat keine Uhr, sagt Samira Haddad. Deshalb steht sie um drei Uhr in der Färbergasse und fragt ihn mit dem Daumen, wie weit er ist. Im Fenster brennt Licht, und wer von der Spätschicht kommt, bekommt manchmal eine Brezel durch den Spalt gereicht. Bezahlt wird am nächsten Tag. „Es hat noch nie jemand vergessen.“": (
        "Dough has no clock, says Samira Haddad. So at three in the morning she stands in Färbergasse and asks it with her thumb how far it is. There is light in the window, and whoever comes off the late shift is sometimes handed a pretzel through the gap. You pay the next day. “Nobody has ever forgotten.”",
        "Hamurun saati yoktur, diyor Samira Haddad. Bu yüzden gece üçte Färbergasse’de durup başparmağıyla ona sorar. Pencerede ışık yanar, geç vardiyadan çıkanlara bazen aralıktan bir simit uzatılır. Parası ertesi gün ödenir. “Unutan hiç olmadı.”",
        "تقول سميرة حدّاد إن العجين لا ساعة له. لذلك تقف في الثالثة فجرًا في فيربرغاسه وتسأله بإبهامها أين وصل. في النافذة ضوء، ومن يعود من المناوبة المتأخرة ينال أحيانًا قطعة من شقّ الباب. والدفع في اليوم التالي. «لم ينسَ أحد قط».",
        "Тісто не має годинника, каже Саміра Хаддад. Тому о третій ночі вона стоїть на Фербергассе й питає його пальцем, як справи. У вікні світиться, і хто йде з пізньої зміни, тому часом подають крендель крізь шпарину. Платять наступного дня. «Ще ніхто не забув».",
    ),
    "Gelernt hat sie in Homs, bei ihrem Großvater, an einem Ofen, der nie ausging. In Lindenau fing sie mit neunundzwanzig noch einmal an, als Aushilfe hinter der Theke. Die Meisterprüfung schrieb sie mit einem Wörterbuch und einem Kind auf dem Schoß.": (
        "She learned her trade in Homs from her grandfather, at an oven that never went out. In Lindenau she began again at twenty-nine, helping behind the counter. She wrote her master’s examination with a dictionary and a child on her lap.",
        "Mesleği Humus’ta dedesinden, hiç sönmeyen bir fırının başında öğrendi. Lindenau’da yirmi dokuzunda tezgâhın arkasında yeniden başladı. Ustalık sınavını bir sözlük ve kucağında bir çocukla yazdı.",
        "تعلّمت في حمص عند جدّها أمام فرن لم ينطفئ قط. وفي لينديناو بدأت من جديد في التاسعة والعشرين مساعدةً خلف الطاولة. وكتبت امتحان المعلّمين ومعها قاموس وطفل في حضنها.",
        "Вона вчилася в Хомсі в дідуся, біля печі, що ніколи не гасла. У Лінденау в двадцять дев’ять почала знову, помічницею за прилавком. Іспит на майстра писала зі словником і дитиною на колінах.",
    ),
    "Fladen neben Brezel": (
        "Flatbread beside pretzels",
        "Simidin yanında pide",
        "الخبز العربي بجانب البريتسل",
        "Коржі поруч із кренделями",
    ),
    "Am Anfang lag das Fladenbrot ganz unten im Regal. Dann fragte Frau Pöhlmann aus der Nummer 12, ob es davon auch ein halbes gebe. Heute backt Haddad jeden Freitag achtzig Stück. Die Hälfte geht an Leute, die Pöhlmann heißen oder Schrödl.": (
        "At first the flatbread lay at the very bottom of the shelf. Then Mrs Pöhlmann from number 12 asked whether one could have half. Today Haddad bakes eighty every Friday. Half of them go to people called Pöhlmann or Schrödl.",
        "Başta pide rafın en altındaydı. Sonra 12 numaradan Bayan Pöhlmann yarımı da olur mu diye sordu. Bugün Haddad her cuma seksen tane pişiriyor. Yarısı Pöhlmann ya da Schrödl adlı kişilere gidiyor.",
        "في البداية كان الخبز العربي في أسفل الرف. ثم سألت السيدة بولمان من الرقم 12 إن كان هناك نصف رغيف. واليوم تخبز حدّاد ثمانين رغيفًا كل جمعة، نصفها لأناس اسمهم بولمان أو شرودل.",
        "Спочатку коржі лежали на найнижчій полиці. Потім пані Пельман із дванадцятого будинку спитала, чи можна половинку. Сьогодні Хаддад щоп’ятниці пече вісімдесят. Половину купують люди на прізвище Пельман або Шредль.",
    ),
    "Hier backt sie": ("This is where she bakes", "Burada pişiriyor", "هنا تخبز", "Тут вона пече"),
    "Bäckerei Haddad, Färbergasse 8. Dienstag bis Samstag, 6 bis 13 Uhr.": (
        "Haddad’s bakery, Färbergasse 8. Tuesday to Saturday, 6 am to 1 pm.",
        "Haddad Fırını, Färbergasse 8. Salıdan cumartesiye, 6–13 arası.",
        "مخبز حدّاد، فيربرغاسه 8. من الثلاثاء إلى السبت، من 6 إلى 13.",
        "Пекарня Хаддад, Färbergasse 8. З вівторка по суботу, з 6 до 13.",
    ),
    "Ihr Rat für Neue": ("Her advice for newcomers", "Yeni gelenlere öğüdü", "نصيحتها للقادمين الجدد", "Її порада новоприбулим"),
    "„Grüß jeden im Treppenhaus. Beim dritten Mal grüßen sie zurück.“": (
        "“Greet everybody on the stairs. The third time they greet back.”",
        "“Merdivende herkese selam ver. Üçüncüsünde onlar da selam verir.”",
        "«سلّم على الجميع في الدرج. في المرة الثالثة يردّون السلام».",
        "«Вітайся з усіма на сходах. На третій раз привітаються й вони».",
    ),
}
LJUDMYLA = {
    "Chorleiterin, seit 2022 in Lindenau": (
        "Choir leader, in Lindenau since 2022",
        "Koro şefi, 2022’den beri Lindenau’da",
        "قائدة جوقة، في لينديناو منذ 2022",
        "Керівниця хору, у Лінденау з 2022 року",
    ),
    "Im Chor fragt niemand, woher dein Alt kommt.": (
        "In the choir nobody asks where your alto comes from.",
        "Koroda kimse altonun nereden geldiğini sormaz.",
        "في الجوقة لا أحد يسأل من أين صوتك.",
        "У хорі ніхто не питає, звідки твій альт.",
    ),
    "Wir sind 32 und haben elf Muttersprachen. Beim Singen merkt man davon nur, dass es schöner wird. Wer falsch singt, singt eben die zweite Stimme.": (
        "There are 32 of us with eleven mother tongues. When we sing you only notice that it gets more beautiful. Whoever sings wrong simply sings the second part.",
        "Otuz iki kişiyiz, on bir anadilimiz var. Şarkı söylerken bundan yalnızca daha güzel olduğu anlaşılıyor. Yanlış söyleyen ikinci sesi söylüyor demektir.",
        "نحن 32 ولنا إحدى عشرة لغة أم. وعند الغناء لا تلاحظ إلا أن الأمر يصير أجمل. ومن يخطئ في الغناء فهو يغني الصوت الثاني.",
        "Нас 32, рідних мов у нас одинадцять. Коли співаємо, помітно лише, що стає гарніше. Хто співає неправильно, той співає другий голос.",
    ),
    "Poltawa": ("Poltava", "Poltava", "بولتافا", "Полтава"),
    "Ukrainisch, Deutsch, Noten": (
        "Ukrainian, German, sheet music",
        "Ukraynaca, Almanca, nota",
        "الأوكرانية والألمانية والنوتة",
        "українська, німецька, ноти",
    ),
    "Gezeichnetes Porträt: Ljudmyla Bondar lacht, mit runder Brille, grauem Dutt und gelbem Schal.": (
        "Drawn portrait: Liudmyla Bondar laughing, with round glasses, a grey bun and a yellow scarf.",
        "Çizim portre: Ljudmyla Bondar gülüyor; yuvarlak gözlük, gri topuz, sarı atkı.",
        "رسم: لودميلا بوندار تضحك، بنظارة مستديرة وشعر رمادي مرفوع ووشاح أصفر.",
        "Намальований портрет: Людмила Бондар сміється, у круглих окулярах, із сивою гулькою та жовтим шарфом.",
    ),
    "Vierzig Jahre lang hat Ljudmyla Bondar in Poltawa Musik unterrichtet, an einer Schule mit einem Flügel und zu vielen Türen. In Lindenau suchte sie zuerst ein Klavier und fand einen Pfarrsaal. Der Hausmeister gab ihr den Schlüssel für dienstags. Sie hat ihn bis heute.": (
        "For forty years Liudmyla Bondar taught music in Poltava, at a school with one grand piano and too many doors. In Lindenau she first looked for a piano and found a parish hall. The caretaker gave her the key for Tuesdays. She still has it.",
        "Ljudmyla Bondar kırk yıl Poltava’da, bir piyanosu ve fazlaca kapısı olan bir okulda müzik öğretti. Lindenau’da önce piyano aradı, bir kilise salonu buldu. Görevli ona salı günleri için anahtarı verdi. Anahtar hâlâ onda.",
        "درّست لودميلا بوندار الموسيقى أربعين عامًا في بولتافا، في مدرسة فيها بيانو واحد وأبواب كثيرة. وفي لينديناو بحثت أولًا عن بيانو فوجدت قاعة الرعية. أعطاها الحارس المفتاح ليوم الثلاثاء، وما زال معها حتى اليوم.",
        "Сорок років Людмила Бондар викладала музику в Полтаві, у школі з одним роялем і надто багатьма дверима. У Лінденау вона спершу шукала піаніно, а знайшла парафіяльну залу. Доглядач дав їй ключ на вівторки. Він у неї досі.",
    ),
    "Zur ersten Probe kamen fünf Leute und eine, die nur den Stuhl zurückbringen wollte. Sie singt heute Sopran.": (
        "Five people came to the first rehearsal, and one who only wanted to bring back the chair. Today she sings soprano.",
        "İlk provaya beş kişi geldi, bir de yalnızca sandalyeyi geri getirmek isteyen biri. Bugün soprano söylüyor.",
        "حضر أول تدريب خمسة أشخاص وسادسة جاءت لتعيد الكرسي فقط. واليوم تغني السوبرانو.",
        "На першу репетицію прийшло п’ятеро й одна, що лише хотіла повернути стілець. Сьогодні вона співає сопрано.",
    ),
    "Drei Fragen an Ljudmyla Bondar": (
        "Three questions for Liudmyla Bondar",
        "Ljudmyla Bondar’a üç soru",
        "ثلاثة أسئلة للودميلا بوندار",
        "Три запитання до Людмили Бондар",
    ),
    "Was tun Sie, wenn jemand brummt?": (
        "What do you do when somebody drones?",
        "Biri mırıldanırsa ne yaparsınız?",
        "ماذا تفعلين إذا نشّز أحدهم؟",
        "Що ви робите, коли хтось гуде?",
    ),
    "Ich stelle ihn neben jemanden, der laut singt. Beide glauben dann, es liegt am anderen.": (
        "I put him beside somebody who sings loudly. Then both believe it is the other one.",
        "Onu yüksek sesle söyleyen birinin yanına koyarım. İkisi de öbüründen sanır.",
        "أضعه بجانب من يغني بصوت عالٍ، فيظن كلاهما أن السبب هو الآخر.",
        "Ставлю його поруч із тим, хто співає голосно. Тоді обоє думають, що це інший.",
    ),
    "In welcher Sprache proben Sie?": (
        "In which language do you rehearse?",
        "Hangi dilde prova yapıyorsunuz?",
        "بأي لغة تتدربون؟",
        "Якою мовою ви репетируєте?",
    ),
    "Auf Italienisch. Piano versteht jeder, und forte braucht man bei uns nicht zu sagen.": (
        "In Italian. Everybody understands piano, and with us there is no need to say forte.",
        "İtalyanca. Piano’yu herkes anlar, forte demeye ise bizde gerek yok.",
        "بالإيطالية. «بيانو» يفهمها الجميع، و«فورته» لا حاجة إلى قولها عندنا.",
        "Італійською. Piano розуміють усі, а forte в нас казати не треба.",
    ),
    "Was fehlt Ihnen hier?": (
        "What are you missing here?",
        "Burada neyi özlüyorsunuz?",
        "ماذا ينقصك هنا؟",
        "Чого вам тут бракує?",
    ),
    "Ein Bass. Schreiben Sie das bitte groß.": (
        "A bass. Please write that in capitals.",
        "Bir bas. Lütfen büyük yazın.",
        "صوت جهير. اكتبوا ذلك بخط كبير من فضلكم.",
        "Баса. Напишіть це великими літерами.",
    ),
}
KOFI = {
    "Jugendtrainer beim SV Lindenau": (
        "Youth coach at SV Lindenau",
        "SV Lindenau’da genç takım antrenörü",
        "مدرّب الناشئين في نادي لينديناو",
        "Тренер молоді в SV Lindenau",
    ),
    "Abseits ist in jeder Sprache ungerecht.": (
        "Offside is unfair in every language.",
        "Ofsayt her dilde haksızlıktır.",
        "التسلل ظلم بكل اللغات.",
        "Офсайд несправедливий кожною мовою.",
    ),
    "Ich habe Kinder aus vierzehn Ländern und einen Schiedsrichter aus Fürth. Streit gibt es nur über Abseits. Darüber streiten wir aber gemeinsam.": (
        "I have children from fourteen countries and a referee from Fürth. We only quarrel about offside. But that we do together.",
        "On dört ülkeden çocuğum ve Fürth’ten bir hakemim var. Kavga yalnızca ofsayttan çıkıyor. Onu da hep birlikte ediyoruz.",
        "عندي أطفال من أربعة عشر بلدًا وحكم من فورت. لا نتشاجر إلا على التسلل، لكننا نتشاجر معًا.",
        "У мене діти з чотирнадцяти країн і суддя з Фюрта. Сваримося лише через офсайд. Зате всі разом.",
    ),
    "Kumasi": ("Kumasi", "Kumasi", "كوماسي", "Кумасі"),
    "Twi, Englisch, Deutsch": (
        "Twi, English, German",
        "Tvi, İngilizce, Almanca",
        "التوي والإنجليزية والألمانية",
        "чві, англійська, німецька",
    ),
    "Gezeichnetes Porträt: Kofi Asante im rot gestreiften Trikot, mit Kinnbart, er lacht.": (
        "Drawn portrait: Kofi Asante in a red striped jersey, with a goatee, laughing.",
        "Çizim portre: Kofi Asante kırmızı çizgili formayla, keçi sakallı, gülüyor.",
        "رسم: كوفي أسانتي بقميص مخطط بالأحمر ولحية قصيرة، يضحك.",
        "Намальований портрет: Кофі Асанте у футболці в червону смужку, з борідкою, сміється.",
    ),
    "Mittwochs um fünf steht Kofi Asante am Gaswerkplatz und zählt Bälle. Es sind immer zwei weniger als am Montag. „Die Bälle wandern“, sagt er. „Ich finde das gut. Irgendwo spielt dann noch jemand.“": (
        "On Wednesdays at five Kofi Asante stands on Gaswerkplatz and counts balls. There are always two fewer than on Monday. “Balls travel,” he says. “I like that. It means somebody else is playing somewhere.”",
        "Kofi Asante çarşambaları saat beşte Gaswerkplatz’da top sayar. Hep pazartesiden iki eksiktir. “Toplar göç ediyor,” diyor. “Bence güzel. Demek ki bir yerde biri daha oynuyor.”",
        "يقف كوفي أسانتي كل أربعاء في الخامسة في ساحة الغازفيرك ويعدّ الكرات. تنقص دائمًا كرتين عن الاثنين. يقول: «الكرات تسافر، وهذا جيد. فهناك من يلعب في مكان آخر».",
        "Щосереди о п’ятій Кофі Асанте стоїть на Gaswerkplatz і рахує м’ячі. Їх завжди на два менше, ніж у понеділок. «М’ячі мандрують, — каже він. — І добре. Значить, десь іще хтось грає».",
    ),
    "Das Turnier der Vielfalt leitet er seit zwölf Jahren. Gepfiffen hat er in der Zeit genau vier Mal, zwei Mal davon zum Grillen.": (
        "He has run the Diversity Cup for twelve years. In that time he has blown his whistle exactly four times, twice for the barbecue.",
        "Çeşitlilik Turnuvası’nı on iki yıldır yönetiyor. Bu sürede tam dört kez düdük çaldı, ikisi mangal içindi.",
        "يدير بطولة التنوع منذ اثني عشر عامًا. وأطلق صافرته في هذه المدة أربع مرات فقط، اثنتان منها للشواء.",
        "Турніром розмаїття він керує дванадцять років. За цей час свистів рівно чотири рази, двічі — кликав на гриль.",
    ),
}
INDEX = {
    "Termine": ("Events", "Etkinlikler", "المواعيد", "Події"),
    "Frühstücken, fragen, zuhören, mitmachen: Was der Integrationsrat und seine Freunde vorhaben.": (
        "Have breakfast, ask, listen, join in: what the integration council and its friends are planning.",
        "Kahvaltı, soru, kulak verme, katılma: Entegrasyon meclisi ve dostları neler planlıyor.",
        "فطور وأسئلة واستماع ومشاركة: ما يخطط له مجلس الاندماج وأصدقاؤه.",
        "Поснідати, спитати, послухати, долучитися: що планує інтеграційна рада та її друзі.",
    ),
}
BREAKFAST = {
    "Zwischen den Jahren schlafen alle aus.": (
        "Between the years everybody sleeps in.",
        "Yıl biterken herkes geç kalkar.",
        "بين العامين ينام الجميع إلى وقت متأخر.",
        "Між роками всі висипляються.",
    ),
    "Wegen Ostern eine Woche später.": (
        "A week later, because of Easter.",
        "Paskalya nedeniyle bir hafta sonra.",
        "بعد أسبوع بسبب عيد الفصح.",
        "Через Великдень на тиждень пізніше.",
    ),
    "Wer wird Lotse?": ("Who will be a guide?", "Kim kılavuz olur?", "من سيكون مرشدًا؟", "Хто стане провідником?"),
    "Offenes Frühstück": ("Open breakfast", "Açık kahvaltı", "فطور مفتوح", "Відкритий сніданок"),
    "Es gibt Fladenbrot, Brezeln und sechs Sorten Tee. Und die Frage, ob Sie jemandem durch die ersten Monate in Lindenau helfen möchten.": (
        "There is flatbread, pretzels and six kinds of tea. And the question whether you would like to help somebody through their first months in Lindenau.",
        "Pide, simit ve altı çeşit çay var. Bir de soru: Birine Lindenau’daki ilk aylarında yardım etmek ister misiniz?",
        "هناك خبز وبريتسل وستة أنواع من الشاي. وسؤال: هل تودّون مساعدة أحدهم في شهوره الأولى في لينديناو؟",
        "Будуть коржі, кренделі й шість сортів чаю. І запитання: чи не хочете ви допомогти комусь у перші місяці в Лінденау?",
    ),
    "Zeichnung von oben: Sechs Hände greifen nach Brot, Oliven und Teegläsern.": (
        "Drawing from above: six hands reach for bread, olives and glasses of tea.",
        "Yukarıdan çizim: Altı el ekmeğe, zeytine ve çay bardaklarına uzanıyor.",
        "رسم من أعلى: ست أيادٍ تمتد إلى الخبز والزيتون وكؤوس الشاي.",
        "Малюнок згори: шість рук тягнуться до хліба, оливок і склянок чаю.",
    ),
    "Sie können später kommen und früher gehen.": (
        "You may come late and leave early.",
        "Geç gelip erken gidebilirsiniz.",
        "يمكنكم الحضور متأخرين والمغادرة مبكرًا.",
        "Можна прийти пізніше й піти раніше.",
    ),
    "Alte Feuerwache, Schlauchturmsaal": (
        "Old fire station, tower hall",
        "Eski itfaiye, kule salonu",
        "مبنى الإطفاء القديم، قاعة البرج",
        "Стара пожежна частина, зала у вежі",
    ),
    "Linie 3 bis „Gaswerk“, dann 200 Meter.": (
        "Line 3 to “Gaswerk”, then 200 metres.",
        "3 numaralı hatla “Gaswerk”, sonra 200 metre.",
        "الخط 3 حتى «Gaswerk» ثم 200 متر.",
        "Лінія 3 до «Gaswerk», далі 200 метрів.",
    ),
    "Ohne Stufen": ("Step-free", "Basamaksız", "بلا درجات", "Без сходів"),
    "Rampe am Hof, Türen 95 cm, Toilette mit Haltegriffen.": (
        "Ramp in the yard, doors 95 cm wide, toilet with grab rails.",
        "Avluda rampa, kapılar 95 cm, tutamaklı tuvalet.",
        "منحدر في الفناء، أبواب 95 سم، مرحاض بمقابض.",
        "Пандус у дворі, двері 95 см, туалет із поручнями.",
    ),
    "Gebärdensprache": ("Sign language", "İşaret dili", "لغة الإشارة", "Жестова мова"),
    "Von 10 bis 11.15 Uhr dolmetscht eine Fachkraft.": (
        "A professional interprets from 10 to 11.15.",
        "10.00–11.15 arası bir uzman çeviri yapar.",
        "يترجم مختص من 10 إلى 11:15.",
        "З 10 до 11:15 перекладає фахівчиня.",
    ),
    "Flüsterdolmetschen": ("Whispered interpreting", "Fısıltı çeviri", "ترجمة هامسة", "Переклад пошепки"),
    "Arabisch und Ukrainisch, bitte bei der Anmeldung sagen.": (
        "Arabic and Ukrainian, please say so when registering.",
        "Arapça ve Ukraynaca, lütfen kayıtta belirtin.",
        "العربية والأوكرانية، يرجى ذكر ذلك عند التسجيل.",
        "Арабська й українська, скажіть про це під час реєстрації.",
    ),
    "Höranlage": ("Hearing loop", "İşitme sistemi", "نظام سمعي", "Слухова система"),
    "Induktionsschleife in den ersten vier Reihen.": (
        "Induction loop in the first four rows.",
        "İlk dört sırada indüksiyon döngüsü.",
        "حلقة حثّ في الصفوف الأربعة الأولى.",
        "Індукційна петля в перших чотирьох рядах.",
    ),
    "Kinderecke": ("Children’s corner", "Çocuk köşesi", "ركن الأطفال", "Дитячий куток"),
    "Betreut von 9.30 bis 12 Uhr, ab 3 Jahren.": (
        "Looked after from 9.30 to 12, from the age of 3.",
        "9.30–12.00 arası, 3 yaşından itibaren bakım var.",
        "برعاية من 9:30 إلى 12، من عمر 3 سنوات.",
        "Під наглядом з 9:30 до 12, від 3 років.",
    ),
    "Parkplätze: nur zwei": (
        "Parking: two spaces only",
        "Park yeri: yalnızca iki",
        "موقفان فقط للسيارات",
        "Парковка: лише два місця",
    ),
    "Beide sind für Menschen mit blauem Ausweis reserviert.": (
        "Both are kept for people with a blue badge.",
        "İkisi de mavi kartlılara ayrıldı.",
        "كلاهما لحاملي البطاقة الزرقاء.",
        "Обидва — для людей із синьою карткою.",
    ),
    "Integrationsrat mit dem Frauentreff Südstadt": (
        "Integration council with the women’s meeting place Südstadt",
        "Entegrasyon meclisi ve Südstadt kadın buluşması",
        "مجلس الاندماج مع ملتقى نساء زودشتات",
        "Інтеграційна рада разом із жіночою зустріччю Südstadt",
    ),
    "Alle, die Zeit und Neugier haben": (
        "Everybody with time and curiosity",
        "Vakti ve merakı olan herkes",
        "كل من لديه وقت وفضول",
        "Усі, хто має час і цікавість",
    ),
    "Kostenlos": ("Free", "Ücretsiz", "مجانًا", "Безкоштовно"),
    "Wer mag, bringt etwas Süßes mit. Kinder sind willkommen.": (
        "Bring something sweet if you like. Children are welcome.",
        "İsteyen tatlı bir şey getirir. Çocuklar da davetli.",
        "من أراد فليحضر شيئًا حلوًا. الأطفال مرحّب بهم.",
        "Хто хоче, приносить солодке. Діти — ласкаво просимо.",
    ),
    "Bis 25. November im Rathaus, Zimmer 12, Telefon 089 99998-120. Wer es vergisst, kommt einfach.": (
        "By 25 November at the town hall, room 12, phone 089 99998-120. If you forget, just come.",
        "25 Kasım’a kadar belediye, oda 12, telefon 089 99998-120. Unutan yine de gelsin.",
        "حتى 25 نوفمبر في البلدية، الغرفة 12، هاتف ⁦089 99998-120⁩. ومن نسي فليأتِ.",
        "До 25 листопада в ратуші, кімната 12, телефон 089 99998-120. Хто забув — просто приходьте.",
    ),
    "Ankommen, Tee einschenken": ("Arriving, pouring tea", "Geliş, çay doldurma", "الوصول وصبّ الشاي", "Приходимо, наливаємо чай"),
    "Das Buffet ist offen.": ("The buffet is open.", "Büfe açık.", "البوفيه مفتوح.", "Буфет відкритий."),
    "Was eine Lotsin nicht tut": (
        "What a guide does not do",
        "Bir kılavuz neyi yapmaz",
        "ما لا تفعله المرشدة",
        "Чого провідниця не робить",
    ),
    "Sie ist keine Anwältin und kein Taxi. Was bleibt, ist ziemlich viel.": (
        "She is not a lawyer and not a taxi. What remains is quite a lot.",
        "Avukat değildir, taksi değildir. Geriye epey şey kalır.",
        "ليست محامية ولا سيارة أجرة. وما يبقى كثير.",
        "Вона не адвокатка й не таксі. Лишається чимало.",
    ),
    "Lotsin seit 2019": ("guide since 2019", "2019’dan beri kılavuz", "مرشدة منذ 2019", "провідниця з 2019 року"),
    "Drei Tische, drei Geschichten": (
        "Three tables, three stories",
        "Üç masa, üç hikâye",
        "ثلاث طاولات، ثلاث قصص",
        "Три столи, три історії",
    ),
    "Schule, Amt, Arzt: Lotsen erzählen von einem Fall, der gut ausging, und einem, der es nicht tat.": (
        "School, office, doctor: guides tell of one case that ended well and one that did not.",
        "Okul, daire, doktor: Kılavuzlar iyi biten ve iyi bitmeyen birer örneği anlatıyor.",
        "المدرسة والدائرة والطبيب: يروي المرشدون قصة انتهت خيرًا وأخرى لم تنتهِ كذلك.",
        "Школа, установа, лікар: провідники розповідають про випадок, що скінчився добре, і про той, що ні.",
    ),
    "Pause mit Linsensuppe": (
        "Break with lentil soup",
        "Mercimek çorbalı ara",
        "استراحة مع شوربة العدس",
        "Перерва із сочевичним супом",
    ),
    "Fragen und Anmelden": ("Questions and signing up", "Sorular ve kayıt", "أسئلة وتسجيل", "Запитання й запис"),
    "Die Schulung dauert vier Abende im Januar und Februar.": (
        "The course takes four evenings in January and February.",
        "Eğitim ocak ve şubatta dört akşam sürer.",
        "تستمر الدورة أربع أمسيات في يناير وفبراير.",
        "Навчання триває чотири вечори в січні та лютому.",
    ),
    "Geschäftsstelle": ("council office", "meclis bürosu", "مكتب المجلس", "офіс ради"),
    "Was Lotsinnen und Lotsen tun": ("What guides do", "Kılavuzlar ne yapar", "ماذا يفعل المرشدون", "Що роблять провідники"),
    "Sie gehen mit: zum Bürgeramt, in die Kita, zum ersten Elternabend. Sie übersetzen nicht jedes Wort, aber die Stimmung. Zweiundzwanzig Menschen machen das in Lindenau schon. Es dürften vierzig sein.": (
        "They come along: to the registry, to the nursery, to the first parents’ evening. They do not translate every word, but the mood. Twenty-two people in Lindenau do it already. There might well be forty.",
        "Birlikte giderler: nüfus dairesine, kreşe, ilk veli toplantısına. Her sözcüğü değil, havayı çevirirler. Lindenau’da yirmi iki kişi bunu yapıyor. Kırk olsa iyi olur.",
        "يرافقون الناس إلى الدائرة والروضة وأول اجتماع للأهالي. لا يترجمون كل كلمة، بل الأجواء. اثنان وعشرون شخصًا يفعلون ذلك في لينديناو، وليتهم أربعون.",
        "Вони йдуть разом: до установи, до садка, на перші батьківські збори. Перекладають не кожне слово, а настрій. Двадцять двоє людей у Лінденау вже це роблять. Хай би було сорок.",
    ),
}
TOUR = {
    "Der Rat steht in der Südstadt": (
        "The council is in Südstadt",
        "Meclis Südstadt’ta",
        "المجلس في زودشتات",
        "Рада стоїть у Südstadt",
    ),
    "Rat auf Tour": ("Council on tour", "Meclis yollarda", "المجلس في جولة", "Рада в дорозі"),
    "Ein Stand, zwei Klappstühle, heißer Apfelsaft. Sagen Sie, was in Ihrem Viertel fehlt. Wer meckern will, bekommt zwei Becher.": (
        "A stand, two folding chairs, hot apple juice. Say what is missing in your quarter. Whoever wants to grumble gets two cups.",
        "Bir stant, iki katlanır sandalye, sıcak elma suyu. Mahallenizde ne eksik, söyleyin. Söylenmek isteyene iki bardak var.",
        "كشك وكرسيان قابلان للطي وعصير تفاح ساخن. قولوا ما ينقص حيّكم. ومن أراد التذمر فله كوبان.",
        "Стенд, два розкладні стільці, гарячий яблучний сік. Скажіть, чого бракує у вашому районі. Хто хоче побурчати, отримає два стаканчики.",
    ),
    "Zeichnung: Ein Infostand mit Sonnenschirm auf dem Markt, Menschen reden über die Theke.": (
        "Drawing: an information stand with a sunshade at the market, people talk across the counter.",
        "Çizim: Pazarda şemsiyeli bir stant, insanlar tezgâhın iki yanında konuşuyor.",
        "رسم: كشك معلومات بمظلة في السوق، وأناس يتحدثون عبر الطاولة.",
        "Малюнок: інформаційний стенд із парасолею на ринку, люди розмовляють через прилавок.",
    ),
    "Bei Sturm fällt der Stand aus, der Apfelsaft nicht.": (
        "In a storm there is no stand, but there is apple juice.",
        "Fırtınada stant olmaz, elma suyu olur.",
        "عند العاصفة يُلغى الكشك، أما العصير فلا.",
        "У бурю стенду не буде, а сік буде.",
    ),
    "Wochenmarkt am Gaswerk": (
        "Weekly market at Gaswerk",
        "Gaswerk’teki semt pazarı",
        "السوق الأسبوعي عند الغازفيرك",
        "Ринок біля Gaswerk",
    ),
    "Linie 3 bis „Gaswerk“.": (
        "Line 3 to “Gaswerk”.",
        "3 numaralı hatla “Gaswerk”.",
        "الخط 3 حتى «Gaswerk».",
        "Лінія 3 до «Gaswerk».",
    ),
    "Der Platz ist eben, die Theke hat eine niedrige Seite.": (
        "The square is level, the counter has a low side.",
        "Meydan düz, tezgâhın alçak bir yanı var.",
        "الساحة مستوية وللطاولة جانب منخفض.",
        "Площа рівна, прилавок має низький бік.",
    ),
    "Türkisch und Arabisch": ("Turkish and Arabic", "Türkçe ve Arapça", "التركية والعربية", "Турецька й арабська"),
    "Zwei Mitglieder des Rates sprechen es am Stand.": (
        "Two members of the council speak them at the stand.",
        "Stantta iki meclis üyesi konuşuyor.",
        "يتحدث بهما عضوان من المجلس في الكشك.",
        "Двоє членів ради говорять ними біля стенду.",
    ),
    "Integrationsrat Lindenau": (
        "Integration council of Lindenau",
        "Lindenau Entegrasyon Meclisi",
        "مجلس الاندماج في لينديناو",
        "Інтеграційна рада Лінденау",
    ),
    "Alle in der Südstadt": ("Everybody in Südstadt", "Südstadt’taki herkes", "كل سكان زودشتات", "Усі мешканці Südstadt"),
    "Was fehlt auf dem Weg zur Schule?<br/>Wo gehen Sie nicht gern allein?<br/>Was soll auf jeden Fall bleiben?": (
        "What is missing on the way to school?<br/>Where do you not like to walk alone?<br/>What must stay, whatever happens?",
        "Okul yolunda ne eksik?<br/>Nerede yalnız yürümek istemiyorsunuz?<br/>Mutlaka ne kalmalı?",
        "ماذا ينقص في الطريق إلى المدرسة؟<br/>أين لا تحبون السير وحدكم؟<br/>ما الذي يجب أن يبقى حتمًا؟",
        "Чого бракує дорогою до школи?<br/>Де ви не любите ходити самі?<br/>Що обов’язково має залишитися?",
    ),
    "Der Rat zieht von Viertel zu Viertel. Was Sie sagen, schreiben wir auf eine Karte, und die Karte hängt bis zur nächsten Sitzung im Großen Saal. Dort muss jemand darauf antworten.": (
        "The council moves from quarter to quarter. What you say is written on a card, and the card hangs in the great hall until the next session. There somebody has to answer it.",
        "Meclis mahalleden mahalleye geziyor. Söylediklerinizi bir karta yazıyoruz, kart gelecek oturuma kadar büyük salonda asılı kalıyor. Orada birinin cevap vermesi gerekiyor.",
        "يتنقل المجلس من حي إلى حي. نكتب ما تقولونه على بطاقة تُعلَّق في القاعة الكبرى حتى الجلسة القادمة، وهناك يجب أن يجيب أحد عنها.",
        "Рада мандрує від району до району. Що ви скажете, ми пишемо на картку, і вона висить у великій залі до наступного засідання. Там хтось мусить на неї відповісти.",
    ),
}
LANGUAGES = ("en", "tr", "ar", "uk")
WORDS = NAMES | CAMPAIGN | SAMIRA | LJUDMYLA | KOFI | INDEX | BREAKFAST | TOUR


def catalogue(code: str) -> dict[str, str]:
    place = LANGUAGES.index(code)
    return {german: words[place] for german, words in WORDS.items()}
