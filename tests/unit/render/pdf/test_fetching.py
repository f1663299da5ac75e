from __future__ import annotations

from http.server import BaseHTTPRequestHandler
from http.server import ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from duenotice.render.pdf import PdfContentError
from duenotice.render.pdf import PdfFetchError
from sample_pdf import pdf_of
from tagged_pdf import TaggedPdf

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Server:
    """A web server on this machine that counts what it is asked for."""

    def __init__(self) -> None:
        """Start it."""
        self.paths: list[str] = []
        paths = self.paths

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                paths.append(self.path)
                self.send_response(404)
                self.end_headers()

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self._server.server_port}/secret"
        Thread(target=self._server.serve_forever, daemon=True).start()

    def stop(self) -> None:
        """Stop it."""
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    """Give a server that nothing may ask."""
    server = Server()
    yield server
    server.stop()
    assert server.paths == []


@pytest.fixture
def addresses(server: Server, tmp_path: Path) -> tuple[str, ...]:
    """Give addresses of things that must not be reached."""
    secret = tmp_path / "secret.txt"
    secret.write_text("kingfisher")
    data = "data:image/svg+xml,%3Csvg%20xmlns=%22http://www.w3.org/2000/svg%22/%3E"
    return server.address, secret.as_uri(), data


def repeat(template: str, addresses: tuple[str, ...]) -> str:
    """Ask for each of the addresses in the same way."""
    return "\n".join(template.replace("ADDRESS", address) for address in addresses)


ASKING = {
    "img": '<img src="ADDRESS" alt="x">',
    "embed": '<embed src="ADDRESS">',
    "object": '<object data="ADDRESS">x</object>',
    "link-stylesheet": '<link rel="stylesheet" href="ADDRESS">',
    "link-attachment": '<link rel="attachment" href="ADDRESS">',
    "a-attachment": '<a rel="attachment" href="ADDRESS">x</a>',
    "style-attribute": '<p style="background: url(ADDRESS)">x</p>',
    "background": '<table background="ADDRESS"><tr><td>x</td></tr></table>',
    "style-import": '<style>@import "ADDRESS";</style><p>x</p>',
    "svg-image": '<svg><title>x</title><image href="ADDRESS" width="9"/></svg>',
    "svg-xlink": '<svg><title>x</title><image xlink:href="ADDRESS" width="9"/></svg>',
}

ASKING_RULES = {
    "import": '@import "ADDRESS";',
    "import-url": "@import url(ADDRESS);",
    "background": "p { background-image: url(ADDRESS) }",
    "content": 'p::before { content: url("ADDRESS") }',
    "list-style": "p { display: list-item; list-style-image: url(ADDRESS) }",
    "border-image": "p { border-image: url(ADDRESS) 1 }",
    "margin-box": "@page { @top-left { content: url(ADDRESS) } }",
    "font-face": "@font-face { font-family: X; src: url(ADDRESS) }",
}

UNHEARD = {
    "svg-use": '<svg><title>x</title><use href="ADDRESS#a"/></svg>',
    "iframe": '<iframe src="ADDRESS">x</iframe>',
    "script": '<script src="ADDRESS"></script>',
    "video": '<video src="ADDRESS" poster="ADDRESS"></video>',
    "source": '<picture><source srcset="ADDRESS"></picture>',
    "icon": '<link rel="icon" href="ADDRESS">',
    "preload": '<link rel="preload" as="style" href="ADDRESS">',
    "input": '<input type="image" src="ADDRESS">',
}


class TestNothingIsFetched:
    """What a PDF is made from."""

    @pytest.mark.parametrize("markup", ASKING.values(), ids=ASKING)
    def test_markup(self, markup: str, addresses: tuple[str, ...]) -> None:
        """
        A document that asks for something outside itself is refused.
        """
        with pytest.raises(PdfFetchError) as caught:
            pdf_of("<h1>x</h1><p>x</p>" + repeat(markup, addresses))

        assert set(caught.value.addresses) == set(addresses)

    @pytest.mark.parametrize("rule", ASKING_RULES.values(), ids=ASKING_RULES)
    def test_style(self, rule: str, addresses: tuple[str, ...]) -> None:
        """
        So is a style sheet.
        """
        for address in addresses:
            with pytest.raises(PdfFetchError) as caught:
                pdf_of("<h1>x</h1><p>x</p>", style=repeat(rule, (address,)))
            assert (address,) == caught.value.addresses

    def test_color_profile(self, addresses: tuple[str, ...]) -> None:
        """
        So is one with a colour profile, at the first.
        """
        rule = repeat("@color-profile --x { src: url(ADDRESS) }", addresses)
        with pytest.raises(PdfFetchError) as caught:
            pdf_of("<h1>x</h1>", style=rule)

        assert caught.value.addresses == addresses[:1]

    @pytest.mark.parametrize("markup", UNHEARD.values(), ids=UNHEARD)
    def test_unheard(self, markup: str, addresses: tuple[str, ...]) -> None:
        """
        Elements that mean nothing on paper are passed over.
        """
        written = pdf_of("<h1>x</h1>" + repeat(markup, addresses))

        assert "kingfisher" not in TaggedPdf(written).text()
        assert b"/EmbeddedFile" not in written

    def test_base(self, tmp_path: Path) -> None:
        """
        Nor does a base make a relative address reach anything.
        """
        base = f'<base href="{tmp_path.as_uri()}/">'
        with pytest.raises(PdfFetchError):
            pdf_of('<h1>x</h1><img src="secret.png" alt="x">', head=base)

    def test_relative(self) -> None:
        """
        A relative address leads nowhere.
        """
        with pytest.raises(PdfContentError, match="Relative URI reference"):
            pdf_of('<h1>x</h1><img src="secret.png" alt="x">')

    def test_import_in_picture(self, addresses: tuple[str, ...]) -> None:
        """
        Nor does a style sheet inside a picture, where WeasyPrint stumbles.
        """
        style = repeat('<style>@import "ADDRESS";</style>', addresses)
        with pytest.raises(PdfContentError, match="Failed to load inline SVG"):
            pdf_of(f"<h1>x</h1><svg><title>x</title>{style}</svg>")

    def test_message(self) -> None:
        """
        The error names every address once and says what to do.
        """
        image = '<img src="http://a.example/x" alt="x">'
        with pytest.raises(PdfFetchError) as caught:
            pdf_of(f'<h1>x</h1>{image}{image}<embed src="http://b.example/">')

        assert (
            'the PDF "Rowing rules" would have to fetch "http://a.example/x", '
            '"http://b.example/"'
        ) == str(caught.value)
        assert (
            "A PDF is made from its own text and style sheet alone, without the "
            "network and without files: write a picture as inline SVG, and take the "
            "rest out."
        ) == caught.value.advice
