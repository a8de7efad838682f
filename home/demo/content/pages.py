"""Standard pages: who the council is, how to take part, and what the law asks a public body to say on the web."""

MITMACHEN = {
    "title": "Mitmachen",
    "slug": "mitmachen",
    "in_menu": True,
    "standfirst": "Sie haben einen Satz, eine Idee oder einen freien Donnerstagabend? Das reicht.",
    "body": [
        ("heading", "Ein Satz für „Wir sind Lindenau“"),
        (
            "list",
            {
                "style": "number",
                "items": [
                    "Schicken Sie uns einen Satz und ein Foto, in Ihrer Sprache, per Mail oder mit der Post.",
                    "Sie sehen Plakat, Webseite und Mail, bevor es jemand anderes sieht.",
                    "Sie sagen ja. Und wenn Sie später nein sagen, verschwindet alles wieder.",
                ],
            },
        ),
        ("heading", "Lotsin oder Lotse werden"),
        (
            "paragraph",
            [
                "Lotsinnen und Lotsen begleiten Menschen, die neu in der Stadt sind: zum Amt, zur Schule, zur Ärztin. Die Schulung dauert vier Abende und kostet nichts. Die nächste beginnt am 14. Januar 2027.",
            ],
        ),
        ("heading", "Dolmetschen bei Elternabenden"),
        (
            "paragraph",
            [
                "Sie sprechen Deutsch und noch eine Sprache? Ein Abend Schulung, 25 Euro für jeden Einsatz, und ein Kind hat Feierabend."
            ],
        ),
        (
            "contact_card",
            {
                "name": "Geschäftsstelle des Integrationsrats",
                "role": "Fragen, Ideen, Einsendungen",
                "address": "Rathaus, Zimmer 12, Am Fischmarkt 1, 09999 Lindenau an der Pegnach",
                "hours": "Montag bis Donnerstag 9 bis 16 Uhr",
                "phone": "089 99998-120",
                "email": "integrationsrat@lindenau.example",
                "languages": "Deutsch, Englisch, Türkisch; andere nach Anruf",
            },
        ),
    ],
}

UEBER_DEN_RAT = {
    "title": "Über den Rat",
    "slug": "ueber-den-rat",
    "in_menu": True,
    "standfirst": "Achtzehn Menschen, elf Sitzungen im Jahr, ein Auftrag: dass in Lindenau niemand übersehen wird.",
    "body": [
        (
            "paragraph",
            [
                "Der Integrationsrat berät den Stadtrat in allen Fragen, die Zugewanderte betreffen. Zwölf Mitglieder werden für sechs Jahre gewählt, sechs schickt der Stadtrat. Der Rat darf Anträge stellen, er muss gehört werden, und er verteilt jedes Jahr 20 000 Euro an Vereine und Nachbarschaften.",
                "Die Sitzungen sind öffentlich. Sie finden am zweiten Dienstag im Monat um 18 Uhr im Ratssaal statt, nur nicht im August. Seit diesem Herbst wird in Gebärdensprache gedolmetscht.",
            ],
        ),
        ("heading", "Vorstand"),
        (
            "person_card",
            {
                "name": "Jaspal Gill",
                "role": "Vorsitzender",
                "image": "portrait-jaspal",
                "alt": "Gezeichnetes Porträt: Jaspal Gill mit Turban und Brille",
                "text": "Apotheker, seit 2016 im Rat. Sprechstunde nach der Sitzung, „solange jemand da ist“.",
            },
        ),
        (
            "person_card",
            {
                "name": "Mehmet Aydın",
                "role": "Stellvertretender Vorsitzender",
                "image": "portrait-mehmet",
                "alt": "Gezeichnetes Porträt: Mehmet Aydın mit Schnurrbart und Krawatte",
                "text": "War dreißig Jahre lang Setzer bei der Lindenauer Zeitung und findet jeden Fehler.",
            },
        ),
        (
            "person_card",
            {
                "name": "Ines Kaltwasser",
                "role": "Geschäftsstelle und Redaktion",
                "image": "portrait-ines",
                "alt": "Gezeichnetes Porträt: Ines Kaltwasser mit kurzem Haar und roter Brille",
                "text": "Nimmt Anträge an, kocht Tee und macht diese Zeitung.",
            },
        ),
        ("heading", "So kommt Ihre Frage auf die Tagesordnung"),
        (
            "list",
            {
                "style": "number",
                "items": [
                    "Schreiben Sie auf, was sich ändern soll. Ein Satz genügt, die Sprache ist egal.",
                    "Geben Sie den Zettel in Zimmer 12 ab oder schicken Sie ihn bis zwei Wochen vor der Sitzung per Mail.",
                    "Sie bekommen eine Einladung und dürfen zu Ihrem Punkt als Erste sprechen.",
                ],
            },
        ),
        ("heading", "Wo Sie uns treffen"),
        ("next_dates", {"title": "", "number": 4, "topic": "", "kind": "", "district": ""}),
    ],
}

