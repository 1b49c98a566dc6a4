import re

import pytest

from utils.publish.site.codebook_page import KINDS, codebook_page


@pytest.fixture(scope="module")
def html(plan):
    return codebook_page(plan)


def entry(html, anchor):
    return re.search(rf'<div id="{re.escape(anchor)}">.*?</div>', html, re.DOTALL)[0]


def test_a_type_has_an_anchor_label_and_definition(html):
    assert entry(html, "type-media") == (
        '<div id="type-media"><dt>Media <code>media</code></dt><dd>What news media and '
        "broadcasters do and publish, and what is done to them as media.</dd></div>"
    )


def test_a_form_says_its_tone_rung_and_usual_code(html):
    text = re.sub(r"<[^>]*>", "", entry(html, "form-accuse"))
    assert text.endswith("Tone: conflictual; rung 2; usual CAMEO code 112.")
    assert 'href="#rung-2"' in entry(html, "form-accuse")
    assert 'href="#tone-conflictual"' in entry(html, "form-accuse")


def test_a_form_without_a_rung_says_so(html):
    assert "no rung; usual CAMEO code 055." in entry(html, "form-apologise")


def test_a_rung_gives_its_reason_and_a_side_its_group(html):
    assert "it is no longer about words alone" in entry(html, "rung-3")
    assert "Group: Russian independent." in entry(html, "side-rus_independent")


@pytest.mark.parametrize("name", KINDS)
def test_every_word_has_its_anchor(html, case, name):
    key = KINDS[name][0]
    values = getattr(case.codebook, name)[key]
    assert [v for v in values if html.count(f'id="{key}-{v}"') != 1] == []


def test_every_scale_has_its_anchor_and_all_its_weights(html, case):
    for name, scale in case.scales.items():
        part = html.split(f'id="scale-{name}"')[1].split("</details>")[0]
        assert part.count('<th scope="row">') == len(scale.weights)
    assert '<th scope="row">172</th><td class="number">-5</td>' in html


def test_the_notes_on_the_codebook_stand_below(html):
    assert '<h3 id="notes-the-ladder">The ladder</h3>' in html
