"""Titles and focal points of the drawn pictures. Alternative texts stand where the picture is used.

Focal points are (centre x, centre y, width, height) as shares of the picture: what must never be cropped away.
"""

CREDIT = "Jonne Reith"

TITLES = {
    "garten": "Der Hahn in der Kolonie am Bahndamm",
    "becken": "Frauenschwimmen im Lehrbecken",
    "backstube": "Samira Haddad in der Backstube",
    "rathaus": "Das Willkommensschild am Rathaus",
    "chor": "Der Chor im Pfarrsaal",
    "pokal": "Siegerehrung beim Turnier der Vielfalt",
    "suppe": "Linsensuppe",
    "fruehstueck": "Offenes Frühstück",
    "treppenhaus": "Das Paket im Treppenhaus",
    "schule": "Elternabend mit Dolmetscherin",
    "lehrling": "In der Schreinerei",
    "wahl": "Wahlurne und gelbe Briefe",
    "sprechstunde": "Sprechstunde im Rathaus",
    "tour": "Der Rat auf Tour",
    "bahnhof": "Am Bahnsteig",
    "wehr": "Das Wehr in der Pegnach",
    "angler": "Angler an der Pegnach",
    "bruecke": "Die Alte Brücke in die Südstadt",
    "werkstatt": "Drei am Tisch, zwei Sprechblasen",
    "unterschrift": "Unterschrift der Bürgermeisterin",
}

PEOPLE = {
    "amira": "Amira Keita",
    "emre": "Emre Yalçın",
    "hoa": "Hoa Tran",
    "jaspal": "Jaspal Gill",
    "kofi": "Kofi Asante",
    "ljudmyla": "Ljudmyla Bondar",
    "ruxandra": "Ruxandra Munteanu",
    "samira": "Samira Haddad",
    "tesfay": "Tesfay Berhane",
    "walter": "Walter Schrödl",
    "ines": "Ines Kaltwasser",
    "mehmet": "Mehmet Aydın",
    "katrin": "Katrin Ohlmüller",
    "silvana": "Silvana Petrović",
    "kwame": "Kwame Boateng",
    "gerda": "Gerda Wiesenthal",
    "anjali": "Anjali Seidel-Rao",
    "tomasz": "Tomasz Zieliński",
    "meryem": "Meryem Öztürk",
    "luise": "Luise Bergmann",
    "fatou": "Fatou Sarr",
    "halyna": "Halyna Marchenko",
    "omid": "Omid Rahimi",
    "rosa": "Rosa Delgado",
    "nikos": "Nikos Papadakis",
    "leyla": "Leyla Demir",
    "bilal": "Bilal Mansour",
    "thuy": "Thuy Pham",
    "yonas": "Yonas Tekle",
    "agnieszka": "Agnieszka Wolska",
}

FOCUS = {
    "portrait": (0.5, 0.42, 0.4, 0.45),
    "figur": (0.5, 0.35, 0.45, 0.5),
    "frei": (0.5, 0.35, 0.45, 0.5),
    "scene": (0.5, 0.5, 0.5, 0.6),
}
