"""The sample as a PDF."""

from __future__ import annotations

import io

import pypdf
import pytest

from sample_pdf import BODY
from sample_pdf import pdf_of
from tagged_pdf import TaggedPdf


@pytest.fixture(scope="session")
def content() -> bytes:
    """Give a document of several pages that has one of everything."""
    return pdf_of(BODY)


@pytest.fixture(scope="session")
def tagged(content: bytes) -> TaggedPdf:
    """Give its tags."""
    return TaggedPdf(content)


@pytest.fixture(scope="session")
def reader(content: bytes) -> pypdf.PdfReader:
    """Give it as an ordinary reader sees it."""
    return pypdf.PdfReader(io.BytesIO(content))
