"""A garden's statement in English, Arabic and traditional Chinese.

Nobody who has the two as a mother tongue has read them. It has a change that was
announced, with a notice in each language, and a translation that was left behind.
"""

# ruff: noqa: RUF001 - Chinese has commas and colons of its own

from __future__ import annotations

from typing import TYPE_CHECKING

from builders import STATEMENT
from builders import StatementRepo
from builders import section_text
from steps import permit

if TYPE_CHECKING:
    from pathlib import Path

FIRST = "2026-01-10"
NEXT = "2026-03-01"
EFFECTIVE = "2026-04-03"
AS_OF = "2026-03-10"

STATEMENT_YAML = """\
title:
  en: Privacy at the Moss Lane Garden
  ar: الخصوصية في حديقة موس لين
  zh-Hant: 苔徑花園隱私聲明
audience:
  en: Members and visitors
  ar: الأعضاء والزوار
  zh-Hant: 會員與訪客
controller:
  name: Moss Lane Garden
time_zone: America/Los_Angeles
source_locale: en
locales: [en, ar, zh-Hant]
sections:
  - welcome
  - numbered:
      - what-we-note
      - seeds
      - keeping
      - changes
  - contacts
profiles: [caloppa]
notice:
  lead_days: 30
  merge_slack_days: 3
"""

SECTIONS = {
    "en": {
        "welcome": ("Welcome", "The garden needs little data. See [](#keeping)."),
        "what-we-note": ("What we note", "We note your name and your bed's number."),
        "seeds": (
            "Seeds",
            "For seeds that you borrow we note:\n\n- the kind\n- the day",
        ),
        "keeping": ("Keeping", "We keep your name for 90 days. Then we delete it."),
        "changes": ("Changes", "We tell you of changes here 30 days before."),
        "contacts": ("Contacts", "Write to <gate@mosslane.example>."),
    },
    "ar": {
        "welcome": ("مرحبًا", "لا تحتاج الحديقة إلى بيانات كثيرة. انظر [](#keeping)."),
        "what-we-note": ("ما نسجّله", "نسجّل اسمك ورقم حوضك."),
        "seeds": ("البذور", "عند استعارة البذور نسجّل:\n\n- النوع\n- اليوم"),
        "keeping": ("مدة الاحتفاظ", "نحتفظ باسمك 90 يومًا. ثم نحذفه."),
        "changes": ("التغييرات", "نخبرك هنا بالتغييرات قبل 30 يومًا من سريانها."),
        "contacts": ("للتواصل", "اكتب إلى <gate@mosslane.example>."),
    },
    "zh-Hant": {
        "welcome": ("歡迎", "花園只需要少量資料。請參閱[](#keeping)。"),
        "what-we-note": ("我們記錄的資料", "我們記錄您的姓名和園圃編號。"),
        "seeds": ("種子", "您借用種子時，我們會記錄：\n\n- 種類\n- 日期"),
        "keeping": ("保存期限", "我們保存您的姓名 90 天，*之後*即刪除。"),
        "changes": ("變更", "我們會在變更生效前 30 天在此告知您。"),
        "contacts": ("聯絡方式", "請寫信至 <gate@mosslane.example>。"),
    },
}
"""Title and text by language and id."""

LONGER = {
    "en": "We keep your name for 180 days. Then we delete it.",
    "ar": "نحتفظ باسمك 180 يومًا. ثم نحذفه.",
}
"""The Chinese text is left behind."""

NOTICES = {
    "en": """\
# We keep your name for longer

From April 3, 2026 we keep your name for 180 days. Until then we keep it for 90 days.

## What changes

In section 3, Keeping, we keep your name for 180 days and no longer for 90 days.
This holds for data that we have already and for data that we collect later.

## Questions

Write to <gate@mosslane.example>.
""",
    "ar": """\
# نحتفظ باسمك مدة أطول

ابتداءً من 3 أبريل 2026 نحتفظ باسمك 180 يومًا. وحتى ذلك الحين نحتفظ به 90 يومًا.

## ما الذي يتغيّر

في القسم 3، مدة الاحتفاظ، نحتفظ باسمك 180 يومًا بدلًا من 90 يومًا.
ينطبق ذلك على البيانات الموجودة لدينا وعلى ما نجمعه لاحقًا.

## للأسئلة

اكتب إلى <gate@mosslane.example>.
""",
    "zh-Hant": """\
# 我們將延長保存您姓名的期限

自 2026年4月3日起，我們保存您的姓名 180 天。在此之前，保存 90 天。

## 變更內容

第 3 節「保存期限」：保存期限由 90 天改為 180 天。
這適用於我們已有的資料以及之後收集的資料。

## 如有疑問

請寫信至 <gate@mosslane.example>。
""",
}


def write_garden_statement(root: Path) -> StatementRepo:
    """Make a project with a version in force and one that is announced."""
    repo = StatementRepo(root).statement(STATEMENT_YAML)
    for locale, sections in SECTIONS.items():
        for section_id, (title, body) in sections.items():
            _write(repo, locale, section_id, title, body)
    repo.publish(FIRST)
    for locale, body in LONGER.items():
        title, _ = SECTIONS[locale]["keeping"]
        front = repo.read(_path(locale, "keeping")).split("---\n")[1].splitlines()
        _write(repo, locale, "keeping", title, body, *front[1:])
    repo.release(NEXT)
    for locale, notice in NOTICES.items():
        repo.write(f"statements/{STATEMENT}/versions/{NEXT}/notice/{locale}.md", notice)
    permit(repo, NEXT, NEXT)
    repo.commit(NEXT, "Keep names for longer")
    return repo


def _write(
    repo: StatementRepo,
    locale: str,
    section_id: str,
    title: str,
    body: str,
    *front: str,
) -> None:
    repo.write(_path(locale, section_id), section_text(body, title, *front))


def _path(locale: str, section_id: str) -> str:
    return f"statements/{STATEMENT}/{locale}/{section_id}.md"
