import pandas as pd
import pytest

SIDES = ["state_a", "state_b", "free_b", "state_a;free_b", ""]


@pytest.fixture
def acts():
    """Five acts: two by Aland, two by Beland, one between Beland and Celand."""
    return pd.DataFrame(
        {
            "action_id": ["a1", "a2", "a3", "a4", "a5"],
            "earliest": pd.to_datetime(
                ["2025-01-10", "2025-02-01", "2025-02-28", "2025-03-01", "2025-03-05"]
            ),
            "latest": pd.to_datetime(
                ["2025-01-10", "2025-02-28", "2025-03-02", "2025-03-01", "2025-03-05"]
            ),
            "lasted_days": [40, 1, 1, 1, 1],
            "actor_path": pd.Categorical(
                ["A/A_GOV/A_GOV_MFA", "A/A_GOV", "B", "B/B_DUMA", "B"]
            ),
            "target_path": pd.Categorical(["B", "B/B_DUMA", "A/A_GOV", "A", "C"]),
            "direction": pd.Categorical(
                ["A>B", "A>B", "B>A", "B>A", "B--C"], ["A>B", "B>A", "B--C"]
            ),
            "type": pd.Categorical(
                ["media", "judicial", "media", "cultural", "media"],
                ["cultural", "judicial", "media", "military"],
            ),
            "form": pd.Categorical(["accuse", "arrest", "accuse", "visit", "visit"]),
            "tone": pd.Categorical(["hostile", "hostile", "hostile", "warm", "warm"]),
            "certainty": pd.Categorical(["sure", "said", "sure", "sure", "said"]),
            "sides": pd.Categorical(
                ["state_a", "state_a;free_b", "state_b", "free_b", ""], SIDES
            ),
            "contradicted": [False, True, False, False, False],
            "summary": [
                "İlham Əliyev speaks",
                "Court in Şuşa rules",
                "Совет обсуждает йод",
                "A concert",
                "Talks",
            ],
            "actor_name": pd.Categorical(["Qırmızı", "Court", "Beland", "Duma", "B"]),
            "target_name": pd.Categorical(["Beland", "Duma", "Court", "Aland", "C"]),
            "place": ["Bakı", "", "Moskva", "", "Celand"],
            "actor_native": pd.Categorical(["", "Məhkəmə", "", "Дума", ""]),
        }
    )
