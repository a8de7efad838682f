"""“Welcome” in the languages of German towns: name in its own script, greeting, direction, and the face that carries both.

In the order in which a sign shows them, German first. A language that is missing can be typed at the sign itself.
"""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from cms.renditions.errors import RenditionError
from cms.renditions.faces import NOTO, STRONG, Face, FaceMissing

ARABIC = Face("Noto Sans Arabic", 700, "NotoSansArabic-Bold.ttf")
ETHIOPIC = Face("Noto Sans Ethiopic", 700, "NotoSansEthiopic-Bold.ttf")
DEVANAGARI = Face("Noto Sans Devanagari", 700, "NotoSansDevanagari-Bold.ttf")
GURMUKHI = Face("Noto Sans Gurmukhi", 700, "NotoSansGurmukhi-Bold.ttf")
BENGALI = Face("Noto Sans Bengali", 700, "NotoSansBengali-Bold.ttf")
TAMIL = Face("Noto Sans Tamil", 700, "NotoSansTamil-Bold.ttf")
SINHALA = Face("Noto Sans Sinhala", 700, "NotoSansSinhala-Bold.ttf")
THAI = Face("Noto Sans Thai", 700, "NotoSansThai-Bold.ttf")
KHMER = Face("Noto Sans Khmer", 700, "NotoSansKhmer-Bold.ttf")
BURMESE = Face("Noto Sans Myanmar", 700, "NotoSansMyanmar-Bold.ttf")
GEORGIAN = Face("Noto Sans Georgian", 700, "NotoSansGeorgian-Bold.ttf")
ARMENIAN = Face("Noto Sans Armenian", 700, "NotoSansArmenian-Bold.ttf")
JAPANESE = Face("Noto Sans CJK JP", 700, "NotoSansCJK-Bold.ttc", index=0)
KOREAN = Face("Noto Sans CJK KR", 700, "NotoSansCJK-Bold.ttc", index=1)
CHINESE = Face("Noto Sans CJK SC", 700, "NotoSansCJK-Bold.ttc", index=2)
OTHERS = (
    *(NOTO, ARABIC, ETHIOPIC, DEVANAGARI, GURMUKHI, BENGALI, TAMIL, SINHALA, THAI, KHMER, BURMESE, GEORGIAN, ARMENIAN),
    *(CHINESE, JAPANESE, KOREAN),
)


@dataclass(frozen=True)
class Greeting:
    code: str  # BCP 47
    name: str
    text: str
    face: Face = STRONG
    rtl: bool = False

    @property
    def direction(self) -> str:
        return "rtl" if self.rtl else "ltr"

    def check(self) -> None:
        """Raises RenditionError, naming language and font, if this system cannot print the greeting."""
        try:
            carried = self.face.carries(self.text) and self.face.carries(self.name.replace("·", ""))
        except FaceMissing:
            carried = False
        if not carried:
            raise RenditionError(
                _("The font “%(font)s” for the greeting in %(language)s is not on this system. Ask your administrator for it.")
                % {"font": self.face.family, "language": self.name}
            )