LEITBILD = {
    "title": "Leitbild",
    "slug": "leitbild",
    "in_footer": True,
    "as_pdf": True,
    "standfirst": "Was wir uns vorgenommen haben, in sieben Sätzen. Beschlossen am 9. Mai 2023, überprüft wird im Mai 2028.",
    "review_on": "2028-05-01",
    "body": [
        (
            "list",
            {
                "style": "number",
                "items": [
                    "<b>Wer hier wohnt, gehört dazu.</b> Vom ersten Tag an und ohne Probezeit.",
                    "<b>Sprache ist eine Brücke und keine Schranke.</b> Wir lernen Deutsch, und die Stadt lernt, verständlich zu schreiben.",
                    "<b>Kinder übersetzen nicht.</b> Weder beim Arzt noch in der Schule noch auf dem Amt.",
                    "<b>Arbeit soll zu dem passen, was jemand kann.</b> Zeugnisse von anderswo sind Zeugnisse.",
                    "<b>Glauben darf man, müssen muss man nicht.</b> Jede und jeder feiert, was ihm heilig ist, und niemand stört dabei.",
                    "<b>Streit ist erlaubt.</b> Beleidigung, Hass und Gewalt sind es nicht.",
                    "<b>Wir zählen nach.</b> Alle zwei Jahre berichtet die Stadt öffentlich, was aus diesen Sätzen geworden ist.",
                ],
            },
        ),
        (
            "paragraph",
            [
                "Das Leitbild entstand in elf Werkstätten mit 340 Lindenauerinnen und Lindenauern. Der Stadtrat hat es mit 31 zu 5 Stimmen angenommen.",
            ],
        ),
        (
            "pull_quote",
            {
                "text": "Ein Leitbild ist wie eine Hausordnung: Man merkt erst beim Putzen, ob es gilt.",
                "who": "Horst Beierlein",
                "role": "Werkstatt Südstadt",
            },
        ),
        ("button", {"label": "Über den Rat", "page": "ueber-den-rat", "kind": "main"}),
    ],
}

IMPRESSUM = {
    "title": "Impressum",
    "slug": "impressum",
    "in_footer": True,
    "standfirst": "Wer diese Seiten, die Zeitung und den Newsletter verantwortet.",
    "body": [
        ("heading", "Herausgeberin"),
        (
            "paragraph",
            [
                "Stadt Lindenau an der Pegnach, Integrationsrat<br/>Am Fischmarkt 1<br/>09999 Lindenau an der Pegnach",
                "Telefon 089 99998-120<br/>E-Mail integrationsrat@lindenau.example",
                "Die Stadt Lindenau an der Pegnach ist eine Körperschaft des öffentlichen Rechts. Sie wird vertreten durch Bürgermeisterin Katrin Ohlmüller.",
                "Umsatzsteuer-Identifikationsnummer: DE999999999",
            ],
        ),
        ("heading", "Verantwortlich für den Inhalt"),
        (
            "paragraph",
            [
                "Verantwortlich im Sinne des Presserechts und nach § 18 Absatz 2 des Medienstaatsvertrags: Ines Kaltwasser, Anschrift wie oben."
            ],
        ),
        ("heading", "Bilder und Texte"),
        (
            "paragraph",
            [
                "Alle Zeichnungen stammen von Jonne Reith. Texte dürfen Sie mit Angabe der Quelle nachdrucken. Für Bilder fragen Sie uns bitte vorher.",
                "Wer auf einem Bild zu erkennen ist, hat zugestimmt. Diese Zustimmung kann jederzeit zurückgenommen werden. Eine Nachricht an die Redaktion genügt.",
            ],
        ),
        ("heading", "Links"),
        (
            "paragraph",
            [
                "Für Seiten, auf die wir verweisen, sind deren Anbieter verantwortlich. Wenn dort etwas nicht stimmt, sagen Sie es uns, dann entfernen wir den Link.",
                'Was mit Ihren Daten geschieht, steht unter <a page="datenschutz">Datenschutz</a>.',
            ],
        ),
    ],
}

