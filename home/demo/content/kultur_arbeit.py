"""Edition 24, section “Kultur & Arbeit”."""

OFEN = {
    "title": "Nachtschicht am Ofen",
    "slug": "nachtschicht-am-ofen",
    "section": "Kultur & Arbeit",
    "front": "teaser",
    "kicker": "Porträt",
    "standfirst": "Um drei Uhr früh riecht die Färbergasse nach Kümmel. Zu Besuch bei Samira Haddad, Bäckermeisterin.",
    "byline": "Ines Kaltwasser",
    "lead_image": "backstube",
    "lead_alt": "Zeichnung: Eine Bäckerin mit violettem Kopftuch trägt nachts ein Brett voller Brezeln.",
    "lead_caption": "Achtzig Fladen, zweihundert Brezeln, eine Bäckerin. Das Licht in der Färbergasse geht nie ganz aus.",
    "body": [
        (
            "paragraph",
            [
                "Der Teig hat keine Uhr, sagt Samira Haddad. Deshalb steht sie um drei Uhr in der Färbergasse und fragt ihn mit dem Daumen, wie weit er ist. Im Fenster brennt Licht, und wer von der Spätschicht kommt, bekommt manchmal eine Brezel durch den Spalt gereicht. Bezahlt wird am nächsten Tag. „Es hat noch nie jemand vergessen.“",
                "Gelernt hat sie in Homs, bei ihrem Großvater, an einem Ofen, der nie ausging. In Lindenau fing sie mit neunundzwanzig noch einmal an, als Aushilfe hinter der Theke. Die Meisterprüfung schrieb sie mit einem Wörterbuch und einem Kind auf dem Schoß. Seit vier Jahren steht ihr Name an der Tür.",
            ],
        ),
        ("heading", "Fladen neben Brezel"),
        (
            "paragraph",
            [
                "Am Anfang lag das Fladenbrot ganz unten im Regal. Dann fragte Frau Pöhlmann aus der Nummer 12, ob es davon auch ein halbes gebe. Heute backt Haddad jeden Freitag achtzig Stück. Die Hälfte geht an Leute, die Pöhlmann heißen oder Schrödl.",
            ],
        ),
        ("pull_quote", {"text": "Wer mein Brot isst, kennt mich schon halb.", "who": "Samira Haddad", "role": "Bäckermeisterin"}),
        (
            "paragraph",
            [
                "Umgekehrt musste sie die Brezel lernen. Dreihundert Stück warf sie weg, bis eine aussah wie die andere. „Der Knoten ist leicht“, sagt sie. „Schwer ist, dass alle eine Meinung dazu haben.“ Der Lehrling, den sie im August eingestellt hat, ist 17 und kommt aus der Südstadt. Er hat ihr gezeigt, wie man Brezeln in die Luft wirft, damit sie sich selbst schlingen. Sie hat ihm gezeigt, wie man den Boden wischt.",
                "Um zehn nach sechs schließt sie auf. Vor der Tür stehen zwei Krankenschwestern, ein Straßenbahnfahrer und ein Mann im Bademantel. Der Mann im Bademantel wohnt gegenüber und bekommt, was er immer bekommt. Dann wird es hell.",
            ],
        ),
        (
            "timetable",
            {
                "title": "Eine Nacht in der Färbergasse",
                "rows": [
                    ("2.45", "Ofen an, Radio an", "", ""),
                    ("3.00", "Teig befragen", "", ""),
                    ("4.30", "Brezeln schlingen", "", ""),
                    ("5.20", "Fladen in den Ofen", "", ""),
                    ("6.10", "Tür auf", "", ""),
                ],
            },
        ),
        (
            "person_card",
            {
                "name": "Samira Haddad",
                "role": "Bäckerei Haddad, Färbergasse 8",
                "image": "portrait-samira",
                "alt": "Gezeichnetes Porträt: Samira Haddad mit violettem Kopftuch",
                "text": "Geöffnet Dienstag bis Samstag von 6 bis 13 Uhr. Ihr Rat für Neue: „Grüß jeden im Treppenhaus. Beim dritten Mal grüßen sie zurück.“",
            },
        ),
    ],
}