GREETINGS = (
    Greeting("de", "Deutsch", "Herzlich willkommen"),
    Greeting("en", "English", "Welcome"),
    Greeting("tr", "Türkçe", "Hoş geldiniz"),
    Greeting("ar", "العربية", "أهلًا وسهلًا", rtl=True),
    Greeting("uk", "Українська", "Ласкаво просимо"),
    Greeting("ru", "Русский", "Добро пожаловать"),
    Greeting("pl", "Polski", "Serdecznie witamy"),
    Greeting("ro", "Română", "Bine ați venit"),
    Greeting("it", "Italiano", "Benvenuti"),
    Greeting("el", "Ελληνικά", "Καλώς ήρθατε", NOTO),
    Greeting("fa", "فارسی · دری", "خوش آمدید", rtl=True),
    Greeting("ku", "Kurmancî", "Bi xêr hatin"),
    Greeting("ckb", "کوردی", "بەخێربێن", ARABIC, rtl=True),
    Greeting("sq", "Shqip", "Mirë se vini"),
    Greeting("hr", "Hrvatski", "Dobro došli"),
    Greeting("bs", "Bosanski", "Dobro došli"),
    Greeting("sr", "Српски", "Добро дошли"),
    Greeting("bg", "Български", "Добре дошли"),
    Greeting("hu", "Magyar", "Üdvözöljük"),
    Greeting("es", "Español", "Bienvenidos"),
    Greeting("pt", "Português", "Bem-vindos"),
    Greeting("fr", "Français", "Bienvenue"),
    Greeting("vi", "Tiếng Việt", "Chào mừng quý vị", NOTO),
    Greeting("zh", "中文", "欢迎", CHINESE),
    Greeting("ti", "ትግርኛ", "እንቋዕ ብደሓን መጻእኩም", ETHIOPIC),
    Greeting("am", "አማርኛ", "እንኳን ደህና መጡ", ETHIOPIC),
    Greeting("so", "Soomaali", "Soo dhawoow"),
    Greeting("ps", "پښتو", "ښه راغلاست", ARABIC, rtl=True),
    Greeting("ur", "اردو", "خوش آمدید", rtl=True),
    Greeting("hi", "हिन्दी", "आपका स्वागत है", DEVANAGARI),
    Greeting("pa", "ਪੰਜਾਬੀ", "ਜੀ ਆਇਆਂ ਨੂੰ", GURMUKHI),
    Greeting("bn", "বাংলা", "স্বাগতম", BENGALI),
    Greeting("ta", "தமிழ்", "நல்வரவு", TAMIL),
    Greeting("th", "ไทย", "ยินดีต้อนรับ", THAI),
    Greeting("ja", "日本語", "ようこそ", JAPANESE),
    Greeting("ko", "한국어", "환영합니다", KOREAN),
    Greeting("ka", "ქართული", "კეთილი იყოს თქვენი მობრძანება", GEORGIAN),
    Greeting("hy", "Հայերեն", "Բարի գալուստ", ARMENIAN),
    Greeting("he", "עברית", "ברוכים הבאים", rtl=True),
    Greeting("rom", "Romanes", "Mišto avilen"),
    Greeting("az", "Azərbaycanca", "Xoş gəlmisiniz", NOTO),
    Greeting("kk", "Қазақша", "Қош келдіңіз"),
    Greeting("uz", "Oʻzbekcha", "Xush kelibsiz", NOTO),
    Greeting("tg", "Тоҷикӣ", "Хуш омадед"),
    Greeting("mn", "Монгол", "Тавтай морилно уу"),
    Greeting("mk", "Македонски", "Добредојдовте"),
    Greeting("sl", "Slovenščina", "Dobrodošli"),
    Greeting("cs", "Čeština", "Vítejte"),
    Greeting("sk", "Slovenčina", "Vitajte"),
    Greeting("lt", "Lietuvių", "Sveiki atvykę"),
    Greeting("lv", "Latviešu", "Laipni lūdzam"),
    Greeting("et", "Eesti", "Tere tulemast"),
    Greeting("fi", "Suomi", "Tervetuloa"),
    Greeting("sv", "Svenska", "Välkommen"),
    Greeting("da", "Dansk", "Velkommen"),
    Greeting("nl", "Nederlands", "Welkom"),
    Greeting("sw", "Kiswahili", "Karibuni"),
    Greeting("ha", "Hausa", "Barka da zuwa"),
    Greeting("yo", "Yorùbá", "Ẹ káàbọ̀", NOTO),
    Greeting("ig", "Igbo", "Nnọọ", NOTO),
    Greeting("wo", "Wolof", "Dalal ak jàmm"),
    Greeting("ln", "Lingála", "Boyei malamu"),
    Greeting("om", "Afaan Oromoo", "Baga nagaan dhuftan"),
    Greeting("fil", "Filipino", "Maligayang pagdating"),
    Greeting("id", "Bahasa Indonesia", "Selamat datang"),
    Greeting("ne", "नेपाली", "स्वागतम्", DEVANAGARI),
    Greeting("si", "සිංහල", "ආයුබෝවන්", SINHALA),
    Greeting("km", "ខ្មែរ", "សូមស្វាគមន៍", KHMER),
    Greeting("my", "မြန်မာ", "ကြိုဆိုပါတယ်", BURMESE),
)
BY_CODE = {greeting.code: greeting for greeting in GREETINGS}


def typed_greeting(*, name: str, text: str, code: str = "") -> Greeting:
    """A greeting that an editor typed, in the first face that carries it. Raises RenditionError if none does."""
    letters = name.replace("·", "") + text
    for face in (STRONG, *OTHERS):
        try:
            if face.carries(letters):
                return Greeting(code or "und", name, text, face, rtl=_reads_from_the_right(text))
        except FaceMissing:
            continue
    raise RenditionError(
        _("No font on this system has all letters of “%(text)s” (%(language)s). Check the spelling, or ask your administrator.")
        % {"text": text, "language": name}
    )


def _reads_from_the_right(text: str) -> bool:
    return any("\u0590" <= letter <= "\u08ff" for letter in text)
