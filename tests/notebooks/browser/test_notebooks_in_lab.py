"""The plain notebooks as a reader opens them: charts drawn, whole, from here alone."""

import pytest

LOOK = """() => [...document.querySelectorAll('.js-plotly-plot')].map((chart) => {
  const sheet = chart.querySelector('.main-svg').getBoundingClientRect();
  const cell = chart.closest('.jp-OutputArea-output').getBoundingClientRect();
  const texts = [...chart.querySelectorAll('.main-svg text tspan, .main-svg text')];
  const cut = texts.filter((text) => text.textContent.trim() &&
    text.getBoundingClientRect().right > sheet.right + 1);
  return {
    title: chart.querySelector('.gtitle').textContent,
    marks: chart.querySelectorAll('path.point, .js-line, .point path').length,
    spills: sheet.right - cell.right,
    cut: cut.map((text) => text.textContent),
  };
})"""


@pytest.fixture(
    scope="module",
    params=[
        "00-start-here.ipynb",
        "01-escalation-over-time.ipynb",
        "03-scales-and-weights.ipynb",
        "05-turning-points.ipynb",
    ],
)
def page(request, lab):
    page = lab.open(request.param)
    lab.run_all()
    page.wait_for_selector(".js-plotly-plot .gtitle")
    return page


@pytest.mark.parametrize("width_px", [1000, 1400])
def test_every_chart_is_drawn_and_nothing_of_it_is_cut_off(page, width_px):
    page.set_viewport_size({"width": width_px, "height": 30_000})
    page.wait_for_timeout(1500)
    charts = page.evaluate(LOOK)
    assert charts
    for chart in charts:
        assert chart["title"]
        assert chart["marks"] > 0
        assert chart["spills"] <= 1
        assert chart["cut"] == []


def test_no_error_is_logged_and_no_other_host_is_asked(page, lab):
    assert (lab.console_errors, lab.foreign_requests) == ([], [])