CHOR = {
    "title": "Der Chor, der mit einem einzigen Wort auskommt",
    "print_shape": "reserve",
    "slug": "der-chor-mit-einem-wort",
    "section": "Kultur & Arbeit",
    "kicker": "Musik",
    "standfirst": "Mittwochs singen im Pfarrsaal 32 Menschen aus 15 Ländern. Das Wort heißt „la“, den Rest besorgt Ljudmyla Bondar.",
    "byline": "Mehmet Aydın",
    "lead_image": "chor",
    "lead_alt": "Zeichnung: Sieben Menschen verschiedenen Alters singen mit weit offenem Mund, in der Mitte Ljudmyla Bondar mit gelbem Schal.",
    "lead_caption": "Der Bass ganz links ist Klempner und hält den Ton, bis jemand ihm sagt, dass er aufhören darf.",
    "body": [
        (
            "paragraph",
            [
                "Die Heizung im Pfarrsaal schlägt auf den zweiten Takt. Man hat sich daran gewöhnt, sie gilt als Schlagzeug. Ljudmyla Bondar hebt beide Hände, zieht die Schultern hoch, als wollte sie fliegen, und dann kommt es aus 32 Kehlen: la.",
                "Am Anfang war das ein Notbehelf. Im Herbst 2022 stand Bondar, die in Charkiw ein Rundfunkensemble geleitet hatte, mit neun Leuten da, die keine gemeinsame Sprache hatten. Sie verteilte Texte. Nach vier Abenden konnte niemand seinen Text, aber alle konnten die Melodie. „Da habe ich die Blätter eingesammelt“, sagt sie. „Seitdem sind wir besser.“",
            ],
        ),
        ("heading", "Bach, Karaoke und ein Wiegenlied"),
        (
            "paragraph",
            [
                "Gesungen wird, was jemand mitbringt. Ein Wiegenlied aus Eritrea, das Tesfay Berhane von seiner Großmutter hat. Ein Choral von Bach, auf la erstaunlich zäh. Ein Schlager aus Izmir, bei dem die Tenöre regelmäßig zu früh kommen. Und das Fränkische Heimatlied, das Herr Schrödl vorgeschlagen hat, weil er als Einziger den Text kann und ihn so wenigstens nicht singen muss.",
                "Aufgenommen wird jeder, der mittwochs um sieben da ist. Vorsingen gibt es nicht. Wer brummt, kommt zum Bass. Wer sich verirrt, bleibt einfach auf seinem Ton stehen, bis die anderen wieder vorbeikommen.",
            ],
        ),
        ("divider", {"style": "rule"}),
        (
            "person_card",
            {
                "name": "Ljudmyla Bondar",
                "role": "Chorleiterin",
                "image": "portrait-ljudmyla",
                "alt": "Gezeichnetes Porträt: Ljudmyla Bondar mit Brille und gelbem Schal",
                "text": "58, aus Charkiw. Unterrichtet an der Musikschule Klavier und, wenn niemand hinsieht, Akkordeon.",
            },
        ),
        (
            "video",
            {
                "title": "Hörprobe: ein Wiegenlied auf la",
                "url": "https://film.lindenau.example/chor-wiegenlied",
                "image": "chor",
                "alt": "Standbild: der Chor bei der Probe im Pfarrsaal",
                "duration": "2:40",
                "transcript": "<p>Der Chor singt ein Wiegenlied ohne Worte, nur auf der Silbe „la“. Nach der ersten Strophe setzt der Bass ein. Am Ende hört man die Heizung und jemanden, der lacht.</p>",
            },
        ),
        (
            "paragraph",
            [
                "Im Advent tritt der Chor zum ersten Mal außerhalb des Pfarrsaals auf, falls das Wetter hält. Hält es nicht, singt er drinnen und lässt die Fenster offen. Das Konzert dauert vierzig Minuten, danach gibt es Kuchen. Der hat einen Text: Er kostet zwei Euro.",
            ],
        ),
        ("continues_online", "Die Hörprobe und alle Probentermine"),
    ],
}

