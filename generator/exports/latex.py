"""Text for LaTeX and BibTeX, and addresses for their `url` fields."""

from __future__ import annotations

from urllib.parse import quote

from generator.exports.citations import plain

_ESCAPES = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",  # BibTeX counts braces, escaped or not
        "}": r"\textbraceright{}",
        "$": r"\$",
        "&": r"\&",
        "#": r"\#",
        "%": r"\%",
        "_": r"\_",
        "^": r"\textasciicircum{}",
        "~": r"\textasciitilde{}",
    }
)
"""The ten characters that mean something to LaTeX. All others stand as they are, in UTF-8."""

_URL_SAFE = "!#$&'()*+,/:;=?@[]~-._%"
"""What an address may hold unescaped (RFC 3986, 2.2 and 2.3), and `%` of what is escaped already. Braces, which would
end a field, are not among them."""


def latex(text: str) -> str:
    """The text on one line, meaning itself."""
    return plain(text).translate(_ESCAPES)


def latex_url(url: str) -> str:
    """The address as `url` fields take it, which are not read as LaTeX: in ASCII, without braces or backslashes."""
    return quote(plain(url), safe=_URL_SAFE)
