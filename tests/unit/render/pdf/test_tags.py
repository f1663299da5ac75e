from __future__ import annotations

from sample_pdf import pdf_of
from tagged_pdf import TaggedPdf
from tagged_pdf import roles


class TestTags:
    """What a screen reader is told beside the text."""

    def test_split_by_pages(self, tagged: TaggedPdf) -> None:
        """
        A section, list or table that runs over several pages stays one.
        """
        expected = {"Sect": 2, "L": 3, "LI": 44, "Table": 1, "THead": 1, "TR": 41}

        assert expected == {role: len(tagged.find(role)) for role in expected}

    def test_repeated_head(self, tagged: TaggedPdf) -> None:
        """
        The head that a table repeats on each page is seen and not heard.
        """
        assert 1 == tagged.text().count("Name")
        assert "Name" in tagged.artifacts

    def test_list_items(self, tagged: TaggedPdf) -> None:
        """
        An item is a label and one body; a list inside is part of that body.
        """
        items = tagged.find("LI")

        assert [["/Lbl", "/LBody"]] * 44 == [roles(item) for item in items]
        assert ["/P", "/P"] == roles(items[0].K[1])
        assert ["/Span", "/L"] == roles(items[1].K[1])

    def test_list_numbers(self, tagged: TaggedPdf) -> None:
        """
        A list counts from where it says.
        """
        labels = [tagged.text(label).strip() for label in tagged.find("Lbl")]

        assert ["•", "•", "1.", *[f"{number}." for number in range(7, 48)]] == labels

    def test_header_cells(self, tagged: TaggedPdf) -> None:
        """
        A header cell says what it heads.
        """
        scopes = [str(cell.A.Scope) for cell in tagged.find("TH")]

        assert ["/Column"] * 2 + ["/Row"] * 40 == scopes

    def test_languages(self, tagged: TaggedPdf) -> None:
        """
        Words in another language are marked with it.
        """
        languages = tagged.find_with("/Lang")

        assert "es" == languages["buenas tardes"]
        assert ["ar", "es"] == sorted(languages.values())

    def test_right_to_left(self, tagged: TaggedPdf) -> None:
        """
        Text from right to left is kept in the order in which it is read.
        """
        assert ["قارب جديد"] == list(tagged.find_with("/ActualText").values())

    def test_links(self, tagged: TaggedPdf) -> None:
        """
        A link is described by its words, and is one link whatever is in it.
        """
        pages = [page for page in tagged.file.pages if "/Annots" in page]
        links = [link for page in pages for link in page.Annots]

        assert {
            "section 2, Boats",
            "our page on waffles",
        } == {str(link.Contents) for link in links}
        assert {"https://heron.example/waffles"} == {
            str(link.A.URI) for link in links if "/A" in link
        }
        assert len(links) == len(tagged.find("Link"))

    def test_words_after_link(self) -> None:
        """
        What a style sheet puts behind a link is no link inside the link.
        """
        style = 'a::after { content: " (" attr(href) ")" }'
        written = TaggedPdf(pdf_of('<h1 id="x">x</h1><a href="#x">y</a>', style=style))
        (link,) = written.find("Link")

        assert "y (#x)" == written.text(link)

    def test_link_in_repeated_head(self) -> None:
        """
        The head that a table repeats on each page is no link there.
        """
        rows = "".join(f"<tr><td>Oar {number}</td></tr>" for number in range(60))
        written = TaggedPdf(
            pdf_of(
                '<h1>x</h1><table><thead><tr><th><a href="https://heron.example/">Oars'
                f"</a></th></tr></thead><tbody>{rows}</tbody></table>"
            )
        )
        links = [len(page.get("/Annots", ())) for page in written.file.pages]

        assert [1, *[0] * (len(links) - 1)] == links
        assert 1 == len(written.find("Link"))

    def test_words_after_nested_list(self) -> None:
        """
        A list inside an item is read out between what stands before and after it.
        """
        inner = "<ul><li>two</li><li><p>three</p></li></ul>"
        written = pdf_of(f"<h1>x</h1><ul><li>one{inner}<p>four</p></li></ul>")

        assert "xonetwothreefour" == TaggedPdf(written).text(without="Lbl")

    def test_picture(self, tagged: TaggedPdf) -> None:
        """
        A picture is described by its title.
        """
        assert ["A buoy"] == [str(each.Alt) for each in tagged.find("Figure")]
