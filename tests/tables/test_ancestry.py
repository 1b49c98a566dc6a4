def test_only_a_country_stands_at_the_top(fault_of):
    place, said = fault_of("actors.csv", "foreign_ministry,BBB", "foreign_ministry,")
    assert place == ("actors.csv", 5, "parent_id", "")
    assert "BBB_MFA is not the row of a country; name the actor above it" in said


def test_a_parent_is_of_the_same_country(fault_of):
    place, said = fault_of("actors.csv", "foreign_ministry,BBB", "foreign_ministry,AAA")
    assert place == ("actors.csv", 5, "parent_id", "AAA")
    assert said.startswith("is of AAA, and the actor of BBB; choose a parent")


def test_no_actor_stands_above_itself(fault_of):
    place, said = fault_of(
        "actors.csv", "foreign_ministry,BBB", "foreign_ministry,BBB_MED"
    )
    circle = "BBB_MED > BBB_MFA > BBB_MED"
    assert place == ("actors.csv", 6, "parent_id", circle)
    assert said == "is a circle; break the circle at one of its ids"
