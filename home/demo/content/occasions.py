"""What the council does in public from autumn 2026 on: tour, consultation hour, evenings, yearly fixtures, a week. All invented.

Texts are (German, English, Arabic), the other languages are in occasions_words.py and occasions_easy.py. Not checked by native
readers. Times are blocks of an event's stream.
"""

COUNCIL = "Integrationsrat Lindenau"
DRAWINGS = {
    "tour": (
        "Zeichnung: Ein Infostand mit Sonnenschirm auf dem Markt, Menschen reden über die Theke.",
        "Drawing: a stand with a parasol on the market, people talk across the counter.",
        "رسم: كشك معلومات تحت مظلة في السوق، وأشخاص يتحدثون عبر الطاولة.",
    ),
    "sprechstunde": (
        "Zeichnung: Drei Menschen an einem Tisch im Rathaus, zwischen ihnen liegen Papiere.",
        "Drawing: three people at a table in the town hall, papers between them.",
        "رسم: ثلاثة أشخاص حول طاولة في مبنى البلدية وبينهم أوراق.",
    ),
    "werkstatt": (
        "Zeichnung: Drei Menschen an einem Tisch, über ihnen zwei Sprechblasen.",
        "Drawing: three people at a table, two speech bubbles above them.",
        "رسم: ثلاثة أشخاص حول طاولة وفوقهم فقاعتا حوار.",
    ),
    "chor": (
        "Zeichnung: Ein Chor mit weit offenen Mündern, vorn hebt die Chorleiterin beide Hände.",
        "Drawing: a choir with wide open mouths, in front the conductor raises both hands.",
        "رسم: جوقة بأفواه مفتوحة، وفي المقدمة ترفع قائدتها يديها.",
    ),
    "pokal": (
        "Zeichnung: Kinder in bunten Trikots recken einen Pokal in die Luft.",
        "Drawing: children in bright shirts hold a cup up in the air.",
        "رسم: أطفال بقمصان ملونة يرفعون كأسًا في الهواء.",
    ),
}

