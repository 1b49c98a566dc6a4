from utils.explorer.status_line import StatusLine


def test_all_that_the_line_says_travels_to_the_browser():
    said = {"text": "0 of 440 acts", "detail": "media acts", "hint": "No act fits."}
    assert said.items() <= StatusLine(**said).get_state().items()


def test_a_line_without_a_hint_offers_no_button():
    assert StatusLine(text="37 of 440 acts").get_state()["hint_action"] == ""
