"""Seven more people of the campaign: German → English, Turkish, Arabic, Ukrainian; and their texts in Leichte Sprache.

What they say in one sentence is translated on the home page already, see <language>.po. Not yet checked by native readers.
"""

LANGUAGES = ("en", "tr", "ar", "uk")
EMRE = {
    "Emre Yalçın": ("Emre Yalçın", "Emre Yalçın", "إمره يالتشن", "Емре Ялчин"),
    "Leitstelle der Stadtbahn, Parzelle sieben am Bahndamm": (
        "Tram control centre, plot seven by the railway",
        "Tramvay kontrol merkezi, demiryolu kıyısında yedi numaralı bahçe",
        "غرفة تحكّم الترام، القطعة السابعة عند سكة القطار",
        "Диспетчерська трамвая, ділянка сім біля залізниці",
    ),
    "In der Leitstelle sehe ich die ganze Stadt als Linien. Am Samstag sitze ich im Garten am Bahndamm und sehe die Bahn von unten. Dann winke ich.": (
        "In the control centre I see the whole town as lines. On Saturdays I sit in the garden by the railway and see the tram from below. Then I wave.",
        "Kontrol merkezinde bütün şehri çizgiler olarak görürüm. Cumartesi demiryolu kıyısındaki bahçede oturur, tramvaya aşağıdan bakarım. Sonra el sallarım.",
        "في غرفة التحكّم أرى المدينة كلها خطوطًا. ويوم السبت أجلس في البستان عند السكة وأرى الترام من الأسفل، فألوّح له.",
        "У диспетчерській я бачу все місто як лінії. У суботу сиджу в саду біля залізниці й бачу трамвай знизу. Тоді махаю рукою.",
    ),
    "Deutsch, Türkisch, Fahrplan": (
        "German, Turkish, timetable",
        "Almanca, Türkçe, tarife",
        "الألمانية والتركية وجدول المواعيد",
        "німецька, турецька, розклад руху",
    ),
    "Gezeichnetes Porträt: Emre Yalçın mit Schnurrbart und dunkler Jacke.": (
        "Drawn portrait: Emre Yalçın with a moustache and a dark jacket.",
        "Çizim portre: Bıyıklı, koyu ceketli Emre Yalçın.",
        "رسم: إمره يالتشن بشارب وسترة داكنة.",
        "Намальований портрет: Емре Ялчин із вусами, у темному піджаку.",
    ),
    "Emre Yalçın ist in Lindenau geboren, im alten Kreißsaal über der heutigen Bücherei. Er rollt jeden Morgen über die Rampe, die er selbst beantragt hat, in die Leitstelle der Stadtbahn. Der Antrag hatte drei Anlagen. „Die Bahn war pünktlicher.“": (
        "Emre Yalçın was born in Lindenau, in the old delivery room above what is now the library. Every morning he rolls up the ramp he applied for himself into the tram control centre. The application had three annexes. “The tram was more punctual.”",
        "Emre Yalçın Lindenau’da, bugünkü kütüphanenin üstündeki eski doğumhanede doğdu. Her sabah, başvurusunu kendisinin yaptığı rampadan tramvay kontrol merkezine çıkıyor. Başvurunun üç eki vardı. “Tramvay daha dakikti.”",
        "وُلد إمره يالتشن في لينديناو، في قاعة الولادة القديمة فوق المكتبة الحالية. كل صباح يصعد بكرسيه المنحدر الذي طلبه بنفسه إلى غرفة تحكّم الترام. كان للطلب ثلاثة ملاحق. «الترام كان أدقّ موعدًا».",
        "Емре Ялчин народився в Лінденау, у старій пологовій залі над нинішньою бібліотекою. Щоранку він заїжджає пандусом, про який сам подав заяву, до диспетчерської трамвая. Заява мала три додатки. «Трамвай був пунктуальніший».",
    ),
}
HOA = {
    "Hoa Tran": ("Hoa Tran", "Hoa Tran", "هوا تران", "Хоа Чан"),
    "Floristin und Lotsin am Marktplatz": (
        "Florist and guide on the market square",
        "Pazar meydanında çiçekçi ve rehber",
        "بائعة زهور ومرافقة في ساحة السوق",
        "Флористка і провідниця на Ринковій площі",
    ),
    "Wer Blumen kauft, erzählt. Ich weiß, wer heiratet, bevor es die Braut weiß. Und wem die Rosen leidtun, der nimmt besser Nelken.": (
        "People who buy flowers talk. I know who is getting married before the bride does. And whoever feels sorry for the roses had better take carnations.",
        "Çiçek alan anlatır. Kimin evleneceğini gelinden önce bilirim. Güle kıyamayan da karanfil alsın.",
        "من يشتري الزهور يحكي. أعرف من سيتزوج قبل أن تعرف العروس. ومن يشفق على الورد فليأخذ القرنفل.",
        "Хто купує квіти, той розповідає. Я знаю, хто одружується, ще до нареченої. А кому шкода троянд, хай краще бере гвоздики.",
    ),
    "Huế": ("Huế", "Huế", "هوي", "Хюе"),
    "Vietnamesisch, Deutsch": ("Vietnamese, German", "Vietnamca, Almanca", "الفيتنامية والألمانية", "в’єтнамська, німецька"),
    "Gezeichnetes Porträt: Hoa Tran lacht, mit schwarzem Bob und grün gemusterter Bluse.": (
        "Drawn portrait: Hoa Tran laughs, with a black bob and a green patterned blouse.",
        "Çizim portre: Hoa Tran gülüyor, kısa siyah saçlı, yeşil desenli bluzlu.",
        "رسم: هوا تران تضحك، بشعر أسود قصير وبلوزة خضراء منقوشة.",
        "Намальований портрет: Хоа Чан сміється, з чорним каре, у зеленій візерунчастій блузці.",
    ),
    "Hoa Tran kam 1989 mit einem Vertrag für die Näherei, und als es die Näherei nicht mehr gab, hatte sie schon zwei Eimer Gerbera. Seit 2019 begleitet sie als Lotsin Familien durch ihre ersten Monate. „Zum Amt gehe ich mit Blumen. Nicht für das Amt. Für die, die danach eine brauchen.“": (
        "Hoa Tran came in 1989 with a contract for the sewing works, and when the sewing works were gone she already had two buckets of gerbera. Since 2019 she has been a guide for families in their first months. “I take flowers to the authorities. Not for the authorities. For those who need one afterwards.”",
        "Hoa Tran 1989’da dikimevi için bir sözleşmeyle geldi; dikimevi kapandığında elinde iki kova gerbera vardı. 2019’dan beri rehber olarak ailelere ilk aylarında eşlik ediyor. “Resmî daireye çiçekle giderim. Daire için değil. Sonrasında bir çiçeğe ihtiyacı olanlar için.”",
        "جاءت هوا تران عام 1989 بعقد عمل في مشغل الخياطة، وحين أُغلق المشغل كان لديها دلوان من الجربيرا. ومنذ 2019 ترافق العائلات في شهورها الأولى. «أذهب إلى الدائرة ومعي زهور. ليست للدائرة، بل لمن يحتاج إلى زهرة بعدها».",
        "Хоа Чан приїхала 1989 року з контрактом на швейну фабрику, а коли фабрики не стало, вже мала два відра гербер. Із 2019 року вона як провідниця супроводжує родини в перші місяці. «До установи я йду з квітами. Не для установи. Для тих, кому потім потрібна квітка».",
    ),
}
WALTER = {
    "Walter Schrödl": ("Walter Schrödl", "Walter Schrödl", "فالتر شرودل", "Вальтер Шредль"),
    "Kleingärtner am Bahndamm, Rentner, Hahnwart": (
        "Allotment gardener by the railway, pensioner, keeper of the tap",
        "Demiryolu kıyısında hobi bahçıvanı, emekli, musluk bekçisi",
        "صاحب بستان صغير عند السكة، متقاعد، حارس الصنبور",
        "Садівник біля залізниці, пенсіонер, доглядач крана",
    ),
    "Früher habe ich genickt. Das reicht, dachte ich. Dann kam das Mädchen von Parzelle neun und sagte: Nicken ist kein Wort. Seitdem sage ich guten Morgen, in vier Sprachen.": (
        "I used to nod. That will do, I thought. Then the girl from plot nine came and said: a nod is not a word. Since then I have been saying good morning, in four languages.",
        "Eskiden başımla selam verirdim. Yeter sanırdım. Sonra dokuz numaralı bahçenin kızı geldi ve dedi ki: Baş sallamak söz değildir. O günden beri dört dilde günaydın diyorum.",
        "كنت أومئ برأسي وأظن أن هذا يكفي. ثم جاءت فتاة القطعة التاسعة وقالت: الإيماءة ليست كلمة. ومنذ ذلك الحين أقول صباح الخير بأربع لغات.",
        "Раніше я кивав. Думав, цього досить. Потім прийшла дівчинка з дев’ятої ділянки й сказала: кивок — не слово. Відтоді кажу «доброго ранку» чотирма мовами.",
    ),
    "Fränkisch, Hochdeutsch auf Wunsch": (
        "Franconian, standard German on request",
        "Frankonca, istenirse standart Almanca",
        "الفرنكونية، والألمانية الفصحى عند الطلب",
        "франконська, літературна німецька за бажанням",
    ),
    "Gezeichnetes Porträt: Walter Schrödl mit Strohhut, weißem Bart und kariertem Hemd.": (
        "Drawn portrait: Walter Schrödl with a straw hat, a white beard and a chequered shirt.",
        "Çizim portre: Hasır şapkalı, beyaz sakallı, kareli gömlekli Walter Schrödl.",
        "رسم: فالتر شرودل بقبعة من القش ولحية بيضاء وقميص مربّعات.",
        "Намальований портрет: Вальтер Шредль у солом’яному капелюсі, з білою бородою, у картатій сорочці.",
    ),
    "Seit 1974 hat Walter Schrödl dieselbe Parzelle und seit zwei Jahren ein Amt: Er öffnet morgens den Haupthahn. Drei Umdrehungen nach links. „Wer das Wasser hat, muss reden“, sagt er. „Sonst reden die anderen.“": (
        "Walter Schrödl has had the same plot since 1974 and an office for two years: in the morning he opens the main tap. Three turns to the left. “Whoever has the water must talk,” he says. “Otherwise the others will.”",
        "Walter Schrödl’ün 1974’ten beri aynı bahçesi, iki yıldır da bir görevi var: Sabahları ana musluğu açıyor. Sola üç tur. “Su kimdeyse konuşmalı,” diyor. “Yoksa başkaları konuşur.”",
        "لفالتر شرودل القطعة نفسها منذ 1974، ومنذ عامين له منصب: يفتح الصنبور الرئيسي صباحًا. ثلاث دورات إلى اليسار. يقول: «من عنده الماء عليه أن يتكلم، وإلا تكلم الآخرون».",
        "Від 1974 року Вальтер Шредль має ту саму ділянку, а вже два роки й посаду: вранці відкриває головний кран. Три оберти ліворуч. «У кого вода, той має говорити, — каже він. — Інакше говоритимуть інші».",
    ),
}
AMIRA = {
    "Amira Keita": ("Amira Keita", "Amira Keita", "أميرة كيتا", "Аміра Кейта"),
    "Schülerin, schreibt Protokoll auf Papier": (
        "Pupil, takes the minutes on paper",
        "Öğrenci, tutanağı kâğıda yazıyor",
        "طالبة مدرسة، تكتب المحضر على الورق",
        "Школярка, веде протокол на папері",
    ),
    "In der Jugendsitzung schreibe ich mit der Hand. Dann hören alle, wenn ich umblättere, und warten. Das ist meine Redezeit.": (
        "In the youth session I write by hand. Then everybody hears me turn the page, and waits. That is my speaking time.",
        "Gençlik oturumunda elle yazarım. Sayfayı çevirdiğimi herkes duyar ve bekler. Benim söz sürem o.",
        "في جلسة الشباب أكتب بيدي. عندها يسمع الجميع كيف أقلب الصفحة فينتظرون. هذا وقتي في الكلام.",
        "На молодіжному засіданні я пишу від руки. Тоді всі чують, як я гортаю, і чекають. Це мій час для слова.",
    ),
    "Deutsch, Französisch, Bambara": (
        "German, French, Bambara",
        "Almanca, Fransızca, Bambara",
        "الألمانية والفرنسية والبمبارية",
        "німецька, французька, бамбара",
    ),
    "Gezeichnetes Porträt: Amira Keita mit Afro und blau gestreiftem Pullover.": (
        "Drawn portrait: Amira Keita with an afro and a blue striped jumper.",
        "Çizim portre: Afro saçlı, mavi çizgili kazaklı Amira Keita.",
        "رسم: أميرة كيتا بشعر أفريقي وكنزة مخططة بالأزرق.",
        "Намальований портрет: Аміра Кейта з афро, у светрі в синю смужку.",
    ),
    "Amira Keita war dreizehn, als sie den Zettel an den Wasserhahn hängte, über den bis heute geredet wird. Ihre Mutter hat die Freigabe für dieses Bild unterschrieben, sie selbst auch, mit Füller.": (
        "Amira Keita was thirteen when she hung the note on the tap that people still talk about. Her mother signed the release for this picture, and so did she, with a fountain pen.",
        "Amira Keita, bugün hâlâ konuşulan kâğıdı musluğa astığında on üç yaşındaydı. Bu resmin iznini annesi imzaladı, kendisi de, dolma kalemle.",
        "كانت أميرة كيتا في الثالثة عشرة حين علّقت على الصنبور الورقة التي ما زال الناس يتحدثون عنها. وقّعت أمها الموافقة على هذه الصورة، ووقّعت هي أيضًا، بقلم حبر.",
        "Амірі Кейта було тринадцять, коли вона повісила на кран записку, про яку говорять досі. Дозвіл на цей портрет підписала її мама, і вона сама теж, чорнильною ручкою.",
    ),
}
RUXANDRA = {
    "Ruxandra Munteanu": ("Ruxandra Munteanu", "Ruxandra Munteanu", "روكساندرا مونتيانو", "Руксандра Мунтяну"),
    "Pflegerin im Haus am Wehr, dolmetscht Rumänisch": (
        "Nurse at Haus am Wehr, interprets Romanian",
        "Haus am Wehr’de hemşire, Rumence çeviri yapıyor",
        "ممرّضة في دار السد، تترجم عن الرومانية",
        "Медсестра в «Домі біля греблі», перекладає з румунської",
    ),
    "Um vier Uhr fragt niemand, woher ich komme. Um vier Uhr fragt man, ob ich bleibe. Ja, sage ich. Bis sechs auf jeden Fall.": (
        "At four in the morning nobody asks where I come from. At four they ask whether I will stay. Yes, I say. Until six in any case.",
        "Sabahın dördünde kimse nereden geldiğimi sormaz. Dörtte, kalacak mısın diye sorarlar. Evet, derim. Altıya kadar kesin.",
        "في الرابعة فجرًا لا يسأل أحد من أين جئت. في الرابعة يسألون هل ستبقين. أقول نعم، حتى السادسة على الأقل.",
        "О четвертій ніхто не питає, звідки я. О четвертій питають, чи я залишуся. Так, кажу я. До шостої точно.",
    ),
    "Iași": ("Iași", "Yaş", "ياش", "Ясси"),
    "Rumänisch, Deutsch, Ungarisch": (
        "Romanian, German, Hungarian",
        "Rumence, Almanca, Macarca",
        "الرومانية والألمانية والمجرية",
        "румунська, німецька, угорська",
    ),
    "Gezeichnetes Porträt: Ruxandra Munteanu mit langem rotem Haar und hellblauem Kittel.": (
        "Drawn portrait: Ruxandra Munteanu with long red hair and a light blue tunic.",
        "Çizim portre: Uzun kızıl saçlı, açık mavi önlüklü Ruxandra Munteanu.",
        "رسم: روكساندرا مونتيانو بشعر أحمر طويل ورداء أزرق فاتح.",
        "Намальований портрет: Руксандра Мунтяну з довгим рудим волоссям, у блакитному халаті.",
    ),
    "Auf Station zwei gibt es eine Lampe, die Ruxandra Munteanu nie ganz ausmacht. Wer wach liegt, sieht, dass noch jemand wach ist. Am Elternabend übersetzt sie auch die Pausen. „Die sind das Schwierigste.“": (
        "On ward two there is a lamp that Ruxandra Munteanu never quite turns off. Whoever lies awake sees that somebody else is awake. At parents’ evenings she translates the pauses, too. “They are the hardest part.”",
        "İkinci serviste Ruxandra Munteanu’nun hiç tam söndürmediği bir lamba var. Uyuyamayan, başka birinin de uyanık olduğunu görür. Veli toplantısında susuşları da çeviriyor. “En zoru onlar.”",
        "في الجناح الثاني مصباح لا تطفئه روكساندرا مونتيانو تمامًا أبدًا. من يبقى مستيقظًا يرى أن أحدًا غيره مستيقظ. وفي اجتماع الأهل تترجم فترات الصمت أيضًا. «إنها الأصعب».",
        "У другому відділенні є лампа, яку Руксандра Мунтяну ніколи не вимикає зовсім. Хто не спить, бачить, що не спить ще хтось. На батьківських зборах вона перекладає й паузи. «Вони найважчі».",
    ),
}
JASPAL = {
    "Jaspal Gill": ("Jaspal Gill", "Jaspal Gill", "جاسبال غيل", "Джаспал Ґілл"),
    "Apotheker, Vorsitzender des Integrationsrats": (
        "Pharmacist, chair of the integration council",
        "Eczacı, entegrasyon meclisi başkanı",
        "صيدلاني ورئيس مجلس الاندماج",
        "Аптекар, голова ради з питань інтеграції",
    ),
    "In der Apotheke höre ich jeden Tag, was der Stadt fehlt: meistens Zeit, manchmal Eisen, selten guter Wille.": (
        "In the pharmacy I hear every day what the town lacks: mostly time, sometimes iron, seldom good will.",
        "Eczanede her gün şehrin neyinin eksik olduğunu duyarım: çoğunlukla zaman, bazen demir, nadiren iyi niyet.",
        "أسمع في الصيدلية كل يوم ما ينقص المدينة: الوقت غالبًا، والحديد أحيانًا، والنية الطيبة نادرًا.",
        "В аптеці я щодня чую, чого бракує місту: здебільшого часу, інколи заліза, рідко доброї волі.",
    ),
    "Ludhiana": ("Ludhiana", "Ludhiana", "لوديانا", "Лудхіяна"),
    "Panjabi, Hindi, Englisch, Deutsch": (
        "Punjabi, Hindi, English, German",
        "Pencapça, Hintçe, İngilizce, Almanca",
        "البنجابية والهندية والإنجليزية والألمانية",
        "панджабі, гінді, англійська, німецька",
    ),
    "Gezeichnetes Porträt: Jaspal Gill mit rotem Turban, Bart und Brille.": (
        "Drawn portrait: Jaspal Gill with a red turban, a beard and glasses.",
        "Çizim portre: Kırmızı türbanlı, sakallı, gözlüklü Jaspal Gill.",
        "رسم: جاسبال غيل بعمامة حمراء ولحية ونظارة.",
        "Намальований портрет: Джаспал Ґілл у червоному тюрбані, з бородою, в окулярах.",
    ),
    "Seit 1998 steht Jaspal Gill hinter derselben Theke und seit acht Jahren vor dem Rat. Der Unterschied, sagt er, sei kleiner als man denkt: „Beide Male kommen die Leute erst, wenn es weh tut.“": (
        "Jaspal Gill has stood behind the same counter since 1998 and before the council for eight years. The difference, he says, is smaller than one thinks: “Both times people come only when it hurts.”",
        "Jaspal Gill 1998’den beri aynı tezgâhın arkasında, sekiz yıldır da meclisin önünde. Aradaki fark sanıldığından az, diyor: “İkisinde de insanlar ancak canları yanınca geliyor.”",
        "يقف جاسبال غيل خلف الطاولة نفسها منذ 1998، وأمام المجلس منذ ثماني سنوات. ويقول إن الفرق أصغر مما نظن: «في الحالتين لا يأتي الناس إلا حين يتألمون».",
        "Від 1998 року Джаспал Ґілл стоїть за тим самим прилавком, а вісім років — перед радою. Різниця, каже він, менша, ніж здається: «І там, і там люди приходять лише тоді, коли болить».",
    ),
}
TESFAY = {
    "Tesfay Berhane": ("Tesfay Berhane", "Tesfay Berhane", "تسفاي برهاني", "Тесфай Берхане"),
    "Auszubildender in der Schreinerei Lindner": (
        "Apprentice at Lindner’s joinery",
        "Lindner marangozhanesinde çırak",
        "متدرّب في نجارة ليندنر",
        "Учень у столярні Лінднера",
    ),
    "Im ersten Jahr habe ich genickt. Im zweiten habe ich gefragt. Jetzt widerspreche ich, und er schreibt es sich auf.": (
        "In the first year I nodded. In the second I asked. Now I disagree, and he writes it down.",
        "İlk yıl başımı salladım. İkinci yıl sordum. Şimdi itiraz ediyorum, o da not alıyor.",
        "في السنة الأولى كنت أومئ برأسي، وفي الثانية صرت أسأل. أما الآن فأعترض، وهو يدوّن ذلك.",
        "Першого року я кивав. Другого питав. Тепер заперечую, а він записує.",
    ),
    "Keren": ("Keren", "Keren", "كرن", "Керен"),
    "Tigrinya, Deutsch, Fränkisch": (
        "Tigrinya, German, Franconian",
        "Tigrinya, Almanca, Frankonca",
        "التغرينية والألمانية والفرنكونية",
        "тигринья, німецька, франконська",
    ),
    "Gezeichnetes Porträt: Tesfay Berhane lacht, mit Locken und violettem Rollkragenpullover.": (
        "Drawn portrait: Tesfay Berhane laughs, with curls and a purple polo neck.",
        "Çizim portre: Tesfay Berhane gülüyor, kıvırcık saçlı, mor balıkçı yaka kazaklı.",
        "رسم: تسفاي برهاني يضحك، بشعر مجعّد وكنزة بنفسجية عالية الياقة.",
        "Намальований портрет: Тесфай Берхане сміється, кучерявий, у фіолетовому гольфі.",
    ),
    "Eine Schublade muss man hören, sagt Tesfay Berhane. Wenn sie seufzt, passt sie. Seine Prüfung hat er mit einem Schrank bestanden, in dem es vierzehn Schubladen gibt und keine, die klemmt.": (
        "You have to hear a drawer, says Tesfay Berhane. If it sighs, it fits. He passed his examination with a cabinet that has fourteen drawers and not one that sticks.",
        "Çekmeceyi duymak gerekir, diyor Tesfay Berhane. İç çekiyorsa oturmuştur. Sınavını, on dört çekmeceli ve hiçbiri takılmayan bir dolapla geçti.",
        "يقول تسفاي برهاني إن الدُّرج يُسمع: إذا تنهّد فهو مناسب. نجح في امتحانه بخزانة فيها أربعة عشر درجًا لا يعلق منها واحد.",
        "Шухляду треба чути, каже Тесфай Берхане. Якщо зітхає, то підходить. Іспит він склав із шафою, у якій чотирнадцять шухляд і жодна не заїдає.",
    ),
}
WORDS = EMRE | HOA | WALTER | AMIRA | RUXANDRA | JASPAL | TESFAY

