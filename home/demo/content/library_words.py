"""What the documents of the library are about: German → English, Turkish, Arabic, Ukrainian, Leichte Sprache.

Not checked by native readers or by a group of readers.
"""

LANGUAGES = ("en", "tr", "ar", "uk", "de-x-leicht")
SUMMARIES = {
    "Die Volkshochschule soll ab Herbst zwölf Deutschkurse am Abend anbieten, mit Kinderbetreuung im Nebenraum.": (
        "From autumn the adult education centre is to offer twelve German courses in the evening, with childcare next door.",
        "Halk eğitim merkezi sonbahardan itibaren akşamları on iki Almanca kursu sunacak, yan odada çocuk bakımıyla.",
        "على مركز تعليم الكبار أن يقدّم ابتداءً من الخريف اثنتي عشرة دورة مسائية في الألمانية، مع رعاية للأطفال في غرفة مجاورة.",
        "З осені народний університет має пропонувати дванадцять вечірніх курсів німецької з доглядом за дітьми поруч.",
        "Es soll 12 neue Deutsch-Kurse geben. Die Kurse sind am Abend. Jemand passt auf die Kinder auf.",
    ),
    "Wer einen städtischen Kurs besucht, soll sein Kind mitbringen können. Ohne Betreuung bleiben vor allem Mütter zu Hause.": (
        "Whoever attends a course of the town should be able to bring their child. Without childcare it is mostly mothers who stay at home.",
        "Belediye kursuna giden, çocuğunu getirebilmeli. Bakım olmayınca en çok anneler evde kalıyor.",
        "من يحضر دورة تقيمها المدينة ينبغي أن يستطيع إحضار طفله. من دون رعاية تبقى الأمهات خصوصًا في البيت.",
        "Хто відвідує міський курс, має змогу взяти з собою дитину. Без догляду вдома залишаються передусім матері.",
        "Sie besuchen einen Kurs von der Stadt? Dann soll Ihr Kind mitkommen können.",
    ),
    "Jede öffentliche Sitzung wird in Deutsche Gebärdensprache gedolmetscht.": (
        "Every public session is interpreted into German sign language.",
        "Halka açık her oturum Alman işaret diline çevrilir.",
        "تُترجم كل جلسة علنية إلى لغة الإشارة الألمانية.",
        "Кожне відкрите засідання перекладають німецькою жестовою мовою.",
        "Jede Sitzung vom Rat gibt es auch in Gebärden-Sprache.",
    ),
    "Die städtische Wohnungsgesellschaft soll Bewerbungen ohne Namen und Foto prüfen und einmal im Jahr berichten.": (
        "The town’s housing company is to look at applications without name and photo and to report once a year.",
        "Belediyenin konut şirketi başvuruları isimsiz ve fotoğrafsız incelemeli ve yılda bir kez rapor vermeli.",
        "على شركة الإسكان البلدية أن تفحص الطلبات من دون اسم أو صورة، وأن تقدّم تقريرًا مرة في السنة.",
        "Міська житлова компанія має розглядати заявки без імені та фото і раз на рік звітувати.",
        "Viele Menschen suchen eine Wohnung. Der Name soll egal sein. Das Foto soll egal sein.",
    ),
    "Themen: Interkulturelle Woche, Meldestelle, Grabfeld, Wahl der Jury für den Integrationspreis, Stand der Abendkurse.": (
        "Topics: Intercultural Week, office against discrimination, burial ground, election of the jury for the integration prize, evening courses.",
        "Konular: Kültürlerarası Hafta, ayrımcılığa karşı başvuru yeri, mezarlık, uyum ödülü jürisinin seçimi, akşam kursları.",
        "المواضيع: أسبوع الثقافات، مكتب مكافحة التمييز، المقبرة، انتخاب لجنة تحكيم جائزة الاندماج، الدورات المسائية.",
        "Теми: Міжкультурний тиждень, пункт проти дискримінації, цвинтар, вибори журі премії з інтеграції, вечірні курси.",
        "Darüber hat der Rat gesprochen. Zum Beispiel: die Deutsch-Kurse am Abend.",
    ),
    "Wie viele Kinder auf einen Platz in der Sprachgruppe warten, und was der Ausschuss dem Rat vorschlägt.": (
        "How many children are waiting for a place in a language group, and what the committee proposes to the council.",
        "Kaç çocuk dil grubunda yer bekliyor ve komisyon meclise ne öneriyor.",
        "كم طفلًا ينتظر مكانًا في مجموعة اللغة، وماذا تقترح اللجنة على المجلس.",
        "Скільки дітей чекає на місце в мовній групі й що комітет пропонує раді.",
        "Viele Kinder möchten Deutsch lernen. Es gibt zu wenig Plätze. Das schlägt die Gruppe vor.",
    ),
    "Öffentliche Sitzung am 8. Dezember 2026 um 18 Uhr im Großen Saal des Rathauses, mit Gebärdensprache.": (
        "Public session on 8 December 2026 at 6 pm in the Great Hall of the town hall, with sign language.",
        "8 Aralık 2026, saat 18, belediyenin büyük salonunda halka açık oturum, işaret diliyle.",
        "جلسة علنية يوم 8 كانون الأول 2026 الساعة 18 في القاعة الكبرى بمبنى البلدية، مع لغة الإشارة.",
        "Відкрите засідання 8 грудня 2026 року о 18 годині у великій залі ратуші, з жестовою мовою.",
        "Der Rat trifft sich am 8. Dezember 2026. Das ist um 18 Uhr im Rathaus. Sie dürfen zuhören. Es gibt Gebärden-Sprache.",
    ),
    "Was sich die Stadt vorgenommen hat, in sieben Sätzen. Wird im Mai 2028 überprüft.": (
        "What the town has resolved to do, in seven sentences. To be reviewed in May 2028.",
        "Şehrin yedi cümlede kendine koyduğu hedefler. Mayıs 2028’de gözden geçirilecek.",
        "ما تعهّدت به المدينة في سبع جمل. يُراجَع في أيار 2028.",
        "Що місто собі пообіцяло, у семи реченнях. Перегляд у травні 2028 року.",
        "Das will die Stadt für alle Menschen tun.",
    ),
    "Alle zwei Jahre zählt die Stadt nach, was aus dem Leitbild geworden ist. Mit Zahlen aus allen Stadtteilen.": (
        "Every two years the town counts what has become of its mission statement. With figures from all districts.",
        "Şehir iki yılda bir, ilkelerinden ne gerçekleştiğini sayıyor. Bütün mahallelerden rakamlarla.",
        "كل عامين تحصي المدينة ما تحقق من مبادئها، بأرقام من جميع الأحياء.",
        "Кожні два роки місто рахує, що сталося з його засадами. Із цифрами з усіх районів.",
        "Die Stadt prüft alle 2 Jahre: Was haben wir geschafft?",
    ),
    "Aufgaben, Wahl und Rechte des Integrationsrats.": (
        "Tasks, election and rights of the integration council.",
        "Entegrasyon meclisinin görevleri, seçimi ve hakları.",
        "مهام مجلس الاندماج وانتخابه وحقوقه.",
        "Завдання, вибори та права ради з питань інтеграції.",
        "Das darf der Integrations-Rat. Und so wird er gewählt.",
    ),
    "Die Ordnung des Vorgängers, als Scan aus dem Stadtarchiv.": (
        "The rules of its predecessor, as a scan from the town archive.",
        "Önceki kurulun tüzüğü, şehir arşivinden tarama olarak.",
        "نظام المجلس السابق، نسخة ممسوحة ضوئيًا من أرشيف المدينة.",
        "Правила попередника, скан із міського архіву.",
        "Die alten Regeln von früher. Das ist ein Bild von Papier.",
    ),
}


def summaries(german: str) -> dict[str, str]:
    """In the other languages; none of what is not public."""
    return dict(zip(LANGUAGES, SUMMARIES.get(german, ()), strict=False))
