from __future__ import annotations

from html import unescape

import pytest
from markupsafe import escape

from duenotice.mailing.contents.words import html_words
from duenotice.render.messages.email_html import MessageMarkupError
from duenotice.render.messages.email_html import email_html

AROUND = (
    "<mjml><mj-body><mj-section><mj-column>{}</mj-column></mj-section></mj-body></mjml>"
)


def made(inside: str) -> str:
    """Give the HTML of one text."""
    return email_html(AROUND.format(f"<mj-text><p>{inside}</p></mj-text>"))


class TestEmailHtml:
    """MJML to HTML."""

    @pytest.mark.parametrize(
        "text",
        [
            "</mj-text><mj-raw>",
            '<mj-include path="/etc/passwd" />',
            "<!-- a comment -->",
            "{{ name }} {% raw %}",
            "<script>alert(1)</script>",
            "&lt;b&gt; &amp;amp;",
            "<![CDATA[ x ]]>",
            "\ufdd0greeting\ufdd1",
        ],
    )
    def test_text(self, text: str) -> None:
        """
        Words of a text stay words, whatever they look like.
        """
        html = made(str(escape(text)))

        assert f"<p>{escape(text)}</p>" in html
        assert unescape(str(escape(text))) in html_words(html)

    def test_includes(self) -> None:
        """
        A template can't bring in another file.
        """
        with pytest.raises(MessageMarkupError) as caught:
            email_html(AROUND.format('<mj-include path="/etc/passwd" />'))

        assert "messages/email.mjml is not MJML that can be used" in str(caught.value)
        assert "or remove it to use the shipped one" in caught.value.advice

    def test_no_mjml(self) -> None:
        """
        What is no MJML is refused.
        """
        with pytest.raises(MessageMarkupError):
            email_html("<mjml><mj-body>")

    def test_nothing_from_elsewhere(self) -> None:
        """
        A message asks for no font, picture or style sheet of another host.
        """
        html = made("Hello")

        assert "@import" not in html
        assert "<link" not in html
        assert "<img" not in html

    def test_mark(self) -> None:
        """
        The mark that pages have for their style sheet is left out, and no word is.
        """
        html = email_html(
            AROUND.format("<p data-interface lang='en'>a data-interface b</p>")
        )

        assert "a data-interface b" in html
        assert 1 == html.count("data-interface")
