"""Documents of the demo council: what it decided, minuted and wrote. The PDFs in papers/ are made of these texts by
home/demo/papers.py. All of it is invented; the translations are not checked by native readers.
"""

PAGE = {
    "title": "Dokumente",
    "slug": "dokumente",
    "standfirst": "Was der Integrationsrat beschlossen, besprochen und aufgeschrieben hat. Alles zum Lesen, zum Durchsuchen und zum Mitnehmen.",
}
EASY_PAGE = {
    "title": "Dokumente",
    "standfirst": "Hier finden Sie die Beschlüsse vom Integrations-Rat. Ein Beschluss ist eine gemeinsame Entscheidung.",
}

TOPICS = {
    "Sprache": {"en": "Language", "tr": "Dil", "ar": "اللغة", "uk": "Мова", "de-x-leicht": "Sprache"},
    "Wohnen": {"en": "Housing", "tr": "Konut", "ar": "السكن", "uk": "Житло", "de-x-leicht": "Wohnen"},
    "Bildung": {"en": "Education", "tr": "Eğitim", "ar": "التعليم", "uk": "Освіта", "de-x-leicht": "Lernen"},
    "Teilhabe": {"en": "Participation", "tr": "Katılım", "ar": "المشاركة", "uk": "Участь", "de-x-leicht": "Mit-Machen"},
    "Haushalt": {"en": "Budget", "tr": "Bütçe", "ar": "الميزانية", "uk": "Бюджет", "de-x-leicht": "Geld der Stadt"},
}

RAT = "Integrationsrat"
STADTRAT = "Stadtrat"

