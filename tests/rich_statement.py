"""A statement that has one of everything, in several languages and versions.

It is a ferry company's, and a test to look at as well as to run: long words and
addresses, deep lists, wide tables, many scripts, and translations with gaps.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from builders import STATEMENT
from builders import StatementRepo
from builders import day
from builders import section_text
from duenotice.model.label import VersionLabel

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

OLD = "2024-05-06"
NOW = "2025-06-01"
NEXT = "2026-01-15"
AS_OF = "2026-02-01"
"""The first is superseded on this day, the second in force, the third scheduled."""

STATEMENT_YAML = """\
title:
  en: Passengers’ data
  es: Los datos de los pasajeros
  ar: بيانات المسافرين
  zh-Hant: 乘客資料
audience:
  en: Everyone who books, boards or writes to us
  es: Quien reserva, embarca o nos escribe
  ar: كل من يحجز أو يسافر أو يكتب إلينا
  zh-Hant: 所有訂票、乘船或與我們聯絡的人
controller:
  name: Blue Heron Ferries Cooperative
contacts:
  email: desk@heron.example
  telephone: 555-0142
  address: [12 Quay Road, "Port Wren, OR 97000"]
time_zone: America/Los_Angeles
source_locale: en
locales: [LOCALES]
sections:
  - welcome
  - numbered:
      - tickets
      - harbours
      - payments
      - languages
      - children
  - contacts
page_size: PAGE_SIZE
notice:
  lead_days: 30
  merge_slack_days: 0
"""

_HARBOUR = (
    "The harbour office keeps the list of everyone on board until the ship is back, "
    "since the coast guard asks for it when something happens at sea. Then it goes "
    "into a locked cabinet, and after ninety days into the shredder."
)

ENGLISH = {
    "welcome": """\
