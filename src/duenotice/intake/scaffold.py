"""A new project with an example that can be released as it is."""

from __future__ import annotations

_FILES = {
    "pyproject.toml": """\
[tool.duenotice]
# A version is recorded once it stands on this branch.
publishing-branch = "main"
""",
    ".gitattributes": """\
# Texts are hashed: they must have the same bytes on every machine.
statements/** text eol=lf -ident -filter
""",
    "site/.gitignore": """\
# The site is built and never committed.
*
!.gitignore
""",
    "statements/website/statement.yaml": """\
# What this file may hold: duenotice schema statement
title:
  en: Privacy statement
controller:
  name: Example Organisation
contacts:
  email: privacy@example.org
time_zone: UTC
source_locale: en
locales: [en]
# The order of the sections. Those under `numbered` get numbers.
sections:
  - introduction
  - numbered:
      - data-we-collect
      - your-choices
  - contacts
page_size: a4
notice:
  # Days between publication and effect of a change.
  lead_days: 30
  # Days that `release` adds, so that a late merge does no harm.
  merge_slack_days: 3
  channels: [site]
""",
    "statements/website/en/introduction.md": """\
---
title: Introduction
---
This statement says how Example Organisation treats the data of people who use its
website (the **Website**). What we collect is listed in [](#data-we-collect), and what
you can decide in [](#your-choices).
""",
    "statements/website/en/data-we-collect.md": """\
---
title: Data we collect
---
When you use the Website, we collect:

- the address of your device on the internet
- the pages you open, and when
""",
    "statements/website/en/your-choices.md": """\
---
title: Your choices
---
You may ask us to show, correct or delete the data we hold about you. [](#contacts)
says how to reach us.
""",
    "statements/website/en/contacts.md": """\
---
title: Contacts
---
Write to <privacy@example.org>.

We may change this statement. Before a change takes effect, we post a notice of it here.
""",
}


def scaffold_files() -> dict[str, str]:
    """Give the files of a new project by path."""
    return dict(_FILES)