EASY = {
    "emre-yalcin": {
        "line": "Er arbeitet bei der Straßen-Bahn.",
        "statement": "Ich weiß immer: Wo ist welche Bahn?",
        "long_statement": "Ich passe auf die Straßen-Bahnen auf. Am Samstag bin ich im Garten. Dann winke ich der Bahn.",
        "languages": "Deutsch und Türkisch",
        "portrait_alt": "Herr Yalçın hat einen Schnurr-Bart. Er trägt eine dunkle Jacke.",
        "body": [("paragraph", ["Emre Yalçın ist in Lindenau geboren.", "Er fährt im Roll-Stuhl.", "An seiner Arbeit gibt es eine Rampe.", "Er hat sich für die Rampe eingesetzt."])],
    },
    "hoa-tran": {
        "line": "Sie verkauft Blumen.",
        "statement": "Mit meinen Blumen feiern die Menschen. Und sie trauern mit ihnen.",
        "long_statement": "Bei mir kaufen viele Menschen Blumen. Sie erzählen mir von sich. Darum kenne ich die Stadt gut.",
        "origin": "Huế in Vietnam",
        "languages": "Vietnamesisch und Deutsch",
        "portrait_alt": "Frau Tran lacht. Sie hat schwarze Haare und trägt eine grüne Bluse.",
        "body": [("paragraph", ["Hoa Tran kam im Jahr 1989 nach Deutschland.", "Heute verkauft sie Blumen.", "Sie hilft auch neuen Familien.", "Sie geht mit zum Amt."])],
    },
    "walter-schroedl": {
        "line": "Er hat einen Garten.",
        "statement": "Ich grüße jetzt alle.",
        "long_statement": "Früher habe ich wenig geredet. Heute sage ich Guten Morgen. Ich sage es in 4 Sprachen.",
        "languages": "Deutsch",
        "portrait_alt": "Herr Schrödl hat einen weißen Bart. Er trägt einen Stroh-Hut.",
        "body": [("paragraph", ["Walter Schrödl hat seinen Garten seit 1974.", "Er öffnet am Morgen den Wasser-Hahn.", "Alle Gärten bekommen dann Wasser."])],
    },
    "amira-keita": {
        "line": "Sie ist Schülerin.",
        "statement": "Ich schreibe gern auf Papier.",
        "long_statement": "Ich schreibe mit der Hand. Alle hören das Papier. Dann sind alle leise.",
        "languages": "Deutsch, Französisch und Bambara",
        "portrait_alt": "Amira hat krause Haare. Sie trägt einen gestreiften Pulli.",
        "body": [("paragraph", ["Amira Keita ist 15 Jahre alt.", "Sie macht im Rat von den Jugendlichen mit.", "Amira hat Ja zu ihrem Bild gesagt.", "Ihre Mutter hat auch Ja gesagt."])],
    },
    "ruxandra-munteanu": {
        "line": "Sie ist Pflegerin.",
        "statement": "In der Nacht höre ich zu.",
        "long_statement": "Ich arbeite in der Nacht. Manche Menschen sind dann wach. Sie fragen: Bleiben Sie hier? Ich sage: Ja.",
        "origin": "Iași in Rumänien",
        "languages": "Rumänisch, Deutsch und Ungarisch",
        "portrait_alt": "Frau Munteanu hat lange rote Haare. Sie trägt einen hellblauen Kittel.",
        "body": [("paragraph", ["Ruxandra Munteanu arbeitet in einem Pflege-Heim.", "In der Nacht lässt sie eine Lampe an.", "Alle sollen sehen: Jemand ist da.", "Sie übersetzt auch für Eltern in der Schule."])],
    },
    "jaspal-gill": {
        "line": "Er ist Apotheker. Und er leitet den Integrations-Rat.",
        "statement": "Husten hat jeder einmal.",
        "long_statement": "In der Apotheke reden die Menschen mit mir. Ich höre: Was fehlt in der Stadt?",
        "origin": "Ludhiana in Indien",
        "languages": "Panjabi, Hindi, Englisch und Deutsch",
        "portrait_alt": "Herr Gill hat einen Bart und eine Brille. Er trägt einen roten Turban.",
        "body": [("paragraph", ["Jaspal Gill arbeitet seit 1998 in seiner Apotheke.", "Seit 8 Jahren leitet er den Rat.", "Er sagt: Viele kommen erst spät zu mir.", "Kommen Sie lieber früh."])],
    },
    "tesfay-berhane": {
        "line": "Er macht eine Ausbildung.",
        "statement": "Mein Chef spricht Fränkisch. Ich jetzt auch.",
        "long_statement": "Zuerst war ich still. Dann habe ich gefragt. Heute sage ich meine Meinung.",
        "origin": "Keren in Eritrea",
        "languages": "Tigrinya, Deutsch und Fränkisch",
        "portrait_alt": "Herr Berhane lacht. Er hat Locken und trägt einen lila Pulli.",
        "body": [("paragraph", ["Tesfay Berhane arbeitet mit Holz.", "Er hat einen Schrank gebaut.", "Der Schrank hat 14 Schub-Laden.", "Damit hat er seine Prüfung geschafft."])],
    },
}  # fmt: skip


def catalogue(code: str) -> dict[str, str]:
    place = LANGUAGES.index(code)
    return {german: words[place] for german, words in WORDS.items()}
