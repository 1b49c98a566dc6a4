def test_a_reply_that_was_over_before_its_trigger(fault_of):
    place, said = fault_of("actions.csv", "a2,2025-06-28", "a2,2025-06-26")
    assert place == ("actions.csv", 3, "in_response_to", "a1")
    assert said.startswith("began on 2025-06-27 or later, when this reply was over;")


def test_a_reply_that_may_have_come_later_is_sound(load_after):
    case = load_after("actions.csv", "a2,2025-06-28", "a2,[2025-06-26..2025-06-27]")
    assert case.actions["in_response_to"][1] == "a1"


def test_an_act_does_not_answer_itself(fault_of):
    place, said = fault_of("actions.csv", "a1;a2", "a1;a3")
    assert place == ("actions.csv", 4, "in_response_to", "a3")
    assert said == "is the act itself; name the act that it answers"


def test_replies_do_not_run_in_a_circle(edit, fault_of):
    edit("actions.csv", "a1,2025-06-27", "a1,2025-06-28")
    place, said = fault_of("actions.csv", "confirmed,,Alt", "confirmed,a2,Alt")
    assert place == ("actions.csv", 2, "in_response_to", "a1 > a2 > a1")
    assert said == "is a circle; break the circle at one of its ids"
