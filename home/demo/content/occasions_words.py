"""The texts of occasions.py in Turkish and Ukrainian, and the evening's programme in every language. Not checked by native readers."""

ORDER = ("en", "ar", "tr", "uk")
# German → (Turkish, Ukrainian); English and Arabic stand beside the German in occasions.py
DRAWINGS = {
    "Zeichnung: Ein Infostand mit Sonnenschirm auf dem Markt, Menschen reden über die Theke.": (
        "Çizim: Pazarda güneş şemsiyeli bir bilgi standı, insanlar tezgâhın üzerinden konuşuyor.",
        "Малюнок: інформаційний намет із парасолем на ринку, люди розмовляють через прилавок.",
    ),
    "Zeichnung: Drei Menschen an einem Tisch im Rathaus, zwischen ihnen liegen Papiere.": (
        "Çizim: Belediye binasında bir masada üç kişi, aralarında kâğıtlar var.",
        "Малюнок: троє людей за столом у ратуші, між ними папери.",
    ),
    "Zeichnung: Drei Menschen an einem Tisch, über ihnen zwei Sprechblasen.": (
        "Çizim: Bir masada üç kişi, üstlerinde iki konuşma balonu.",
        "Малюнок: троє людей за столом, над ними дві бульбашки з репліками.",
    ),
    "Zeichnung: Ein Chor mit weit offenen Mündern, vorn hebt die Chorleiterin beide Hände.": (
        "Çizim: Ağızları kocaman açık bir koro, önde koro şefi iki elini kaldırmış.",
        "Малюнок: хор із широко розкритими ротами, попереду диригентка піднімає обидві руки.",
    ),
    "Zeichnung: Kinder in bunten Trikots recken einen Pokal in die Luft.": (
        "Çizim: Renkli formalı çocuklar bir kupayı havaya kaldırıyor.",
        "Малюнок: діти в яскравих футболках піднімають кубок угору.",
    ),
}
TOUR = {
    "Der Rat auf Tour": ("Meclis turda", "Рада в турі"),
    "Vier Viertel, vier Stände": ("Dört semt, dört stant", "Чотири райони, чотири намети"),
    "Wir kommen zu Ihnen. Mit zwei Klappstühlen, heißem Apfelsaft und der Frage: Was fehlt in Ihrem Viertel?": (
        "Size geliyoruz. İki katlanır sandalye, sıcak elma suyu ve bir soruyla: Semtinizde ne eksik?",
        "Ми приходимо до вас. Із двома розкладними стільцями, гарячим яблучним соком і запитанням: чого бракує у вашому районі?",
    ),
    "Sie brauchen keinen Termin und keine Unterlagen. Was Sie sagen, schreiben wir auf eine Karte. Die Karte hängt bis zur nächsten Sitzung im Großen Saal, und jemand muss darauf antworten.": (
        "Randevu ya da belge gerekmez. Söylediklerinizi bir karta yazarız. Kart bir sonraki oturuma kadar Büyük Salon’da asılı kalır ve birinin cevap vermesi gerekir.",
        "Не потрібно ні запису, ні документів. Що ви скажете, ми запишемо на картку. Картка висітиме у Великій залі до наступного засідання, і хтось має на неї відповісти.",
    ),
    "Der Rat steht am Bahndamm": ("Meclis demiryolunun yanında", "Рада біля залізничного насипу"),
    "Kolonie am Bahndamm, Tor 2": ("Demiryolu bahçeleri, 2 numaralı kapı", "Сади біля насипу, ворота 2"),
    "Zwischen Grünkohl und Gleis: Bringen Sie mit, was Sie ärgert. Den Apfelsaft bringen wir.": (
        "Karalahana ile raylar arasında: Sizi kızdıran ne varsa getirin. Elma suyunu biz getiririz.",
        "Між капустою та коліями: приносьте те, що вас дратує. Яблучний сік принесемо ми.",
    ),
    "Der Rat steht auf dem Fischmarkt": ("Meclis Balık Pazarı’nda", "Рада на Рибному ринку"),
    "Fischmarkt, vor dem Rathaus": ("Balık Pazarı, belediye binasının önü", "Рибний ринок, перед ратушею"),
    "Am Morgen nach der Kunstnacht. Wir sind da, wenn auch etwas müde.": (
        "Sanat gecesinin ertesi sabahı. Biraz yorgun olsak da oradayız.",
        "Уранці після ночі мистецтв. Ми там, хоча й трохи втомлені.",
    ),
    "Der Rat steht an der Wehrschule": ("Meclis Wehr Okulu’nda", "Рада біля школи на Вері"),
    "Schulhof der Wehrschule": ("Wehr Okulu’nun bahçesi", "Подвір’я школи на Вері"),
    "Am 20. März ist Newroz, da feiern wir mit.": (
        "20 Mart Nevruz, o gün biz de kutlamaya katılıyoruz.",
        "20 березня Навруз, тож ми святкуємо разом.",
    ),
    "Nach dem Flohmarkt der Eltern. Kinder dürfen auch sagen, was fehlt. Meistens wissen sie es besser.": (
        "Velilerin bit pazarından sonra. Neyin eksik olduğunu çocuklar da söyleyebilir. Çoğu zaman onlar daha iyi bilir.",
        "Після батьківського блошиного ринку. Діти теж можуть сказати, чого бракує. Здебільшого вони знають краще.",
    ),
}
EVENTS = {
    "Sprechstunde zu dritt": ("Üç kişilik danışma saati", "Прийом утрьох"),
    "Interkulturelle Sprechstunde": ("Kültürlerarası danışma saati", "Міжкультурний прийом"),
    "Der Rat tagt an diesem Abend im Nachbarort.": (
        "Meclis o akşam komşu kasabada toplanıyor.",
        "Того вечора рада засідає в сусідньому містечку.",
    ),
    "Rathaus, Zimmer 12": ("Belediye binası, 12 numaralı oda", "Ратуша, кімната 12"),
    "Sie, ein Mitglied des Rates, und wenn Sie wollen ein Mensch, der dolmetscht. Zwanzig Minuten für eine Frage, die nicht warten kann.": (
        "Siz, meclisin bir üyesi ve isterseniz bir tercüman. Bekleyemeyen bir soru için yirmi dakika.",
        "Ви, член ради і, якщо хочете, людина, яка перекладає. Двадцять хвилин на питання, яке не може чекати.",
    ),
    "Wer spricht, wenn alle reden?": ("Herkes konuşurken kim söz alır?", "Хто говорить, коли балакають усі?"),
    "Abend zu Politik und Gesellschaft": ("Siyaset ve toplum akşamı", "Вечір про політику та суспільство"),
    "Stadtbücherei, Lesesaal": ("Şehir kütüphanesi, okuma salonu", "Міська бібліотека, читальна зала"),
    "Sprechblasen wachsen schneller als Argumente. Drei Menschen, die vom Zuhören leben, erzählen, wie es geht.": (
        "Konuşma balonları savlardan hızlı büyür. Dinleyerek geçinen üç kişi bunun nasıl olduğunu anlatıyor.",
        "Репліки ростуть швидше за аргументи. Троє людей, які живуть із того, що слухають, розповідають, як це вдається.",
    ),
    "Verein gründen, ohne zu verzweifeln": (
        "Umutsuzluğa kapılmadan dernek kurmak",
        "Як заснувати товариство й не впасти у відчай",
    ),
    "Infoabend im Verein": ("Dernekte bilgi akşamı", "Інформаційний вечір у товаристві"),
    "Vereinsheim Kalyna": ("Kalyna dernek evi", "Дім товариства «Калина»"),
    "Satzung, Kasse, Spende: Der Rat kommt in den Verein, die Fragen kommen von Ihnen.": (
        "Tüzük, kasa, bağış: Meclis derneğe geliyor, sorular sizden.",
        "Статут, каса, пожертви: рада приходить до товариства, запитання — від вас.",
    ),
    "Neujahrsempfang der Vereine": ("Derneklerin yeni yıl buluşması", "Новорічний прийом товариств"),
    "Rathaus, Großer Saal": ("Belediye binası, Büyük Salon", "Ратуша, Велика зала"),
    "Vierunddreißig Vereine, ein Saal, keine Rede länger als ein Lied.": (
        "Otuz dört dernek, bir salon; hiçbir konuşma bir şarkıdan uzun değil.",
        "Тридцять чотири товариства, одна зала, жодної промови, довшої за пісню.",
    ),
    "Europafest auf dem Fischmarkt": ("Balık Pazarı’nda Avrupa şenliği", "Свято Європи на Рибному ринку"),
    "Fischmarkt": ("Balık Pazarı", "Рибний ринок"),
    "Jedes Jahr am 9. Mai: siebenundzwanzig Suppen und eine Bühne.": (
        "Her yıl 9 Mayıs’ta: yirmi yedi çorba ve bir sahne.",
        "Щороку 9 травня: двадцять сім супів і одна сцена.",
    ),
    "Straßenfest in der Südstadt": ("Südstadt sokak şenliği", "Вуличне свято в Зюдштадті"),
    "Rübezahlplatz": ("Rübezahlplatz", "Рюбецальплац"),
    "Zwei Tage ohne Autos, mit langen Tischen. Wer einen Stuhl hat, bringt ihn mit.": (
        "Arabasız iki gün, uzun masalar. Sandalyesi olan getirsin.",
        "Два дні без автівок, із довгими столами. Хто має стілець, той приносить його з собою.",
    ),
    "Turnier der Vielfalt": ("Çeşitlilik turnuvası", "Турнір розмаїття"),
    "Sportplatz Südstadt": ("Südstadt spor sahası", "Спортмайданчик Зюдштадт"),
    "Sechzehn Mannschaften, gelost am Morgen: Niemand spielt mit denen, mit denen er gekommen ist.": (
        "Sabah kurayla kurulan on altı takım: Kimse birlikte geldiği kişilerle oynamıyor.",
        "Шістнадцять команд, зранку за жеребом: ніхто не грає з тими, з ким прийшов.",
    ),
    "Familienfest am Fluss": ("Nehir kıyısında aile şenliği", "Родинне свято біля річки"),
    "Wehrwiese": ("Wehr çayırı", "Луг біля Веру"),
    "Am Weltflüchtlingstag feiern alle, die angekommen sind, und alle, die schon da waren.": (
        "Dünya Mülteciler Günü’nde hem yeni gelenler hem de zaten burada olanlar kutluyor.",
        "У Всесвітній день біженців святкують усі, хто прибув, і всі, хто вже був тут.",
    ),
}
WEEK = {
    "Woche der Vielfalt": ("Çeşitlilik haftası", "Тиждень розмаїття"),
    "Interkulturelle Woche 2027": ("Kültürlerarası Hafta 2027", "Міжкультурний тиждень 2027"),
    "Neun Tage, zehn Einladungen. In der Mitte tagt das ganze Land bei uns, und am Ende steht ein langer Tisch.": (
        "Dokuz gün, on davet. Ortasında bütün eyalet bizde toplanıyor, sonunda uzun bir masa kuruluyor.",
        "Дев’ять днів, десять запрошень. Посередині в нас засідає вся земля, а наприкінці стоїть довгий стіл.",
    ),
    "Alle Veranstaltungen kosten nichts. Wer dolmetscht und wo Stufen sind, steht bei jedem Termin.": (
        "Bütün etkinlikler ücretsiz. Kimin çeviri yaptığı ve nerede basamak olduğu her tarihin yanında yazıyor.",
        "Усі заходи безкоштовні. Хто перекладає і де є сходи, вказано біля кожної дати.",
    ),
    "Kostenlos": ("Ücretsiz", "Безкоштовно"),
    "Sprachen": ("Diller", "Мови"),
    "Eröffnung mit Chor": ("Koroyla açılış", "Відкриття з хором"),
    "Ljudmyla Bondar und zweiunddreißig Stimmen. Danach Suppe.": (
        "Ljudmyla Bondar ve otuz iki ses. Ardından çorba.",
        "Людмила Бондар і тридцять два голоси. Потім суп.",
    ),
    "Wo Lindenau herkommt": ("Lindenau nereden geliyor", "Звідки походить Лінденау"),
    "Treffpunkt Alte Brücke": ("Buluşma yeri Eski Köprü", "Зустріч біля Старого мосту"),
    "Ein Stadtrundgang in einfacher Sprache, zwei Stunden.": (
        "Kolay dille iki saatlik bir şehir turu.",
        "Прогулянка містом простою мовою, дві години.",
    ),
    "Erzählcafé der Sprachen": ("Diller ve öyküler kafesi", "Кафе мов та історій"),
    "Stadtbücherei": ("Şehir kütüphanesi", "Міська бібліотека"),
    "Ein Wort mitbringen, das es auf Deutsch nicht gibt.": (
        "Almancada olmayan bir sözcük getirin.",
        "Принесіть слово, якого немає в німецькій мові.",
    ),
    "Film: Die Näherinnen": ("Film: Terzi kadınlar", "Фільм: Швачки"),
    "Kino Kurbel": ("Kurbel Sineması", "Кінотеатр «Курбель»"),
    "Mit Untertiteln, Gespräch danach.": ("Altyazılı, ardından söyleşi.", "Із субтитрами, після показу розмова."),
    "Zeugnis von anderswo": ("Başka yerden bir diploma", "Атестат з іншого краю"),
    "Volkshochschule, Raum 3": ("Halk eğitim merkezi, 3 numaralı oda", "Народний університет, кімната 3"),
    "Wie Abschlüsse anerkannt werden. Mit Dolmetschern.": (
        "Diplomalar nasıl tanınır? Tercümanlarla.",
        "Як визнають дипломи. З перекладачами.",
    ),
    "Offene Backstube": ("Açık fırın", "Відкрита пекарня"),
    "Bäckerei Haddad": ("Haddad Fırını", "Пекарня Хаддад"),
    "Fladenbrot, Simit, Hefezopf. Für Kinder ab sechs.": (
        "Pide, simit, örgülü çörek. Altı yaşından büyük çocuklar için.",
        "Коржі, сіміт, плетениця. Для дітей від шести років.",
    ),
    "Fragestunde im Freien": ("Açık havada soru saati", "Година запитань просто неба"),
    "Zwei Stühle, ein Lastenrad, drei Sprachen.": (
        "İki sandalye, bir yük bisikleti, üç dil.",
        "Два стільці, вантажний велосипед, три мови.",
    ),
    "Landesversammlung der Integrationsräte": ("Entegrasyon meclislerinin eyalet toplantısı", "Земельні збори інтеграційних рад"),
    "Einundsechzig Räte zu Gast. Am Vormittag öffentlich.": (
        "Altmış bir meclis konuğumuz. Öğleden önce herkese açık.",
        "У гостях шістдесят одна рада. До обіду відкрито для всіх.",
    ),
    "Markt der Vereine": ("Dernekler pazarı", "Ярмарок товариств"),
    "Dreißig Stände, eine Bühne, kein Eintritt.": (
        "Otuz stant, bir sahne, giriş ücretsiz.",
        "Тридцять наметів, одна сцена, вхід вільний.",
    ),
    "Frühstück am langen Tisch": ("Uzun masada kahvaltı", "Сніданок за довгим столом"),
    "Bring mit, was du morgens isst.": ("Sabahları ne yiyorsan getir.", "Принеси те, що їси зранку."),
}
# The evening about listening: German → (English, Arabic, Turkish, Ukrainian)
EVENING = {
    "Wer fehlt, wenn wir abstimmen?<br/>Wie widerspricht man, ohne zu gewinnen?<br/>Muss eine Stadt sich einig sein?": (
        "Who is missing when we vote?<br/>How does one disagree without winning?<br/>Must a town be of one mind?",
        "من يغيب حين نصوّت؟<br/>كيف نعترض دون أن ننتصر؟<br/>هل يجب أن تتفق المدينة كلها؟",
        "Oy verirken kim eksik?<br/>Kazanmadan nasıl karşı çıkılır?<br/>Bir şehir hemfikir olmak zorunda mı?",
        "Кого бракує, коли ми голосуємо?<br/>Як заперечувати й не перемагати?<br/>Чи мусить місто бути одностайним?",
    ),
    "Zuhören als Beruf": ("Listening for a living", "الإصغاء مهنة", "Meslek olarak dinlemek", "Слухати — це професія"),
    "Zwölf Minuten, ohne Folien.": (
        "Twelve minutes, no slides.",
        "اثنتا عشرة دقيقة بلا شرائح عرض.",
        "On iki dakika, slayt yok.",
        "Дванадцять хвилин, без слайдів.",
    ),
    "Dolmetscherin am Amtsgericht": (
        "Interpreter at the local court",
        "مترجمة في المحكمة المحلية",
        "Sulh mahkemesinde tercüman",
        "Перекладачка в дільничному суді",
    ),
    "Wer fehlt am Tisch?": ("Who is missing at the table?", "من يغيب عن الطاولة؟", "Masada kim eksik?", "Кого бракує за столом?"),
    "Vorsitzender des Integrationsrats": (
        "Chair of the integration council",
        "رئيس مجلس الاندماج",
        "Entegrasyon Meclisi Başkanı",
        "Голова інтеграційної ради",
    ),
    "Chorleiterin": ("Choir leader", "قائدة الجوقة", "Koro şefi", "Керівниця хору"),
    "Pause mit Brot": ("Break with bread", "استراحة مع الخبز", "Ekmekli ara", "Перерва з хлібом"),
    "Fragen aus dem Saal": ("Questions from the floor", "أسئلة من القاعة", "Salondan sorular", "Запитання із зали"),
    "Jede und jeder hat eine Minute.": (
        "Everybody has one minute.",
        "لكل شخص دقيقة واحدة.",
        "Herkesin bir dakikası var.",
        "Кожна й кожен має одну хвилину.",
    ),
}


def catalogue(code: str) -> dict[str, str]:
    """German text → text in that language; for English and Arabic only what does not stand in occasions.py."""
    found = {text: words[ORDER.index(code)] for text, words in EVENING.items()}
    if code in ("tr", "uk"):
        place = ("tr", "uk").index(code)
        found |= {text: words[place] for text, words in (DRAWINGS | TOUR | EVENTS | WEEK).items()}
    return found