DATENSCHUTZ = {
    "title": "Datenschutz",
    "slug": "datenschutz",
    "in_footer": True,
    "standfirst": "Kurz gesagt: Wir zählen Sie nicht, wir verfolgen Sie nicht, und wir geben nichts weiter. Hier steht es genauer.",
    "body": [
        ("heading", "Wer verantwortlich ist"),
        (
            "paragraph",
            [
                "Stadt Lindenau an der Pegnach, Integrationsrat, Am Fischmarkt 1, 09999 Lindenau an der Pegnach. Die Datenschutzbeauftragte der Stadt erreichen Sie unter datenschutz@lindenau.example oder im Rathaus, Zimmer 21.",
            ],
        ),
        ("heading", "Wenn Sie diese Seiten lesen"),
        (
            "paragraph",
            [
                "Wir setzen keine Cookies zum Zählen oder Wiedererkennen und laden nichts von fremden Servern. Ein Cookie merkt sich höchstens die Sprache, die Sie gewählt haben, und schützt Formulare vor Missbrauch.",
                "Unser Server notiert für höchstens sieben Tage, welche Adresse wann welche Seite abgerufen hat, um Angriffe zu erkennen. Rechtsgrundlage ist Artikel 6 Absatz 1 Buchstabe e der Datenschutz-Grundverordnung (DSGVO).",
            ],
        ),
        ("heading", "Filme"),
        ("paragraph", ["Filme liegen bei anderen Anbietern. Sie werden erst geladen, wenn Sie auf „Abspielen“ drücken."]),
        ("heading", "Wenn Sie den Newsletter bestellen"),
        (
            "paragraph",
            ["Wir speichern nur, was wir zum Verschicken und zum Nachweis brauchen:"],
        ),
        (
            "list",
            [
                "Ihre E-Mail-Adresse, Ihre Sprache und die Themen, die Sie gewählt haben;",
                "wann und auf welcher Seite Sie bestellt haben, wann Sie zugestimmt haben und welchen Text Sie dabei gelesen haben;",
                "ob eine Mail zugestellt wurde oder zurückkam.",
            ],
        ),
        (
            "paragraph",
            [
                "Wir speichern nicht, ob Sie eine Mail öffnen oder worauf Sie klicken. Rechtsgrundlage ist Ihre Einwilligung (Artikel 6 Absatz 1 Buchstabe a DSGVO). Sie können sie jederzeit zurücknehmen, mit einem Klick in jeder Mail. Dann löschen wir Ihre Adresse. Den Nachweis Ihrer Zustimmung bewahren wir noch drei Jahre auf, ohne Ihnen zu schreiben.",
                "Wer bestellt und nicht bestätigt, wird nach wenigen Tagen von selbst gelöscht.",
            ],
        ),
        ("heading", "Wenn Sie uns schreiben"),
        (
            "paragraph",
            [
                "Ihre Nachricht und Ihre Adresse verwenden wir nur für die Antwort. Nach einem Jahr werden sie gelöscht, wenn kein Gesetz eine längere Frist verlangt."
            ],
        ),
        ("heading", "Ihre Rechte"),
        (
            "paragraph",
            [
                "Sie dürfen wissen, was wir über Sie gespeichert haben. Sie dürfen es berichtigen, löschen, einschränken oder mitnehmen lassen, und Sie dürfen widersprechen. Eine Mail an datenschutz@lindenau.example genügt.",
                "Sie können sich außerdem bei der Datenschutz-Aufsichtsbehörde des Landes beschweren.",
            ],
        ),
    ],
}

BARRIEREFREIHEIT = {
    "title": "Barrierefreiheit",
    "slug": "barrierefreiheit",
    "in_footer": True,
    "standfirst": "Diese Seiten sollen alle lesen können. Was noch nicht klappt, steht hier auch.",
    "body": [
        ("heading", "Wie barrierefrei wir sind"),
        (
            "paragraph",
            [
                "Diese Erklärung gilt für die Webseiten, die PDF-Dateien und die Newsletter des Integrationsrats. Sie sind nach der Barrierefreie-Informationstechnik-Verordnung (BITV 2.0) und dem Standard WCAG 2.2, Stufe AA, gestaltet. Die PDF-Ausgaben der Zeitung folgen dem Standard PDF/UA-1.",
                "Wir haben die Seiten zuletzt im November 2026 selbst geprüft: mit Tastatur, Vorleseprogramm, 400 Prozent Vergrößerung und einem automatischen Test.",
            ],
        ),
        ("heading", "Was noch nicht klappt"),
        (
            "list",
            [
                "Filme haben eine Abschrift, aber noch keine Gebärdensprache.",
                "In Leichter Sprache gibt es bisher die wichtigsten Seiten und nicht das ganze Heft.",
                "Ausgaben vor 2026 gibt es nur als Bild im Archiv der Stadtbücherei. Auf Wunsch lesen wir sie Ihnen vor.",
            ],
        ),
        ("heading", "Eine Barriere melden"),
        (
            "paragraph",
            [
                "Wenn Sie etwas nicht lesen, hören oder bedienen können, schreiben Sie uns. Wir antworten innerhalb von zwei Wochen und schicken Ihnen den Inhalt so, wie Sie ihn brauchen."
            ],
        ),
        (
            "contact_card",
            {
                "name": "Ines Kaltwasser",
                "role": "Barriere melden",
                "address": "Rathaus, Zimmer 12, Am Fischmarkt 1, 09999 Lindenau an der Pegnach",
                "phone": "089 99998-120",
                "email": "integrationsrat@lindenau.example",
            },
        ),
        ("heading", "Wenn wir nicht helfen"),
        (
            "paragraph",
            [
                "Sind Sie mit unserer Antwort nicht zufrieden, können Sie sich an die Durchsetzungsstelle des Landes für digitale Barrierefreiheit wenden. Das kostet nichts, und Sie brauchen keine Anwältin."
            ],
        ),
    ],
}

PAGES = [UEBER_DEN_RAT, LEITBILD, MITMACHEN, IMPRESSUM, DATENSCHUTZ, BARRIEREFREIHEIT]