TOUR = {
    "title": ("Der Rat auf Tour", "The council on tour", "المجلس في جولة"),
    "slug": "rat-auf-tour",
    "shape": "tour",
    "colour": "petrol",
    "kicker": ("Vier Viertel, vier Stände", "Four districts, four stands", "أربعة أحياء، أربعة أكشاك"),
    "standfirst": (
        "Wir kommen zu Ihnen. Mit zwei Klappstühlen, heißem Apfelsaft und der Frage: Was fehlt in Ihrem Viertel?",
        "We come to you. With two folding chairs, hot apple juice and one question: what is missing in your district?",
        "نحن نأتي إليكم، ومعنا كرسيان قابلان للطي وعصير تفاح ساخن وسؤال واحد: ما الذي ينقص حيّكم؟",
    ),
    "picture": "tour",
    "body": (
        "Sie brauchen keinen Termin und keine Unterlagen. Was Sie sagen, schreiben wir auf eine Karte. Die Karte hängt bis zur nächsten Sitzung im Großen Saal, und jemand muss darauf antworten.",
        "You need no appointment and no papers. We write what you say on a card. The card hangs in the Great Hall until the next session, and somebody has to answer it.",
        "لا تحتاجون إلى موعد ولا إلى أوراق. نكتب ما تقولونه على بطاقة. تبقى البطاقة معلّقة في القاعة الكبرى حتى الجلسة القادمة، ولا بد أن يجيب عنها أحد.",
    ),
}
# Beside the stop in the Südstadt, which stands in events.py.
STOPS = [
    {
        "title": ("Der Rat steht am Bahndamm", "The council stands by the railway", "المجلس عند سكة القطار"),
        "slug": "rat-auf-tour-bahndamm",
        "times": [("day", {"date": "2026-12-05", "start": "14:00", "end": "17:00"})],
        "place": ("Kolonie am Bahndamm, Tor 2", "Allotments by the railway, gate 2", "حدائق سكة القطار، البوابة 2"),
        "district": "Nordend",
        "standfirst": (
            "Zwischen Grünkohl und Gleis: Bringen Sie mit, was Sie ärgert. Den Apfelsaft bringen wir.",
            "Between kale and rails: bring what annoys you. We bring the apple juice.",
            "بين الكرنب والسكة: هاتوا ما يزعجكم، وعلينا عصير التفاح.",
        ),
        "languages": ["de", "uk", "ru"],
    },
    {
        "title": ("Der Rat steht auf dem Fischmarkt", "The council stands on the fish market", "المجلس في سوق السمك"),
        "slug": "rat-auf-tour-altstadt",
        "times": [("day", {"date": "2027-02-20", "start": "10:00", "end": "13:00"})],
        "place": ("Fischmarkt, vor dem Rathaus", "Fish market, in front of the town hall", "سوق السمك، أمام مبنى البلدية"),
        "district": "Altstadt",
        "standfirst": (
            "Am Morgen nach der Kunstnacht. Wir sind da, wenn auch etwas müde.",
            "The morning after the night of arts. We are there, if a little tired.",
            "صباح اليوم التالي لليلة الفنون. نحن هناك وإن كنا متعبين قليلًا.",
        ),
        "languages": ["de", "en", "ar"],
    },
    {
        "title": ("Der Rat steht an der Wehrschule", "The council stands at the Wehr school", "المجلس عند مدرسة السد"),
        "slug": "rat-auf-tour-weststadt",
        "times": [
            ("day", {"date": "2027-03-20", "start": "14:00", "end": "17:00"}),
            (
                "change",
                {
                    "date": "2027-03-20",
                    "what": "moved",
                    "new_date": "2027-04-10",
                    "words": (
                        "Am 20. März ist Newroz, da feiern wir mit.",
                        "On 20 March it is Newroz, and we join in.",
                        "في 20 مارس عيد النوروز، وسنحتفل معكم.",
                    ),
                },
            ),
        ],
        "place": ("Schulhof der Wehrschule", "Yard of the Wehr school", "ساحة مدرسة السد"),
        "district": "Weststadt",
        "standfirst": (
            "Nach dem Flohmarkt der Eltern. Kinder dürfen auch sagen, was fehlt. Meistens wissen sie es besser.",
            "After the parents’ flea market. Children may say what is missing, too. Mostly they know better.",
            "بعد سوق الأهل للأشياء المستعملة. يحق للأطفال أيضًا أن يقولوا ما ينقص، وغالبًا يعرفون أكثر.",
        ),
        "languages": ["de", "tr", "ar"],
    },
]
EVENTS = [
    {
        "title": ("Sprechstunde zu dritt", "Consultation hour for three", "ساعة استشارة لثلاثة"),
        "slug": "sprechstunde",
        "kicker": ("Interkulturelle Sprechstunde", "Intercultural consultation hour", "ساعة الاستشارة بين الثقافات"),
        "colour": "leaf",
        "kind": "learning",
        "topic": "advice",
        "overview": False,
        "picture": "sprechstunde",
        "times": [
            (
                "regularly",
                {
                    "rhythm": "fortnight",
                    "weekdays": ["WE"],
                    "first": "2026-12-02",
                    "until": "2027-06-30",
                    "start": "16:00",
                    "end": "18:00",
                    "without": ["2026-12-30"],
                },
            ),
            (
                "change",
                {
                    "date": "2027-02-10",
                    "what": "cancelled",
                    "words": (
                        "Der Rat tagt an diesem Abend im Nachbarort.",
                        "That evening the council meets in the neighbouring town.",
                        "يجتمع المجلس في ذلك المساء في البلدة المجاورة.",
                    ),
                },
            ),
        ],
        "place": ("Rathaus, Zimmer 12", "Town hall, room 12", "مبنى البلدية، الغرفة 12"),
        "district": "Altstadt",
        "standfirst": (
            "Sie, ein Mitglied des Rates, und wenn Sie wollen ein Mensch, der dolmetscht. Zwanzig Minuten für eine Frage, die nicht warten kann.",
            "You, a member of the council and, if you like, somebody who interprets. Twenty minutes for a question that cannot wait.",
            "أنتم وعضو من المجلس، ومترجم إن أردتم. عشرون دقيقة لسؤال لا يحتمل الانتظار.",
        ),
        "languages": ["de", "tr", "ar", "uk"],
    },
    {
        "title": ("Wer spricht, wenn alle reden?", "Who speaks when everybody talks?", "من يتكلم حين يتحدث الجميع؟"),
        "slug": "abend-wer-spricht",
        "kicker": ("Abend zu Politik und Gesellschaft", "Evening on politics and society", "أمسية عن السياسة والمجتمع"),
        "colour": "plum",
        "kind": "learning",
        "topic": "politics",
        "picture": "werkstatt",
        "times": [("day", {"date": "2027-01-28", "start": "19:00", "end": "21:30"})],
        "place": ("Stadtbücherei, Lesesaal", "Town library, reading room", "مكتبة المدينة، قاعة القراءة"),
        "district": "Altstadt",
        "standfirst": (
            "Sprechblasen wachsen schneller als Argumente. Drei Menschen, die vom Zuhören leben, erzählen, wie es geht.",
            "Speech bubbles grow faster than arguments. Three people who live from listening tell how it is done.",
            "فقاعات الكلام تكبر أسرع من الحجج. ثلاثة أشخاص مهنتهم الإصغاء يروون كيف يكون ذلك.",
        ),
        "languages": ["de", "en"],
        "questions": "Wer fehlt, wenn wir abstimmen?\nWie widerspricht man, ohne zu gewinnen?\nMuss eine Stadt sich einig sein?",
        "programme": [
            (
                "19:00",
                "",
                "talk",
                "Zuhören als Beruf",
                "Zwölf Minuten, ohne Folien.",
                [("Ruxandra Munteanu", "Dolmetscherin am Amtsgericht")],
            ),
            (
                "19:20",
                "",
                "discussion",
                "Wer fehlt am Tisch?",
                "",
                [("Jaspal Gill", "Vorsitzender des Integrationsrats"), ("Ljudmyla Bondar", "Chorleiterin")],
            ),
            ("20:15", "", "break", "Pause mit Brot", "", []),
            ("20:30", "21:30", "discussion", "Fragen aus dem Saal", "Jede und jeder hat eine Minute.", []),
        ],
    },
    {
        "title": ("Verein gründen, ohne zu verzweifeln", "How to found a club without despair", "كيف تؤسس جمعية دون يأس"),
        "slug": "infoabend-verein",
        "kicker": ("Infoabend im Verein", "Information evening at a club", "أمسية تعريفية في جمعية"),
        "colour": "sky",
        "kind": "learning",
        "topic": "together",
        "host": "Ukrainischer Verein Kalyna",
        "picture": "werkstatt",
        "times": [("day", {"date": "2027-02-04", "start": "18:30", "end": "20:30"})],
        "place": ("Vereinsheim Kalyna", "Kalyna club house", "مقر جمعية كالينا"),
        "district": "Nordend",
        "standfirst": (
            "Satzung, Kasse, Spende: Der Rat kommt in den Verein, die Fragen kommen von Ihnen.",
            "Statutes, cash box, donations: the council comes to the club, the questions come from you.",
            "النظام الأساسي والصندوق والتبرعات: المجلس يأتي إلى الجمعية، والأسئلة منكم.",
        ),
        "languages": ["de", "uk", "ru"],
    },
    {
        "title": ("Neujahrsempfang der Vereine", "New Year’s reception of the clubs", "استقبال رأس السنة للجمعيات"),
        "slug": "neujahrsempfang",
        "colour": "poppy",
        "kind": "meeting",
        "topic": "together",
        "picture": "chor",
        "times": [("day", {"date": "2027-01-29", "start": "19:00", "end": "22:00"})],
        "place": ("Rathaus, Großer Saal", "Town hall, Great Hall", "مبنى البلدية، القاعة الكبرى"),
        "district": "Altstadt",
        "standfirst": (
            "Vierunddreißig Vereine, ein Saal, keine Rede länger als ein Lied.",
            "Thirty-four clubs, one hall, no speech longer than a song.",
            "أربع وثلاثون جمعية، قاعة واحدة، ولا كلمة أطول من أغنية.",
        ),
        "languages": ["de"],
    },
    {
        "title": ("Europafest auf dem Fischmarkt", "Europe festival on the fish market", "مهرجان أوروبا في سوق السمك"),
        "slug": "europafest",
        "colour": "sky",
        "kind": "culture",
        "topic": "culture",
        "picture": "chor",
        "times": [
            ("regularly", {"rhythm": "year", "first": "2027-05-09", "until": "2030-12-31", "start": "11:00", "end": "18:00"})
        ],
        "place": ("Fischmarkt", "Fish market", "سوق السمك"),
        "district": "Altstadt",
        "standfirst": (
            "Jedes Jahr am 9. Mai: siebenundzwanzig Suppen und eine Bühne.",
            "Every year on 9 May: twenty-seven soups and one stage.",
            "في التاسع من مايو كل عام: سبعة وعشرون حساءً ومسرح واحد.",
        ),
        "languages": ["de", "en", "pl", "ro"],
    },
    {
        "title": ("Straßenfest in der Südstadt", "Street festival in the Südstadt", "مهرجان الشارع في الحي الجنوبي"),
        "slug": "strassenfest",
        "colour": "poppy",
        "kind": "culture",
        "topic": "together",
        "picture": "tour",
        "times": [("day", {"date": "2027-05-22", "start": "14:00", "end": "22:00", "last": "2027-05-23"})],
        "place": ("Rübezahlplatz", "Rübezahlplatz", "ساحة روبتسال"),
        "district": "Südstadt",
        "standfirst": (
            "Zwei Tage ohne Autos, mit langen Tischen. Wer einen Stuhl hat, bringt ihn mit.",
            "Two days without cars, with long tables. Whoever has a chair brings it.",
            "يومان بلا سيارات ومع طاولات طويلة. من لديه كرسي فليحضره.",
        ),
        "languages": ["de", "tr", "ar"],
    },
    {
        "title": ("Turnier der Vielfalt", "Tournament of diversity", "دوري التنوع"),
        "slug": "turnier",
        "colour": "leaf",
        "kind": "meeting",
        "topic": "sport",
        "picture": "pokal",
        "times": [("day", {"date": "2027-06-12", "start": "10:00", "end": "17:00"})],
        "place": ("Sportplatz Südstadt", "Südstadt sports ground", "ملعب الحي الجنوبي"),
        "district": "Südstadt",
        "standfirst": (
            "Sechzehn Mannschaften, gelost am Morgen: Niemand spielt mit denen, mit denen er gekommen ist.",
            "Sixteen teams, drawn by lot in the morning: nobody plays with those they came with.",
            "ستة عشر فريقًا بالقرعة صباحًا: لا أحد يلعب مع من جاء معهم.",
        ),
        "languages": ["de"],
    },
    {
        "title": ("Familienfest am Fluss", "Family festival by the river", "مهرجان العائلة على النهر"),
        "slug": "familienfest",
        "colour": "plum",
        "kind": "culture",
        "topic": "family",
        "picture": "tour",
        "times": [("day", {"date": "2027-06-20", "start": "11:00", "end": "18:00"})],
        "place": ("Wehrwiese", "Wehr meadow", "مرج السد"),
        "district": "Weststadt",
        "standfirst": (
            "Am Weltflüchtlingstag feiern alle, die angekommen sind, und alle, die schon da waren.",
            "On World Refugee Day all those celebrate who have arrived, and all who were here already.",
            "في اليوم العالمي للاجئين يحتفل كل من وصل وكل من كان هنا من قبل.",
        ),
        "languages": ["de", "uk", "ar"],
    },
]
WEEK = {
    "title": ("Woche der Vielfalt", "Week of diversity", "أسبوع التنوع"),
    "slug": "woche-der-vielfalt",
    "shape": "week",
    "colour": "plum",
    "kicker": ("Interkulturelle Woche 2027", "Intercultural Week 2027", "أسبوع الثقافات 2027"),
    "standfirst": (
        "Neun Tage, zehn Einladungen. In der Mitte tagt das ganze Land bei uns, und am Ende steht ein langer Tisch.",
        "Nine days, ten invitations. In the middle the whole state meets here, and at the end there is one long table.",
        "تسعة أيام وعشر دعوات. في منتصفها تجتمع الولاية كلها عندنا، وفي نهايتها طاولة طويلة.",
    ),
    "picture": "chor",
    "body": (
        "Alle Veranstaltungen kosten nichts. Wer dolmetscht und wo Stufen sind, steht bei jedem Termin.",
        "Everything is free of charge. Who interprets and where there are steps is said with every date.",
        "كل الفعاليات مجانية. ومع كل موعد مكتوب من يترجم وأين توجد درجات.",
    ),
}
# day, begins, ends, kind, slug, title, place, words, languages
DAYS = [
    (
        *("2027-09-25", "11:00", "13:00", "culture", "eroeffnung"),
        ("Eröffnung mit Chor", "Opening with choir", "الافتتاح مع الجوقة"),
        ("Fischmarkt", "Fish market", "سوق السمك"),
        (
            "Ljudmyla Bondar und zweiunddreißig Stimmen. Danach Suppe.",
            "Liudmyla Bondar and thirty-two voices. Then soup.",
            "لودميلا بوندار واثنان وثلاثون صوتًا، ثم الحساء.",
        ),
        ["de"],
    ),
    (
        *("2027-09-25", "15:00", "17:00", "learning", "stadtrundgang"),
        ("Wo Lindenau herkommt", "Where Lindenau comes from", "من أين جاءت لينديناو"),
        ("Treffpunkt Alte Brücke", "Meeting point Old Bridge", "الملتقى عند الجسر القديم"),
        (
            "Ein Stadtrundgang in einfacher Sprache, zwei Stunden.",
            "A walk through town in easy language, two hours.",
            "جولة في المدينة بلغة سهلة، ساعتان.",
        ),
        ["de"],
    ),
    (
        *("2027-09-26", "15:00", "17:00", "meeting", "erzaehlcafe"),
        ("Erzählcafé der Sprachen", "Story café of languages", "مقهى حكايات اللغات"),
        ("Stadtbücherei", "Town library", "مكتبة المدينة"),
        (
            "Ein Wort mitbringen, das es auf Deutsch nicht gibt.",
            "Bring a word that German does not have.",
            "هاتوا كلمة لا توجد في الألمانية.",
        ),
        ["de", "en", "fa", "ti"],
    ),
    (
        *("2027-09-27", "19:00", "21:30", "culture", "film"),
        ("Film: Die Näherinnen", "Film: The seamstresses", "فيلم: الخيّاطات"),
        ("Kino Kurbel", "Kurbel cinema", "سينما كوربل"),
        ("Mit Untertiteln, Gespräch danach.", "With subtitles, talk afterwards.", "مع ترجمة مكتوبة وحوار بعده."),
        ["de", "vi"],
    ),
    (
        *("2027-09-28", "18:00", "20:00", "learning", "zeugnis"),
        ("Zeugnis von anderswo", "A certificate from elsewhere", "شهادة من مكان آخر"),
        ("Volkshochschule, Raum 3", "Adult education centre, room 3", "الجامعة الشعبية، الغرفة 3"),
        (
            "Wie Abschlüsse anerkannt werden. Mit Dolmetschern.",
            "How degrees are recognised. With interpreters.",
            "كيف يُعترف بالشهادات. مع مترجمين.",
        ),
        ["de", "ar", "uk", "fa"],
    ),
    (
        *("2027-09-29", "14:00", "17:00", "meeting", "backstube"),
        ("Offene Backstube", "Open bakery", "المخبز المفتوح"),
        ("Bäckerei Haddad", "Haddad bakery", "مخبز حدّاد"),
        (
            "Fladenbrot, Simit, Hefezopf. Für Kinder ab sechs.",
            "Flatbread, simit, plaited bread. For children from six.",
            "خبز رقيق وسميط وضفيرة. للأطفال من سن السادسة.",
        ),
        ["de", "ar", "tr"],
    ),
    (
        *("2027-09-30", "16:00", "18:00", "council", "sitzung-im-freien"),
        ("Fragestunde im Freien", "Question time outdoors", "ساعة أسئلة في الهواء الطلق"),
        ("Rübezahlplatz", "Rübezahlplatz", "ساحة روبتسال"),
        (
            "Zwei Stühle, ein Lastenrad, drei Sprachen.",
            "Two chairs, a cargo bike, three languages.",
            "كرسيان ودراجة نقل وثلاث لغات.",
        ),
        ["de", "tr", "ar"],
    ),
    (
        *("2027-10-01", "10:00", "16:00", "council", "landesversammlung"),
        ("Landesversammlung der Integrationsräte", "State assembly of integration councils", "جمعية مجالس الاندماج في الولاية"),
        ("Rathaus, Großer Saal", "Town hall, Great Hall", "مبنى البلدية، القاعة الكبرى"),
        (
            "Einundsechzig Räte zu Gast. Am Vormittag öffentlich.",
            "Sixty-one councils are our guests. Public in the morning.",
            "واحد وستون مجلسًا ضيوفًا عندنا. علنية قبل الظهر.",
        ),
        ["de"],
    ),
    (
        *("2027-10-02", "10:00", "16:00", "meeting", "markt-der-vereine"),
        ("Markt der Vereine", "Market of clubs", "سوق الجمعيات"),
        ("Fischmarkt", "Fish market", "سوق السمك"),
        (
            "Dreißig Stände, eine Bühne, kein Eintritt.",
            "Thirty stalls, one stage, no fee.",
            "ثلاثون كشكًا ومسرح واحد والدخول مجاني.",
        ),
        ["de"],
    ),
    (
        *("2027-10-03", "10:00", "13:00", "culture", "langer-tisch"),
        ("Frühstück am langen Tisch", "Breakfast at the long table", "فطور على الطاولة الطويلة"),
        ("Fischmarkt", "Fish market", "سوق السمك"),
        ("Bring mit, was du morgens isst.", "Bring what you eat in the morning.", "أحضر ما تأكله في الصباح."),
        ["de"],
    ),
]