LEHRLING = {
    "title": "Lehrling mit 43",
    "print_shape": "reserve",
    "slug": "lehrling-mit-43",
    "section": "Kultur & Arbeit",
    "kicker": "Arbeit",
    "standfirst": "Nasrin Sadeghi war Ingenieurin, dann Reinigungskraft, dann Mutter von dreien. Jetzt lernt sie Schreinerin und hat zum ersten Mal Muskelkater an den Daumen.",
    "byline": "Mehmet Aydın",
    "lead_image": "lehrling",
    "lead_alt": "Zeichnung: Eine Frau mit Brille und blauer Latzhose hobelt an der Werkbank ein Brett, hinter ihr hängt Werkzeug.",
    "lead_caption": "Zweites Lehrjahr, erste Schublade: Sie geht auf. Und wieder zu.",
    "body": [
        (
            "paragraph",
            [
                "In der Berufsschule sitzt sie in der ersten Reihe, weil sie hinten nichts sieht. Die anderen in der Klasse sind siebzehn und nennen sie „Frau Sadeghi“, obwohl sie alle duzen sollen. „Beim ersten Elternabend“, erzählt Nasrin Sadeghi, „hat der Lehrer mich gefragt, wessen Mutter ich bin.“",
                "In Isfahan hat sie Brücken gerechnet. In Lindenau hat sie neun Jahre lang Büros geputzt, davon sechs in einem Ingenieurbüro. Einmal stand nachts auf einer Tafel ein Fehler. Sie hat ihn korrigiert und die Tafel danach nicht abgewischt. Am nächsten Abend stand darunter: „Danke. Wer sind Sie?“",
            ],
        ),
        ("heading", "Holz verzeiht, Beton nicht"),
        (
            "paragraph",
            [
                "Man hätte ihr dort eine Stelle als Zeichnerin gegeben. Sie wollte nicht mehr rechnen, was andere bauen. In der Schreinerei Raab in der Wehrstraße fragte sie, ob man mit 41 noch anfangen könne. Der Meister, Konrad Raab, war selbst 66 und fand keinen Nachfolger. „Ich hab ihr einen Hobel in die Hand gedrückt“, sagt er. „Nach zehn Minuten hab ich gewusst: Die hört zu.“",
                "Die ersten Monate waren hart. 780 Euro im ersten Lehrjahr, drei Kinder, ein Mann im Schichtdienst. Die Arbeitsagentur zahlte einen Zuschuss, die Handwerkskammer rechnete ihr Studium an: ein halbes Jahr weniger. Im Sommer 2028 will sie Gesellin sein. Und danach? Sadeghi schaut zum Meister, der Meister schaut zur Decke. „Danach“, sagt er, „reden wir über den Schlüssel.“",
            ],
        ),
        (
            "fact_box",
            {
                "title": "Spät anfangen: das hilft",
                "text": "Eine Ausbildung kennt keine Altersgrenze.",
                "facts": [
                    ("Geld", "Bildungsgutschein oder Umschulung über die Agentur für Arbeit"),
                    ("Zeit", "Zeugnisse aus dem Ausland können die Lehre um 6 bis 12 Monate verkürzen"),
                    ("Teilzeit", "Die Lehre ist auch mit 25 Stunden in der Woche möglich"),
                    ("Beratung", "dienstags 14 bis 17 Uhr, Rathaus, Zimmer 12, ohne Termin"),
                ],
            },
        ),
        (
            "page_teaser",
            {
                "page": "nachtschicht-am-ofen",
                "text": "Noch jemand, die mit 29 von vorn angefangen hat: Samira Haddad und ihr Ofen.",
            },
        ),
    ],
}

ARTICLES = [OFEN, CHOR, LEHRLING]
