"""What axe-core finds on a page: rules of WCAG 2.2, levels A and AA."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import axe_playwright_python

if TYPE_CHECKING:
    from browser import Browser

_AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text("utf-8")

# What is folded is opened first: axe-core passes over what nobody can see. It is not to
# fetch style sheets, which the policy of the pages forbids.
_VIOLATIONS = """
(async coloursAlone => {
  document.querySelectorAll('details').forEach(each => { each.open = true; });
  const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];
  const others = axe.getRules(levels).filter(({ tags }) => !tags.includes('cat.color'));
  const left = coloursAlone ? others : [];
  const result = await axe.run(document, {
    runOnly: levels,
    rules: Object.fromEntries(left.map(({ ruleId }) => [ruleId, { enabled: false }])),
    resultTypes: ['violations'],
    preload: false,
  });
  return [result.passes.length, result.violations.flatMap(rule =>
    rule.nodes.map(node => `${rule.id}: ${node.html.slice(0, 200)}`))];
})
"""


def violations(browser: Browser, *, colours_alone: bool = False) -> list[str]:
    """Say what of the page in the browser breaks a rule of WCAG."""
    if not browser.ask("'axe' in window"):
        browser.page.evaluate(f"{_AXE}\nundefined")
    passed, broken = browser.ask(f"{_VIOLATIONS}({json.dumps(colours_alone)})")
    assert passed
    return list(broken)
