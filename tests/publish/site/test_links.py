import pytest

from utils.publish.site import BrokenLink, broken_links

TARGET = '<h2 id="part">Part</h2><a name="old">Old</a><p id="Größe">Size</p>'


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "other.html").write_text(TARGET, "utf-8")
    (tmp_path / "two words.csv").write_text("a,b")
    (tmp_path / "picture.svg").write_text("<svg/>")
    return tmp_path


def why(folder, html):
    (folder / "page.html").write_text(html, "utf-8")
    return [(one.link, one.why) for one in broken_links(folder)]


@pytest.mark.parametrize(
    "html",
    [
        '<a href="deep/other.html">x</a>',
        '<a href="./deep/../deep/other.html?v=1">x</a>',
        '<a href="deep/other.html#part">x</a>',
        '<a href="deep/other.html#old">x</a>',
        '<a href="deep/other.html#Gr%C3%B6%C3%9Fe">x</a>',
        '<a href="two%20words.csv">x</a>',
        '<a href="#here">x</a><p id="here">y</p>',
        '<a href="#">x</a><a href="#top">x</a>',
        '<img src="picture.svg" srcset="picture.svg 1x, picture.svg 2x" alt="">',
        '<a href="https://example.org/a?b=c#d">x</a>',
        '<a href="https://пример.рф/путь">x</a>',
        '<a href="mailto:a@example.org">x</a>',
        '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="">',
        '<link rel="icon" href="data:,">',
        "<!-- <a href='gone.html'>x</a> --><script>'<a href=\"gone.html\">'</script>",
    ],
)
def test_a_link_that_leads_somewhere_is_fine(folder, html):
    assert why(folder, html) == []


@pytest.mark.parametrize(
    ("html", "link", "fault"),
    [
        ('<a href="gone.html">x</a>', "gone.html", "is no file of the site"),
        ('<A HREF="gone.html">x</A>', "gone.html", "is no file of the site"),
        (
            '<a href="Deep/other.html">x</a>',
            "Deep/other.html",
            "is no file of the site",
        ),
        ('<a href="deep">x</a>', "deep", "is no file of the site"),
        (
            '<a href="../outside.html">x</a>',
            "../outside.html",
            "is no file of the site",
        ),
        ('<img src="gone.png" alt="">', "gone.png", "is no file of the site"),
        ('<img srcset="gone.png 2x" alt="">', "gone.png", "is no file of the site"),
        ('<script src="gone.js"></script>', "gone.js", "is no file of the site"),
        ('<link rel="icon" href="gone.ico">', "gone.ico", "is no file of the site"),
        (
            '<svg><use xlink:href="gone.svg"/></svg>',
            "gone.svg",
            "is no file of the site",
        ),
        ('<object data="gone.pdf"></object>', "gone.pdf", "is no file of the site"),
        ('<form action="gone.html"></form>', "gone.html", "is no file of the site"),
        ('<a href="#nowhere">x</a>', "#nowhere", "names no anchor of page.html"),
        (
            '<a href="deep/other.html#Part">x</a>',
            "deep/other.html#Part",
            "names no anchor of deep/other.html",
        ),
        (
            '<a href="/page.html">x</a>',
            "/page.html",
            "is not reached from the page itself",
        ),
        ('<a href="deep\\o">x</a>', "deep\\o", "is not reached from the page itself"),
        ('<a href="https://">x</a>', "https://", "names no host"),
        ('<a href="https:///a">x</a>', "https:///a", "names no host"),
        (
            '<a href="http://[::1">x</a>',
            "http://[::1",
            "is no address (Invalid IPv6 URL)",
        ),
        ('<a href="https://a b.org">x</a>', "https://a b.org", "holds a space"),
        ('<a href="javascript:1">x</a>', "javascript:1", "is no address of the web"),
        ('<a href="file:///etc">x</a>', "file:///etc", "is no address of the web"),
        ('<a href="//example.org">x</a>', "//example.org", "is no address of the web"),
        (
            '<a href="data:text/html,x">x</a>',
            "data:text/html,x",
            "is no address of the web",
        ),
        ('<a href="mailto:me">x</a>', "mailto:me", "is no address of mail"),
    ],
)
def test_a_link_that_leads_nowhere_is_found(folder, html, link, fault):
    assert why(folder, html) == [(link, fault)]


def test_a_broken_link_is_told_once_a_page_and_says_on_which(folder):
    twice = '<a href="gone.html">x</a>'
    (folder / "a.html").write_text(twice * 2)
    (folder / "deep" / "b.html").write_text(twice)
    assert [str(one) for one in broken_links(folder)] == [
        "a.html: 'gone.html' is no file of the site",
        "deep/b.html: 'gone.html' is no file of the site",
    ]


def test_a_link_is_followed_from_the_folder_of_its_page(folder):
    (folder / "page.html").write_text("")
    (folder / "deep" / "b.html").write_text(
        '<a href="../page.html">x</a><a href="page.html">y</a>'
    )
    assert broken_links(folder) == [
        BrokenLink("deep/b.html", "page.html", "is no file of the site")
    ]