# Each language: title and paragraphs. A paragraph that begins with "# " is a heading; "---" begins a new page.
DOCUMENTS = [
    {
        "number": "IR 12/2026",
        "kind": "resolution",
        "body": RAT,
        "date": "2026-03-10",
        "topics": ["Sprache", "Haushalt"],
        "flags": ["budget", "integration"],
        "summary": "Die Volkshochschule soll ab Herbst zwölf Deutschkurse am Abend anbieten, mit Kinderbetreuung im Nebenraum.",
        "links": ["nr-24"],
        "texts": {
            "de": (
                "Zwölf Deutschkurse am Abend",
                [
                    "# Beschluss",
                    "Der Integrationsrat empfiehlt dem Stadtrat, im Haushalt 2027 Mittel für zwölf zusätzliche Deutschkurse am Abend bereitzustellen. Die Kurse finden an der Volkshochschule statt, jeweils mit Kinderbetreuung im Nebenraum.",
                    "# Begründung",
                    "Auf der Warteliste der Volkshochschule stehen 214 Menschen. Die meisten von ihnen arbeiten tagsüber. Ein Kurs am Vormittag nützt ihnen nichts.",
                    "# Kosten",
                    "Die Verwaltung rechnet mit 38.400 Euro im Jahr. Davon sind 9.600 Euro für die Betreuung der Kinder.",
                    "# Abstimmung",
                    "Einstimmig angenommen, 15 Ja-Stimmen.",
                ],
            ),
            "en": (
                "Twelve German courses in the evening",
                [
                    "# Resolution",
                    "The integration council recommends that the town council provide money in the budget for 2027 for twelve additional German courses in the evening. The courses take place at the adult education centre, each with childcare next door.",
                    "# Reasons",
                    "There are 214 people on the waiting list. Most of them work during the day. A course in the morning is of no use to them.",
                    "# Costs",
                    "The administration expects 38,400 euros a year, of which 9,600 euros are for childcare.",
                    "# Vote",
                    "Adopted unanimously, 15 votes in favour.",
                ],
            ),
            "tr": (
                "Akşamları on iki Almanca kursu",
                [
                    "# Karar",
                    "Entegrasyon Meclisi, Belediye Meclisi'ne 2027 bütçesinde akşam saatlerinde on iki ek Almanca kursu için kaynak ayrılmasını önerir. Kurslar halk eğitim merkezinde yapılır; yan odada çocuk bakımı sunulur.",
                    "# Gerekçe",
                    "Bekleme listesinde 214 kişi var. Çoğu gündüz çalışıyor. Sabah kursu onların işine yaramıyor.",
                    "# Maliyet",
                    "İdare yılda 38.400 avro hesaplıyor. Bunun 9.600 avrosu çocuk bakımı içindir.",
                    "# Oylama",
                    "Oy birliğiyle kabul edildi, 15 evet oyu.",
                ],
            ),
            "ar": (
                "اثنتا عشرة دورة مسائية في اللغة الألمانية",
                [
                    "# القرار",
                    "يوصي مجلس الاندماج مجلس المدينة بتخصيص أموال في ميزانية عام 2027 لاثنتي عشرة دورة إضافية في اللغة الألمانية مساءً. تُقام الدورات في مركز تعليم الكبار مع رعاية للأطفال في غرفة مجاورة.",
                    "# الأسباب",
                    "على قائمة الانتظار 214 شخصاً، ومعظمهم يعمل نهاراً. الدورة الصباحية لا تفيدهم.",
                    "# التكاليف",
                    "تتوقع الإدارة 38400 يورو في السنة، منها 9600 يورو لرعاية الأطفال.",
                    "# التصويت",
                    "اعتُمد بالإجماع، 15 صوتاً مؤيداً.",
                ],
            ),
            "uk": (
                "Дванадцять вечірніх курсів німецької",
                [
                    "# Рішення",
                    "Рада з питань інтеграції рекомендує міській раді передбачити в бюджеті на 2027 рік кошти на дванадцять додаткових вечірніх курсів німецької мови. Курси проходять у народному університеті, поруч працює дитяча кімната.",
                    "# Обґрунтування",
                    "У списку очікування 214 людей. Більшість із них удень працює. Ранковий курс їм не підходить.",
                    "# Витрати",
                    "Адміністрація розраховує на 38 400 євро на рік, з них 9 600 євро на догляд за дітьми.",
                    "# Голосування",
                    "Ухвалено одноголосно, 15 голосів «за».",
                ],
            ),
            "de-x-leicht": (
                "12 Deutsch-Kurse am Abend",
                [
                    "# Das hat der Rat entschieden",
                    "Es soll 12 neue Deutsch-Kurse geben.",
                    "Die Kurse sind am Abend.",
                    "Während der Kurse passt jemand auf die Kinder auf.",
                    "# Warum?",
                    "214 Menschen warten auf einen Kurs.",
                    "Viele von ihnen arbeiten am Tag.",
                    "# Was kostet das?",
                    "Die Kurse kosten im Jahr 38.400 Euro.",
                    "Alle im Rat waren dafür.",
                ],
            ),
        },
    },
    {
        "number": "IR 17/2026",
        "kind": "resolution",
        "body": RAT,
        "date": "2026-06-09",
        "topics": ["Bildung", "Teilhabe"],
        "flags": ["integration", "gender"],
        "summary": "Wer einen städtischen Kurs besucht, soll sein Kind mitbringen können. Ohne Betreuung bleiben vor allem Mütter zu Hause.",
        "texts": {
            "de": (
                "Kinderbetreuung bei allen städtischen Kursen",
                [
                    "# Beschluss",
                    "Der Integrationsrat bittet die Verwaltung, bei jedem städtischen Kurs eine Kinderbetreuung anzubieten, wenn sich mindestens drei Kinder anmelden.",
                    "# Begründung",
                    "In einer Befragung von 96 Frauen nannten 61 die fehlende Betreuung als Grund, warum sie keinen Kurs besuchen. Bei den Männern waren es 4 von 88.",
                    "# Abstimmung",
                    "Angenommen mit 13 Ja-Stimmen bei 2 Enthaltungen.",
                ],
            ),
            "en": (
                "Childcare at every course of the town",
                [
                    "# Resolution",
                    "The integration council asks the administration to offer childcare at every course of the town if at least three children are registered.",
                    "# Reasons",
                    "In a survey of 96 women, 61 named missing childcare as the reason why they attend no course. Of 88 men it was 4.",
                    "# Vote",
                    "Adopted with 13 votes in favour and 2 abstentions.",
                ],
            ),
        },
    },
    {
        "number": "IR 8/2026",
        "kind": "resolution",
        "body": RAT,
        "date": "2026-02-10",
        "topics": ["Teilhabe", "Haushalt"],
        "flags": ["budget", "integration"],
        "summary": "Jede öffentliche Sitzung wird in Deutsche Gebärdensprache gedolmetscht.",
        "texts": {
            "de": (
                "Gebärdensprache in jeder Sitzung",
                [
                    "# Beschluss",
                    "Jede öffentliche Sitzung des Integrationsrats wird in Deutsche Gebärdensprache gedolmetscht. Auf Wunsch auch in andere Sprachen; der Bedarf ist zehn Tage vorher anzumelden.",
                    "# Kosten",
                    "Für sechs Sitzungen im Jahr werden 2.880 Euro aus den Mitteln des Rates bereitgestellt.",
                    "# Abstimmung",
                    "Einstimmig angenommen.",
                ],
            ),
        },
    },
    {
        "number": "IR 21/2025",
        "kind": "resolution",
        "body": RAT,
        "date": "2025-11-11",
        "topics": ["Wohnen"],
        "flags": ["integration", "gender"],
        "summary": "Die städtische Wohnungsgesellschaft soll Bewerbungen ohne Namen und Foto prüfen und einmal im Jahr berichten.",
        "texts": {
            "de": (
                "Wohnungen ohne Ansehen des Namens",
                [
                    "# Beschluss",
                    "Der Integrationsrat empfiehlt, dass die städtische Wohnungsgesellschaft Bewerbungen um eine Wohnung zuerst ohne Namen, Foto und Geburtsort prüft. Sie berichtet jedes Jahr im Januar, wer eine Wohnung bekommen hat.",
                    "# Begründung",
                    "Bei einem Versuch der Beratungsstelle bekamen Bewerbungen mit deutsch klingendem Namen doppelt so oft eine Einladung. Alleinerziehende Frauen wurden am seltensten eingeladen.",
                ],
            ),
            "ar": (
                "شقق بصرف النظر عن الاسم",
                [
                    "# القرار",
                    "يوصي مجلس الاندماج بأن تفحص شركة الإسكان البلدية طلبات السكن أولاً من دون اسم أو صورة أو مكان ولادة، وأن تقدّم تقريراً في كانون الثاني من كل عام.",
                    "# الأسباب",
                    "في تجربة أجراها مركز المشورة، تلقّت الطلبات التي تحمل أسماء تبدو ألمانية ضعف عدد الدعوات.",
                ],
            ),
        },
    },
    {
        "number": "",
        "kind": "minutes",
        "body": RAT,
        "date": "2026-10-13",
        "topics": ["Teilhabe"],
        "summary": "Themen: Interkulturelle Woche, Meldestelle, Grabfeld, Wahl der Jury für den Integrationspreis, Stand der Abendkurse.",
        "made": "untagged",
        "texts": {
            "de": (
                "Niederschrift der 14. Sitzung",
                [
                    "# Anwesend",
                    "Der Vorsitzende Jaspal Gill und vierzehn weitere Mitglieder. Entschuldigt fehlten drei Mitglieder. Auf den Zuschauerplätzen saßen 27 Personen.",
                    "# Interkulturelle Woche",
                    "Die Geschäftsstelle berichtet von 19 Veranstaltungen an sieben Tagen. Die Gärten an der Pegnach waren mit 340 Gästen am besten besucht.",
                    "# Meldestelle gegen Diskriminierung",
                    "Der Bericht wird vorgestellt. 41 Menschen haben sich in diesem Jahr gemeldet, die meisten wegen einer Wohnung.",
                    "# Grabfeld für alle Religionen",
                    "Der Rat beschließt einstimmig, dem Stadtrat ein Grabfeld auf dem Nordfriedhof zu empfehlen.",
                    "# Integrationspreis",
                    "In die Jury werden Hoa Tran, Nikos Papadakis und Agnieszka Wolska gewählt.",
                    "# Abendkurse",
                    "Acht der zwölf Deutschkurse haben begonnen. Für die übrigen vier fehlt noch eine Lehrkraft.",
                ],
            ),
        },
    },
    {
        "number": "",
        "kind": "minutes",
        "committee": "bildung",
        "date": "2026-10-20",
        "topics": ["Sprache", "Bildung"],
        "flags": ["integration"],
        "summary": "Wie viele Kinder auf einen Platz in der Sprachgruppe warten, und was der Ausschuss dem Rat vorschlägt.",
        "texts": {
            "de": (
                "Niederschrift des Ausschusses Bildung und Sprache",
                [
                    "# Anwesend",
                    "Die Vorsitzende Fatou Sarr und vier weitere Mitglieder. Als Gast: Servicestelle Kita und Schule.",
                    "# Sprachgruppen vor der Schule",
                    "Für 96 Kinder gibt es 60 Plätze. Die Servicestelle braucht zwei weitere Räume und eine halbe Stelle.",
                    "# Vorschlag an den Rat",
                    "Der Ausschuss empfiehlt, zuerst die leeren Räume der Wehrschule am Nachmittag zu nutzen. Angenommen mit vier Stimmen bei einer Enthaltung.",
                ],
            ),
        },
    },
    {
        "number": "",
        "kind": "agenda",
        "body": RAT,
        "date": "2026-12-08",
        "topics": ["Haushalt"],
        "summary": "Öffentliche Sitzung am 8. Dezember 2026 um 18 Uhr im Großen Saal des Rathauses, mit Gebärdensprache.",
        "texts": {
            "de": (
                "Tagesordnung der 15. Sitzung",
                [
                    "# Öffentlicher Teil",
                    "1. Begrüßung, Fragen der Besucherinnen und Besucher",
                    "2. Antrag: Sprachmittler in jede Grundschule",
                    "3. Der Marktplatz nach dem Umbau: Bänke mit Blick auf den Brunnen",
                    "4. Haushalt 2027 des Rates",
                    "# Nichtöffentlicher Teil",
                    "5. Integrationspreis 2027: Wahl der Jury",
                ],
            ),
        },
    },
    {
        "number": "SR 41/2023",
        "kind": "mission",
        "body": STADTRAT,
        "date": "2023-05-09",
        "topics": ["Teilhabe", "Sprache"],
        "flags": ["integration", "gender"],
        "summary": "Was sich die Stadt vorgenommen hat, in sieben Sätzen. Wird im Mai 2028 überprüft.",
        "review_on": "2028-05-01",
        "links": ["leitbild"],
        "texts": "leitbild",  # made of the page itself, in all its languages
    },
    {
        "number": "",
        "kind": "report",
        "body": STADTRAT,
        "date": "2025-12-02",
        "topics": ["Sprache", "Wohnen", "Bildung", "Teilhabe"],
        "flags": ["budget", "integration", "gender"],
        "summary": "Alle zwei Jahre zählt die Stadt nach, was aus dem Leitbild geworden ist. Mit Zahlen aus allen Stadtteilen.",
        "review_on": "2026-11-30",
        "texts": {
            "de": (
                "Integrationsbericht 2025",
                [
                    "# Worum es geht",
                    "Das Leitbild der Stadt verlangt, alle zwei Jahre öffentlich nachzuzählen. Dies ist der zweite Bericht. Er beruht auf Zahlen der Ämter, der Schulen, der Wohnungsgesellschaft und auf 412 Fragebögen.",
                    "---",
                    "# Sprache",
                    "2025 besuchten 1.136 Menschen einen Deutschkurs, so viele wie nie. Gleichzeitig wuchs die Warteliste auf 214 Namen. Am Abend gibt es zu wenige Plätze.",
                    "Im Rathaus dolmetschten Ehrenamtliche 389 Gespräche in 14 Sprachen. In 31 Fällen musste trotzdem ein Kind übersetzen.",
                    "---",
                    "# Wohnen",
                    "Von 126 frei gewordenen städtischen Wohnungen gingen 47 an Familien mit Einwanderungsgeschichte. Ihr Anteil an den Bewerbungen war doppelt so hoch.",
                    "# Bildung",
                    "An den beiden Gymnasien stieg der Anteil der Kinder, die zu Hause noch eine andere Sprache sprechen, von 18 auf 24 Prozent.",
                    "---",
                    "# Was daraus folgt",
                    "Die Stadt schlägt vor, die Abendkurse auszubauen, das Dolmetschen im Rathaus zu bezahlen und Wohnungen ohne Ansehen des Namens zu vergeben.",
                ],
            ),
        },
    },
    {
        "number": "S 3/2020",
        "kind": "statute",
        "body": STADTRAT,
        "date": "2020-07-14",
        "topics": ["Teilhabe"],
        "summary": "Aufgaben, Wahl und Rechte des Integrationsrats.",
        "review_on": "2026-10-01",
        "texts": {
            "de": (
                "Satzung des Integrationsrats",
                [
                    "# § 1 Aufgaben",
                    "Der Integrationsrat berät den Stadtrat in allen Fragen, die das Zusammenleben in der Stadt betreffen. Er kann Anträge stellen. Der Stadtrat muss innerhalb von drei Monaten darüber beraten.",
                    "# § 2 Mitglieder",
                    "Der Integrationsrat hat achtzehn Mitglieder. Zwölf werden gewählt, sechs vom Stadtrat berufen.",
                    "# § 3 Sitzungen",
                    "Die Sitzungen sind öffentlich. Sie finden am zweiten Dienstag im Monat statt, nur nicht im August.",
                ],
            ),
        },
    },
    {
        "number": "",
        "kind": "statute",
        "body": "Ausländerbeirat",
        "date": "1999-10-04",
        "topics": ["Teilhabe"],
        "summary": "Die Ordnung des Vorgängers, als Scan aus dem Stadtarchiv.",
        "made": "scan",
        "texts": {
            "de": (
                "Geschäftsordnung des Ausländerbeirats",
                [
                    "# § 1",
                    "Der Ausländerbeirat tritt auf Einladung des Bürgermeisters zusammen.",
                    "# § 2",
                    "Er besteht aus sieben Personen. Anträge sind schriftlich einzureichen.",
                ],
            ),
        },
    },
    {
        "number": "IR 24/2026",
        "kind": "other",
        "committee": "finanzen",
        "date": "2026-11-17",
        "topics": ["Haushalt"],
        "flags": ["budget"],
        "summary": "Entwurf für die Sitzung im Dezember. Noch nicht öffentlich.",
        "visibility": "internal",
        "texts": {
            "de": (
                "Entwurf: Mittel des Integrationsrats 2027",
                [
                    "# Vorschlag",
                    "Zeitung 2.400 Euro, Plakate und Faltblätter 900 Euro, Veranstaltungen 1.300 Euro, Dolmetschen 400 Euro. Zusammen 5.000 Euro.",
                ],
            ),
        },
    },
]
