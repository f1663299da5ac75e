"""How a Word document looks: its styles and settings.

The styles have the names that Word knows, so that its outline, its list of headings
and a screen reader find them, and whoever edits the text can change its looks.
"""

from __future__ import annotations

from html import escape

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_HEADING_SIZES = (32, 28, 26, 24, 24, 24)
"""In half points, from the first level on."""

# Without a version Word opens the file as one of 2007, and says so.
SETTINGS = (
    '<w:compat><w:compatSetting w:name="compatibilityMode" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
)

_SCRIPTS = {"zh-Hant": "zh-TW", "zh-Hans": "zh-CN"}
"""Word knows the scripts of Chinese by a region."""


def language_xml(lang: str) -> str:
    """Give the language of words; of all scripts, as Word asks by script.

    >>> language_xml("zh-Hant")
    '<w:lang w:val="zh-TW" w:eastAsia="zh-TW" w:bidi="zh-TW"/>'
    """
    tag = escape(_SCRIPTS.get(lang, lang))
    return f'<w:lang w:val="{tag}" w:eastAsia="{tag}" w:bidi="{tag}"/>'


def styles_xml(lang: str) -> str:
    """Give the part that holds the styles, for a text in a language."""
    return (
        f'<w:styles xmlns:w="{_MAIN}">'
        "<w:docDefaults><w:rPrDefault><w:rPr>"
        '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Arial"/>'
        f'<w:sz w:val="22"/><w:szCs w:val="22"/>{language_xml(lang)}'
        "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>"
        '<w:spacing w:after="120" w:line="276" w:lineRule="auto"/>'
        "</w:pPr></w:pPrDefault></w:docDefaults>"
        f"{_STYLES}{_headings()}</w:styles>"
    )


def _headings() -> str:
    return "".join(
        _paragraph_style(
            f"Heading{level}",
            f"heading {level}",
            '<w:keepNext/><w:spacing w:before="240" w:after="80"/>'
            f'<w:outlineLvl w:val="{level - 1}"/>',
            f'<w:b/><w:bCs/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>',
            following=True,
        )
        for level, size in enumerate(_HEADING_SIZES, start=1)
    )


def _paragraph_style(
    style: str, name: str, paragraph: str, run: str = "", *, following: bool = False
) -> str:
    follows = '<w:next w:val="Normal"/>' if following else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{style}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="Normal"/>{follows}<w:qFormat/>'
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


_MONOSPACED = (
    '<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New" w:cs="Courier New"/>'
    '<w:sz w:val="20"/><w:szCs w:val="20"/>'
)
_LINE = 'w:val="single" w:sz="4" w:space="{space}" w:color="808080"'
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
_BORDERS = "".join(f"<w:{side} {_LINE.format(space=0)}/>" for side in _SIDES)

_STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
    '<w:name w:val="Normal"/><w:qFormat/></w:style>'
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
    '<w:name w:val="Normal Table"/><w:tblPr><w:tblCellMar>'
    '<w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/>'
    "</w:tblCellMar></w:tblPr></w:style>"
    '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/>'
    '<w:basedOn w:val="TableNormal"/>'
    f"<w:tblPr><w:tblBorders>{_BORDERS}</w:tblBorders></w:tblPr></w:style>"
    '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>'
    '<w:rPr><w:color w:val="0563C1"/><w:u w:val="single"/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="CodeWords">'
    f'<w:name w:val="Code Words"/><w:rPr>{_MONOSPACED}</w:rPr></w:style>'
    + _paragraph_style(
        "Title",
        "Title",
        '<w:spacing w:after="60"/>',
        '<w:b/><w:bCs/><w:sz w:val="44"/><w:szCs w:val="44"/>',
    )
    + _paragraph_style(
        "Subtitle", "Subtitle", '<w:spacing w:after="40"/>', '<w:color w:val="595959"/>'
    )
    + _paragraph_style(
        "ListParagraph",
        "List Paragraph",
        '<w:spacing w:after="80"/><w:ind w:left="720"/>',
    )
    + _paragraph_style(
        "Quote",
        "Quote",
        f'<w:pBdr><w:left {_LINE.format(space=8)}/></w:pBdr><w:ind w:left="480"/>',
    )
    + _paragraph_style(
        "Code", "Code", '<w:keepLines/><w:ind w:left="240"/>', _MONOSPACED
    )
    + _paragraph_style(
        "Rule", "Rule", f"<w:pBdr><w:bottom {_LINE.format(space=1)}/></w:pBdr>"
    )
    + _paragraph_style(
        "TableText", "Table Text", '<w:spacing w:before="40" w:after="40"/>'
    )
    + _paragraph_style(
        "TableHead",
        "Table Head",
        '<w:spacing w:before="40" w:after="40"/>',
        "<w:b/><w:bCs/>",
    )
    + _paragraph_style(
        "TableGap",
        "Table Gap",
        '<w:spacing w:after="0" w:line="120" w:lineRule="exact"/>',
        '<w:sz w:val="8"/><w:szCs w:val="8"/>',
    )
)