This statement says what Blue Heron Ferries does with what it knows about you, in
[](#tickets..children).

## In short

We keep what a ticket needs, we **never sell** it, and we delete it *as soon as* the
law lets us. Each section says more:

- [](#tickets)
- [](#harbours)
- [](#payments)

## Where else to look

The rules of the port are at
<https://port-authority.heron.example/rules/passengers/privacy/2026/very-long-path-that-goes-on-and-on?section=data-protection&language=en>.
Our machines call themselves `heron-ticketing-gateway.internal.heron.example:8443` and
say `Set-Cookie: seat=window; SameSite=Strict` to your browser.
""",
    "tickets": """\
When you buy a ticket we note:

1. who travels:
   - your name, as in your passport
   - your age, where it changes the price:
     - under four, who pay nothing
     - under sixteen, who pay half:
       1. with a parent
       2. with a group, whose leader gives us a list:
          - the names
          - the ages
2. what travels with you:

   A bicycle, a car or a dog needs a place of its own.

   > A dog that is not on the list can't board.
   >
   > 1. This holds for cats.
   > 2. It doesn't hold for guide dogs.

   - a basket for the cat
   - a lead for the dog

   Both are lent on board.

3. how you paid, see [](#payments).

A list that goes on where another ended:

7. seats
8. cabins

### Names

#### Names in other letters

We print a name as your passport has it. Donaudampfschifffahrtsgesellschaftskapitän is
a title that we had to shorten;
Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch is a place that we did not.
""",
    "harbours": "\n\n".join(
        ["## The list of those on board", *[_HARBOUR] * 14, "---", *[_HARBOUR] * 2]
    ),
    "payments": """\
| What | Why | Where from | Who sees it | How long | Fee |
| --- | --- | --- | --- | :-: | --: |
| Card number | to take the fare and to give it back | you | the bank | 1 year | 0.00 |
| Name on the card | to tell cards apart | you | the bank, the desk | 13 months | 0.00 |
| Address | for the receipt | you, or the travel agency | the desk | 10 years | 1.50 |
| 4f9a1c77e0b25d3386aa90e1 | to find a payment | the bank | desk | 10 years | 12.75 |

```
GET /payments/4f9a1c77e0b25d3386aa90e1?fields=amount,currency,status,created HTTP/1.1
Host: payments.heron.example
```

| Harbour | Ships |
| --- | --- |
"""
    + "\n".join(
        f"| Pier {number} | {number % 4 + 1} a day |" for number in range(1, 61)
    ),
    "languages": """\
Our crews say hello in many ways: καλημέρα, доброе утро, שלום, صباح الخير, नमस्ते,
สวัสดี, გამარჯობა, բարեւ and xin chào. A name such as *עמית כהן* or نور stays as it is
written, **also within a line (طابق 2)** with a number.

> שלום רב לכל הנוסעים.
""",
    "children": """\
##### Ages

We ask for the age of a child and for nothing else.
""",
    "contacts": """\
Blue Heron Ferries\\
12 Quay Road\\
Port Wren, OR 97000

Call [555-0142](tel:5550142 "The desk") or write to <desk@heron.example>.
""",
}

SPANISH = {
    "welcome": """\
Esta declaración dice cómo trata Blue Heron Ferries lo que sabe de usted. Vea las
[](#tickets..children).
""",
    "tickets": """\
Cuando usted compra un boleto, anotamos:

- su nombre, tal como figura en el pasaporte
- su edad, si cambia el precio
""",
    "contacts": """\
Llame al [555-0142](tel:5550142) o escriba a <desk@heron.example>.
""",
}

ARABIC = {
    "welcome": """\
يبيّن هذا البيان ما تفعله شركة Blue Heron Ferries بالمعلومات التي تعرفها عنك. انظر
[](#tickets..children).

## باختصار

نحتفظ بما تحتاج إليه التذكرة فقط، و**لا نبيعه أبدًا**، ونحذفه
*في أقرب وقت* يسمح به القانون.
""",
    "tickets": """\
عند شراء تذكرة نسجّل ما يلي:

1. اسم المسافر كما ورد في جواز السفر
2. عمره، إذا كان يغيّر السعر:
   - دون الرابعة: مجانًا
   - دون السادسة عشرة: نصف السعر (50%)

| المعلومة | السبب | المدة |
| --- | --- | --: |
| الاسم | قائمة الركاب | 90 يومًا |
| البريد الإلكتروني desk@heron.example | إرسال الإيصال | 13 شهرًا |

> لا يُسمح بصعود كلب غير مسجّل في القائمة.
""",
    "contacts": """\
اتصل بنا على الرقم [555-0142](tel:5550142) أو اكتب إلى <desk@heron.example>.
""",
}

CHINESE = {
    "welcome": "本聲明說明我們如何處理您的資料,請參閱[](#tickets..children)。\n",
    "tickets": "您購買船票時,我們會記錄:\n\n- 護照上的姓名\n- 影響票價的年齡\n",
}

TEXTS: Mapping[str, Mapping[str, str]] = {
    "en": ENGLISH,
    "es": SPANISH,
    "ar": ARABIC,
    "zh-Hant": CHINESE,
}

_TITLES = {
    "es": {"welcome": "Bienvenida", "tickets": "Boletos", "contacts": "Contacto"},
    "ar": {"welcome": "مرحبًا", "tickets": "التذاكر", "contacts": "للتواصل معنا"},
    "zh-Hant": {"welcome": "歡迎", "tickets": "船票"},
}


def write_rich_statement(
    root: Path, *locales: str, page_size: str = "letter", is_new: bool = False
) -> StatementRepo:
    """Make a project with three versions, or with one, in English and other locales."""
    repo = StatementRepo(root)
    listed = ", ".join(("en", *locales))
    repo.statement(
        STATEMENT_YAML.replace("LOCALES", listed).replace("PAGE_SIZE", page_size)
    )
    for locale in ("en", *locales):
        for section_id, body in TEXTS[locale].items():
            title = _TITLES.get(locale, {}).get(section_id, section_id.capitalize())
            repo.write(
                f"statements/{STATEMENT}/{locale}/{section_id}.md",
                section_text(body, title),
            )
    if is_new:
        repo.publish(OLD, effective=day("2024-06-10"))
        return repo
    for label, effective in ((OLD, "2024-06-10"), (NOW, "2025-07-08")):
        repo.publish(
            effective,
            version=VersionLabel.parse(label),
            published=day(label),
            effective=day(effective),
            adopted_by="A. Wren",
        )
        repo.section("children", f"{ENGLISH['children']}\nWe say so since {label}.")
    repo.publish(NEXT, effective=day("2026-03-01"))
    return repo
