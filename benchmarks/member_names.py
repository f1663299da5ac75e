"""Common names of many places, for members whom nobody is."""

from __future__ import annotations

from typing import NamedTuple


class People(NamedTuple):
    """Names of one script, and how they are put together."""

    language: str
    """What the file says these people read."""

    given: tuple[str, ...]
    family: tuple[str, ...]
    form: str = "{given} {family}"
    streets: tuple[str, ...] = (
        "Maple Street",
        "Mill Road",
        "Harbor Lane",
        "5th Avenue",
    )
    cities: tuple[str, ...] = ("Quailbrook", "Fernhill", "Stone Ferry", "Alder Bay")
    country: str = "USA"


_LATIN = (
    "Ana Zoë Søren José María Łukasz Björn Çağla Ngọc Élodie Siân Jürgen Inês Anaïs "
    "Åsa Dvořák Mary James Aisha Robert Linda Michael Karen Thuỳ Iñaki Ólafur"
)
_LATIN_FAMILIES = (
    "Müller García O’Neill Nguyễn Kowalczyk Öztürk Señor Smith Lee-Jones D'Angelo "
    "Håkansson Lefèvre Brown Johnson Dvořáček Şahin Peña Fernández Strauß Ó Briain "
    "Thompson Wójcik Đặng Ibáñez Nakamura Van Dijk"
)

PEOPLE = (
    People("en", tuple(_LATIN.split()), tuple(_LATIN_FAMILIES.split())),
    People(
        "ENG",
        ("Mary Ann", "John", "Patricia", "David", "Barbara", "William", "Joyce", "Lee"),
        ("Baker", "Carter", "Hill", "Young", "King", "Wright", "Scott", "Green"),
    ),
    People(
        "es",
        ("José", "Lucía", "Begoña", "Íñigo", "María José", "Óscar", "Ángela", "Raúl"),
        ("Muñoz", "Ibáñez", "García Márquez", "Núñez", "Peña", "López", "Güell"),
        streets=("Plaza Mayor", "Avenida del Sol", "Camino Real", "Paseo del Río"),
    ),
    People(
        "SPA",
        ("Guadalupe", "Jesús", "Rocío", "Andrés", "Inés", "Joaquín", "Belén"),
        ("Hernández", "Martínez", "Pérez", "Gómez", "Sánchez", "Ramírez", "Vásquez"),
    ),
    People(
        "ar",
        ("محمد", "فاطمة", "أحمد", "عائشة", "يوسف", "مريم", "خالد", "ليلى", "عمر"),
        ("الهاشمي", "حسن", "العلي", "منصور", "الخطيب", "سليمان", "بن سعيد", "ناصر"),
        streets=("شارع النخيل", "شارع الملك فيصل", "طريق الميناء"),
        cities=("الواحة", "المدينة الجديدة", "ميناء النور"),
        country="المملكة المتحدة",
    ),
    People(
        "zh-Hant",
        ("小明", "美玲", "志強", "雅婷", "家豪", "淑芬", "俊傑", "怡君", "建國"),
        ("陳", "林", "黃", "張", "李", "王", "吳", "劉", "歐陽"),
        form="{family}{given}",
        streets=("中山路", "民生東路", "忠孝街", "和平西路"),
        cities=("新竹市", "高雄市", "臺南市"),
        country="臺灣",
    ),
    People(
        "zh_TW",
        ("文雄", "麗華", "宗翰", "佩珊", "明哲", "秀英"),
        ("蔡", "許", "鄭", "謝", "郭", "洪"),
        form="{family}{given}",
    ),
    People(
        "ru",
        ("Анна", "Иван", "Ольга", "Дмитрий", "Екатерина", "Фёдор", "Юлия", "Сергій"),
        ("Иванова", "Петров", "Щербакова", "Ковальчук", "Соловьёв", "Їжакевич"),
        streets=("улица Мира", "Садовая улица", "Речной проспект"),
        cities=("Новоозёрск", "Светлогорье"),
        country="Казахстан",
    ),
    People(
        "el",
        ("Μαρία", "Γιώργος", "Ελένη", "Κώστας", "Ιωάννα", "Δημήτρης"),
        ("Παπαδόπουλος", "Οικονόμου", "Γεωργίου", "Νικολαΐδης", "Αγγελή"),
    ),
    People(
        "he",
        ("דוד", "שרה", "יוסף", "רחל", "משה", "נועה", "איתן"),
        ("כהן", "לוי", "מזרחי", "פרץ", "ביטון", "בן־דוד"),
    ),
    People(
        "hi",
        ("प्रिया", "राहुल", "अनीता", "विक्रम", "दीपिका", "श्रीनिवास", "ऋषि"),
        ("शर्मा", "सिंह", "गुप्ता", "पटेल", "कृष्णमूर्ति", "द्विवेदी"),
    ),
    People("", ("Kim", "Alex", "Sam"), ("Doe", "Roe", "Park")),
)

HOSTILE = (
    "<b>Ana</b> & Söhne",
    "=HYPERLINK(1)",
    '+1 "Bob" Ray',
    "@SUM(A1)",
    "{{ member.id }}",
    "Ana, Lee; and | Co.",
    "<script>alert(1)</script>",
)
"""Names that are shown as they are."""
